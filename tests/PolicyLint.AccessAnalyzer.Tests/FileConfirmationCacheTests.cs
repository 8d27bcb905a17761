using System.Text;
using PolicyLint.AccessAnalyzer.Caching;

namespace PolicyLint.AccessAnalyzer.Tests;

public sealed class FileConfirmationCacheTests
{
    private const string Policy = """
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sagemaker:*", "Resource": "*" }] }
        """;

    private static readonly ReadOnlyMemory<byte> Answer = Encoding.UTF8.GetBytes("true");

    private string _directory = "";

    [SetUp]
    public void MakeDirectory() => _directory = Path.Combine(Directory.CreateTempSubdirectory("policylint-cache").FullName, "answers");

    [TearDown]
    public void DeleteDirectory() => Directory.Delete(Path.GetDirectoryName(_directory)!, recursive: true);

    [Test]
    public async Task What_is_kept_is_found_by_the_next_run()
    {
        await new FileConfirmationCache(_directory).SetAsync("key", Answer, CancellationToken.None);

        ReadOnlyMemory<byte>? kept = await new FileConfirmationCache(_directory).GetAsync("key", CancellationToken.None);

        kept!.Value.ToArray().Should().Equal(Answer.ToArray());
        (await new FileConfirmationCache(_directory).GetAsync("other", CancellationToken.None)).Should().BeNull();
    }

    [Test]
    public async Task What_is_too_old_is_asked_again()
    {
        var clock = new SetClock();
        var cache = new FileConfirmationCache(_directory, TimeSpan.FromHours(1), clock);
        await cache.SetAsync("key", Answer, CancellationToken.None);

        clock.Now = clock.Now.AddMinutes(60);
        (await cache.GetAsync("key", CancellationToken.None)).Should().NotBeNull();

        clock.Now = clock.Now.AddMinutes(1);
        (await cache.GetAsync("key", CancellationToken.None)).Should().BeNull();
    }

    [Test]
    public async Task Only_whole_answers_lie_in_the_directory()
    {
        var cache = new FileConfirmationCache(_directory);
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        await cache.SetAsync("cut", Answer, ended.Token);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => await cache.SetAsync("key", Answer, CancellationToken.None)));

        Directory.GetFiles(_directory).Select(Path.GetFileName).Should().Equal("key.json");
    }

    [Test]
    public async Task A_directory_that_cannot_be_written_keeps_nothing_and_stops_nothing()
    {
        await File.WriteAllTextAsync(_directory, "a file is in the way");
        var service = new ScriptedService();

        ConfirmedResult first = await ConfirmAsync(service);
        ConfirmedResult second = await ConfirmAsync(service);

        first.IsComplete.Should().BeTrue();
        second.IsComplete.Should().BeTrue();
        service.Validations.Should().HaveCount(2);
    }

    [Test]
    public async Task The_next_run_costs_no_call_and_ends_alike()
    {
        var service = new ScriptedService { Findings = _ => [ScriptedService.Finding("EMPTY_ARRAY_ACTION", "/Statement/0/Action")] };

        ConfirmedResult first = await ConfirmAsync(service);
        ConfirmedResult second = await ConfirmAsync(service);

        service.Validations.Should().HaveCount(1);
        service.Accesses.Should().HaveCount(1);
        second.Result.Findings.Select(Told).Should().Equal(first.Result.Findings.Select(Told)).And.HaveCount(2);
    }

    [TestCase("")]
    [TestCase("[{")]
    [TestCase("[{}]")]
    [TestCase("[7]")]
    [TestCase("null")]
    [TestCase("""[{"issueCode":"X","findingType":"ERROR","findingDetails":"d","learnMoreLink":"l","locations":[{"path":[[0,null,0,0]],"span":[1,1,1,1]}]}]""")]
    [TestCase("""[{"issueCode":"X","findingType":"ERROR","findingDetails":"d","learnMoreLink":"l","locations":[{"path":[],"span":[1,1,1]}]}]""")]
    [TestCase("""[{"issueCode":null,"findingType":"ERROR","findingDetails":"d","learnMoreLink":"l","locations":[]}]""")]
    public async Task What_is_damaged_is_asked_again(string damaged)
    {
        var service = new ScriptedService();
        await ConfirmAsync(service);
        foreach (string file in Directory.GetFiles(_directory))
            await File.WriteAllTextAsync(file, damaged);

        ConfirmedResult second = await ConfirmAsync(service);

        service.Validations.Should().HaveCount(2);
        service.Accesses.Should().HaveCount(2);
        second.Result.Findings.Select(Told).Should().Equal("PL3002 Confirmed [72..85)");
    }

    [Test]
    public async Task Files_are_named_by_digests_and_hold_no_policy()
    {
        await ConfirmAsync(new ScriptedService());

        string[] files = Directory.GetFiles(_directory);

        files.Should().HaveCount(2);
        files.Select(Path.GetFileNameWithoutExtension).Should().OnlyContain(name => name!.Length == 64 && name.All(char.IsAsciiHexDigitLower));
        files.Select(File.ReadAllText).Order(StringComparer.Ordinal).Should().Equal("[]", "true");
    }

    private async Task<ConfirmedResult> ConfirmAsync(ScriptedService service)
    {
        using var pass = new AccessAnalyzerPass(service, new() { Cache = new FileConfirmationCache(_directory) });
        return await pass.ConfirmAsync(PolicyLinter.Default.Lint(Policy));
    }

    private static string Told(Finding finding) => $"{finding.Rule.Id} {finding.Confirmation} {finding.Span}";
}
