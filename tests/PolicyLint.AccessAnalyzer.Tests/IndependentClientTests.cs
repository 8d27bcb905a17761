using System.Text.Json.Nodes;
using PolicyLint.AccessAnalyzer.Client;
using PolicyLint.AccessAnalyzer.Tests.FakeService;
using static PolicyLint.AccessAnalyzer.Tests.TestClients;

namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>AWS's own client for JavaScript makes the calls that ours makes: the service must not be able to tell them apart.</summary>
public sealed class IndependentClientTests
{
    private const string Policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Ünïcödé<>&'\\\"\",\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";
    private const string Token = "a b+c/d=e&f?é*~(1)!";

    private const string Findings = """
        {"findings":[{"findingDetails":"Wide","findingType":"ERROR","issueCode":"INVALID_ACTION","learnMoreLink":"https://docs.aws.amazon.com/x","locations":[{"path":[{"value":"Statement"},{"index":0},{"key":"Sid"},{"substring":{"start":1,"length":2}}],"span":{"start":{"line":1,"column":0,"offset":0},"end":{"line":1,"column":9,"offset":9}}}]}],"nextToken":"t"}
        """;

    private const string Checked = """{"result":"FAIL","message":"m","reasons":[{"description":"d","statementIndex":0,"statementId":"S"}]}""";

    // The runtimes' own: who calls, how often it was tried; and the length, which one signs and the other leaves to HTTP.
    private static readonly string[] OfTheRuntime = ["amz-sdk-invocation-id", "amz-sdk-request", "x-amz-user-agent", "user-agent", "content-length"];

    private static readonly string Calls = new JsonArray(
        Call("ValidatePolicy", new() { ["policyDocument"] = Policy, ["policyType"] = "IDENTITY_POLICY" }),
        Call("ValidatePolicy", new() { ["policyDocument"] = Policy, ["policyType"] = "RESOURCE_POLICY", ["validatePolicyResourceType"] = "AWS::S3::Bucket", ["locale"] = "PT_BR", ["maxResults"] = 7, ["nextToken"] = Token }),
        Call("CheckNoNewAccess", new() { ["newPolicyDocument"] = Policy, ["existingPolicyDocument"] = "{}", ["policyType"] = "IDENTITY_POLICY" }),
        Call("CheckAccessNotGranted", new()
        {
            ["policyDocument"] = Policy,
            ["policyType"] = "RESOURCE_POLICY",
            ["access"] = new JsonArray(new JsonObject { ["actions"] = new JsonArray("s3:GetObject"), ["resources"] = new JsonArray("arn:aws:s3:::data/*") }),
        }),
        Call("CheckAccessNotGranted", new()
        {
            ["policyDocument"] = Policy,
            ["policyType"] = "RESOURCE_POLICY",
            ["access"] = new JsonArray(new JsonObject { ["actions"] = new JsonArray("s3:GetObject") }),
        }),
        Call("CheckNoPublicAccess", new() { ["policyDocument"] = Policy, ["resourceType"] = "AWS::SQS::Queue" })).ToJsonString();

    [Test]
    public async Task Its_requests_and_ours_are_the_same()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Answer);
        string[] answers = await IndependentClient.CallAsync(service, Calls);
        int theirs = service.Requests.Count;
        using AmazonAccessAnalyzerClient client = ClientFor(service);
        await MakeTheSameCallsAsync(client);

        service.Problems.Should().BeEmpty("the service takes what AWS's client signs, and what ours does");
        theirs.Should().Be(6);
        answers.Should().HaveCount(6);
        service.Requests.Skip(theirs).Select(Told).Should().Equal(service.Requests.Take(theirs).Select(Told));
    }

    [Test]
    public async Task It_reads_the_answers_as_ours_does()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Answer);
        string[] answers = await IndependentClient.CallAsync(service, Calls);

        JsonNode.DeepEquals(JsonNode.Parse(answers[0]), JsonNode.Parse(Findings)).Should().BeTrue(answers[0]);
        JsonNode.DeepEquals(JsonNode.Parse(answers[3]), JsonNode.Parse(Checked)).Should().BeTrue(answers[3]);
    }

    private static async Task MakeTheSameCallsAsync(AmazonAccessAnalyzerClient client)
    {
        await client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });
        await client.ValidatePolicyAsync(new()
        {
            PolicyDocument = Policy,
            PolicyType = Client.PolicyType.RESOURCE_POLICY,
            ValidatePolicyResourceType = ValidatePolicyResourceType.AWSS3Bucket,
            Locale = Locale.PT_BR,
            MaxResults = 7,
            NextToken = Token,
        });
        await client.CheckNoNewAccessAsync(new() { NewPolicyDocument = Policy, ExistingPolicyDocument = "{}", PolicyType = AccessCheckPolicyType.IDENTITY_POLICY });
        await client.CheckAccessNotGrantedAsync(new() { PolicyDocument = Policy, PolicyType = AccessCheckPolicyType.RESOURCE_POLICY, Access = [new() { Actions = ["s3:GetObject"], Resources = ["arn:aws:s3:::data/*"] }] });
        await client.CheckAccessNotGrantedAsync(new() { PolicyDocument = Policy, PolicyType = AccessCheckPolicyType.RESOURCE_POLICY, Access = [new() { Actions = ["s3:GetObject"] }] });
        await client.CheckNoPublicAccessAsync(new() { PolicyDocument = Policy, ResourceType = AccessCheckResourceType.AWSSQSQueue });
    }

    private static Reply Answer(SeenRequest request) => Reply.Json(request.Path == "/policy/validation" ? Findings : Checked);

    // Method, path, query and body (as JSON, members in order), and which headers the signature covers.
    private static string Told(SeenRequest request) => string.Join('\n',
        request.Method,
        request.Path,
        string.Join('&', request.Query.Split('&').Order(StringComparer.Ordinal)),
        InOrder(JsonNode.Parse(request.Body))!.ToJsonString(),
        request.Headers["content-type"],
        string.Join(';', request.SignedHeaders.Except(OfTheRuntime)));

    private static JsonNode? InOrder(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, InOrder(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(InOrder)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject Call(string operation, JsonObject input) => new() { ["operation"] = operation, ["input"] = input };
}
