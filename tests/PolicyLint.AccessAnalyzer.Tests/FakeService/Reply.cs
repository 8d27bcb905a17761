using Microsoft.AspNetCore.Http;

namespace PolicyLint.AccessAnalyzer.Tests.FakeService;

/// <summary>What the fake service answers, or how it fails to.</summary>
public sealed class Reply(Func<HttpContext, CancellationToken, Task> play)
{
    public static Reply NoFindings { get; } = Json("""{"findings":[]}""");

    public static Reply Granted { get; } = Json("""
        {"result":"FAIL","message":"The policy document grants access to perform one or more of the listed actions.",
         "reasons":[{"description":"One or more of the listed actions in the statement with index: 0.","statementIndex":0}]}
        """);

    public static Reply NotGranted { get; } = Json("""{"result":"PASS","message":"The policy document does not grant access to perform the listed actions."}""");

    /// <summary>Keeps silent until whoever asked has gone.</summary>
    public static Reply Silence { get; } = new(async (_, gone) => await Task.Delay(Timeout.Infinite, gone));

    /// <summary>Starts to answer, and then keeps silent.</summary>
    public static Reply Stall { get; } = new(async (context, gone) =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 15;
        await context.Response.WriteAsync("{\"findi", gone);
        await context.Response.Body.FlushAsync(gone);
        await Task.Delay(Timeout.Infinite, gone);
    });

    /// <summary>Starts to answer, and then cuts the connection.</summary>
    public static Reply Cut { get; } = new(async (context, gone) =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 15;
        await context.Response.WriteAsync("{\"findi", gone);
        await context.Response.Body.FlushAsync(gone);
        context.Abort();
    });

    public static Reply Json(string body, int status = 200) => new(async (context, gone) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-RequestId"] = "11111111-2222-3333-4444-555555555555";
        await context.Response.WriteAsync(body, gone);
    });

    /// <summary>An error as restJson1 has it: its name in a header, the rest in the body.</summary>
    public static Reply Error(int status, string code, string message = "no", string more = "") => new(async (context, gone) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-ErrorType"] = code;
        await context.Response.WriteAsync($$"""{"message":"{{message}}"{{more}}}""", gone);
    });

    public Task PlayAsync(HttpContext context, CancellationToken gone) => play(context, gone);
}
