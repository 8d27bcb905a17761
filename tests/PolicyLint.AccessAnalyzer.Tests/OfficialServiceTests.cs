using PolicyLint.AccessAnalyzer.Tests.FakeService;
using PolicyLint.TestKit;

namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>The adapter for the official package, which is not served here, against types that have its names.</summary>
public sealed class OfficialServiceTests
{
    private const string Finding = """
        {"findingDetails":"d","findingType":"ERROR","issueCode":"A","learnMoreLink":"l","locations":[{"path":[{"value":"Statement"},{"index":2},{"key":"Sid"}],"span":{"start":{"line":1,"column":4,"offset":4},"end":{"line":2,"column":0,"offset":9}}}]}
        """;

    [Test]
    public void It_is_the_one_in_the_docs()
    {
        string docs = File.ReadAllText(Repository.PathOf("docs", "access-analyzer-service.md"));
        string[] code = File.ReadAllLines(Repository.PathOf("tests", "PolicyLint.AccessAnalyzer.Tests", "OfficialService.cs"));

        docs.Should().Contain(string.Join('\n', code.Skip(2)).Replace("using PolicyLint.AccessAnalyzer.Client", "using Amazon.AccessAnalyzer", StringComparison.Ordinal));
    }

    [Test]
    public async Task It_asks_and_answers_as_ours_does()
    {
        await using FakeAccessAnalyzer fake = await FakeAccessAnalyzer.StartAsync(request => request switch
        {
            { Path: not "/policy/validation" } => Reply.Granted,
            { Query: "" } => Reply.Json($$"""{"findings":[{{Finding}}],"nextToken":"2"}"""),
            _ => Reply.Json($$"""{"findings":[{{Finding}}]}"""),
        });
        using Client.AmazonAccessAnalyzerClient client = TestClients.ClientFor(fake);
        using var ours = new AccessAnalyzerService(() => client);
        var official = new OfficialService(client);
        var validation = new ValidationQuestion("{}", "RESOURCE_POLICY", "AWS::S3::Bucket");
        var access = new AccessQuestion("{}", "IDENTITY_POLICY", ["s3:GetObject"], ["arn:aws:s3:::data/*"]);

        var theirs = await official.ValidateAsync(validation, CancellationToken.None);
        bool granted = await official.IsGrantedAsync(access, CancellationToken.None);
        var expected = await ours.ValidateAsync(validation, CancellationToken.None);
        await ours.IsGrantedAsync(access, CancellationToken.None);

        granted.Should().BeTrue();
        theirs.Should().HaveCount(2).And.BeEquivalentTo(expected, options => options.WithStrictOrdering());
        fake.Problems.Should().BeEmpty();
        fake.Requests.Take(3).Select(Told).Should().Equal(fake.Requests.Skip(3).Select(Told)).And.HaveCount(3);
    }

    private static string Told(SeenRequest request) => $"{request.Path}?{request.Query} {request.BodyText}";
}
