using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicyLint.AccessAnalyzer.Tests.FakeService;

/// <summary>
/// A service on this machine that speaks the wire protocol of Access Analyzer, as its service model describes it: it takes
/// what is rightly signed and rightly formed, writes down what it was asked, and answers from a script.
/// </summary>
internal sealed class FakeAccessAnalyzer : IAsyncDisposable
{
    /// <summary>AWS's own example of a key that is none.</summary>
    public static readonly Identity Known = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "eu-west-1");

    private readonly WebApplication _server;
    private readonly Func<SeenRequest, Reply> _answer;
    private readonly Identity _identity;
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly ConcurrentQueue<string> _problems = new();
    private int _underWay;
    private int _mostUnderWay;

    private FakeAccessAnalyzer(WebApplication server, Func<SeenRequest, Reply> answer, Identity identity)
    {
        _server = server;
        _answer = answer;
        _identity = identity;
    }

    public string Address { get; private set; } = "";

    /// <summary>What was asked, in the order of arrival, also what was refused.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>What was wrong with requests.</summary>
    public IReadOnlyList<string> Problems => [.. _problems];

    /// <summary>The most requests that were under way at once.</summary>
    public int MostUnderWay => _mostUnderWay;

    /// <summary>Answers one reply after the other, and the last one ever after.</summary>
    public static Task<FakeAccessAnalyzer> StartAsync(params Reply[] script)
    {
        int next = -1;
        return StartAsync(_ => script[Math.Min(Interlocked.Increment(ref next), script.Length - 1)]);
    }

    /// <summary>Answers as a function of the request says.</summary>
    public static async Task<FakeAccessAnalyzer> StartAsync(Func<SeenRequest, Reply> answer, Identity? identity = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication server = builder.Build();
        var fake = new FakeAccessAnalyzer(server, answer, identity ?? Known);
        server.Run(fake.HandleAsync);
        await server.StartAsync();
        fake.Address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _server.StopAsync(soon.Token);
        await _server.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        SeenRequest request = await ReadAsync(context);
        _requests.Enqueue(request);
        int underWay = Interlocked.Increment(ref _underWay);
        InterlockedMax(ref _mostUnderWay, underWay);
        try
        {
            await Judge(request).PlayAsync(context, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private Reply Judge(SeenRequest request)
    {
        if (SignatureCheck.FindProblem(request, _identity, "access-analyzer", DateTimeOffset.UtcNow) is { } signature)
        {
            _problems.Enqueue(signature);
            return Reply.Error(403, "InvalidSignatureException", $"The canonical string was x-amz-security-token:{request.Headers.GetValueOrDefault("x-amz-security-token")}");
        }

        if (WireModel.FindProblem(request) is { } shape)
        {
            _problems.Enqueue(shape);
            return Reply.Error(400, "ValidationException", shape, ""","reason":"fieldValidationFailed" """);
        }

        return _answer(request);
    }

    private static async Task<SeenRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        string[] target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        return new SeenRequest(
            context.Request.Method,
            target[0],
            target.Length > 1 ? target[1] : "",
            context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString(), StringComparer.Ordinal),
            body.ToArray());
    }

    private static void InterlockedMax(ref int place, int value)
    {
        int seen = place;
        while (value > seen && Interlocked.CompareExchange(ref place, value, seen) is var now && now != seen)
            seen = now;
    }
}
