using Amazon.Runtime;
using PolicyLint.AccessAnalyzer.Client;
using PolicyLint.AccessAnalyzer.Client.Model;
using PolicyLint.AccessAnalyzer.Tests.FakeService;
using static PolicyLint.AccessAnalyzer.Tests.TestClients;

namespace PolicyLint.AccessAnalyzer.Tests;

public sealed class ClientTests
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}]}""";

    [Test]
    public async Task A_finding_is_read_with_its_places()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Json("""
            {"findings":[{
              "findingDetails":"Using the iam:PassRole action with wildcards (*) in the resource can be overly permissive.",
              "findingType":"SECURITY_WARNING","issueCode":"PASS_ROLE_WITH_STAR_IN_RESOURCE","learnMoreLink":"https://docs.aws.amazon.com/x",
              "locations":[{"path":[{"value":"Statement"},{"index":0},{"value":"Resource"}],
                            "span":{"start":{"line":1,"column":91,"offset":91},"end":{"line":1,"column":94,"offset":94}}},
                           {"path":[{"key":"Sid"},{"substring":{"start":2,"length":3}}],
                            "span":{"start":{"line":1,"column":0,"offset":0},"end":{"line":2,"column":1,"offset":9}}}]}]}
            """));
        using AmazonAccessAnalyzerClient client = ClientFor(service);

        ValidatePolicyResponse response = await client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });

        service.Problems.Should().BeEmpty();
        response.NextToken.Should().BeNull();
        response.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new ValidatePolicyFinding
        {
            FindingDetails = "Using the iam:PassRole action with wildcards (*) in the resource can be overly permissive.",
            FindingType = ValidatePolicyFindingType.SECURITY_WARNING,
            IssueCode = "PASS_ROLE_WITH_STAR_IN_RESOURCE",
            LearnMoreLink = "https://docs.aws.amazon.com/x",
            Locations =
            [
                new()
                {
                    Path = [new() { Value = "Statement" }, new() { Index = 0 }, new() { Value = "Resource" }],
                    Span = new() { Start = new() { Line = 1, Column = 91, Offset = 91 }, End = new() { Line = 1, Column = 94, Offset = 94 } },
                },
                new()
                {
                    Path = [new() { Key = "Sid" }, new() { Substring = new() { Start = 2, Length = 3 } }],
                    Span = new() { Start = new() { Line = 1, Column = 0, Offset = 0 }, End = new() { Line = 2, Column = 1, Offset = 9 } },
                },
            ],
        });
    }

    [Test]
    public async Task Every_member_of_a_request_is_sent_and_signed()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.NoFindings);
        using AmazonAccessAnalyzerClient client = ClientFor(service);

        await client.ValidatePolicyAsync(new()
        {
            PolicyDocument = "{\"é\":\"\\u0001\"}",
            PolicyType = Client.PolicyType.RESOURCE_POLICY,
            ValidatePolicyResourceType = ValidatePolicyResourceType.AWSS3Bucket,
            Locale = Locale.PT_BR,
            MaxResults = 7,
            NextToken = "a b+c/d=e&f?é*~",
        });

        service.Problems.Should().BeEmpty();
        SeenRequest request = service.Requests.Should().ContainSingle().Which;
        request.Method.Should().Be("POST");
        request.Path.Should().Be("/policy/validation");
        Uri.UnescapeDataString(request.Query).Should().Be("maxResults=7&nextToken=a b+c/d=e&f?é*~");
        request.BodyText.Should().Contain("PT_BR").And.Contain("AWS::S3::Bucket").And.Contain("RESOURCE_POLICY");
        request.SignedHeaders.Should().Contain(["host", "x-amz-date", "content-type"]);
    }

    [Test]
    public async Task Each_check_has_its_path_and_its_answer()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Granted);
        using AmazonAccessAnalyzerClient client = ClientFor(service);

        CheckNoNewAccessResponse newAccess = await client.CheckNoNewAccessAsync(new() { NewPolicyDocument = Policy, ExistingPolicyDocument = "{}", PolicyType = AccessCheckPolicyType.IDENTITY_POLICY });
        CheckAccessNotGrantedResponse granted = await client.CheckAccessNotGrantedAsync(new() { PolicyDocument = Policy, PolicyType = AccessCheckPolicyType.IDENTITY_POLICY, Access = [new() { Actions = ["iam:PassRole"], Resources = ["arn:aws:iam::111122223333:role/*"] }] });
        CheckNoPublicAccessResponse open = await client.CheckNoPublicAccessAsync(new() { PolicyDocument = Policy, ResourceType = AccessCheckResourceType.AWSKMSKey });

        service.Problems.Should().BeEmpty();
        service.Requests.Select(request => request.Path).Should().Equal("/policy/check-no-new-access", "/policy/check-access-not-granted", "/policy/check-no-public-access");
        newAccess.Result.Should().Be(CheckNoNewAccessResult.FAIL);
        open.Result.Should().Be(CheckNoPublicAccessResult.FAIL);
        granted.Result.Should().Be(CheckAccessNotGrantedResult.FAIL);
        granted.Reasons.Should().ContainSingle().Which.Should().BeEquivalentTo(new ReasonSummary { Description = "One or more of the listed actions in the statement with index: 0.", StatementIndex = 0 });
    }

    [Test]
    public async Task A_session_token_is_sent_and_signed()
    {
        var identity = new Identity("ASIAEXAMPLE", "secret", "eu-west-1", "the-token");
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(_ => Reply.NoFindings, identity);
        using AmazonAccessAnalyzerClient client = ClientFor(service, credentials: new SessionAWSCredentials("ASIAEXAMPLE", "secret", "the-token"));

        await client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });

        service.Problems.Should().BeEmpty();
        service.Requests.Should().ContainSingle().Which.SignedHeaders.Should().Contain("x-amz-security-token");
    }

    [Test]
    public async Task A_wrong_secret_is_refused_and_no_token_is_repeated()
    {
        var identity = new Identity("ASIAEXAMPLE", "secret", "eu-west-1", "the-token");
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(_ => Reply.NoFindings, identity);
        using AmazonAccessAnalyzerClient client = ClientFor(service, credentials: new SessionAWSCredentials("ASIAEXAMPLE", "another", "the-token"));

        Func<Task> call = () => client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });

        AmazonAccessAnalyzerException exception = (await call.Should().ThrowAsync<AmazonAccessAnalyzerException>()).Which;
        service.Problems.Should().Equal("the signature is wrong");
        exception.Message.Should().Be("Access Analyzer answered 403 InvalidSignatureException");
        exception.ToString().Should().NotContain("the-token").And.NotContain("another").And.NotContain("PassRole");
    }

    [TestCase(400, "ValidationException", typeof(ValidationException))]
    [TestCase(400, "InvalidParameterException", typeof(InvalidParameterException))]
    [TestCase(403, "AccessDeniedException", typeof(AccessDeniedException))]
    [TestCase(422, "UnprocessableEntityException", typeof(UnprocessableEntityException))]
    [TestCase(429, "ThrottlingException", typeof(ThrottlingException))]
    [TestCase(500, "InternalServerException", typeof(InternalServerException))]
    [TestCase(403, "ExpiredTokenException", typeof(AmazonAccessAnalyzerException))]
    public async Task Each_error_of_the_service_has_its_exception(int status, string code, Type type)
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Error(status, $"{code}:http://internal.amazon.com/coral/", "User arn:secret may not see iam:PassRole"));
        using AmazonAccessAnalyzerClient client = ClientFor(service);

        Func<Task> call = () => client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });

        AmazonAccessAnalyzerException exception = (await call.Should().ThrowAsync<AmazonAccessAnalyzerException>()).Which;
        exception.Should().BeOfType(type);
        exception.ErrorCode.Should().Be(code);
        ((int)exception.StatusCode).Should().Be(status);
        exception.ToString().Should().NotContain("arn:secret").And.NotContain("PassRole");
    }

    [Test]
    public async Task The_reason_of_a_refusal_is_kept()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Error(400, "ValidationException", "Invalid ARN", ""","reason":"fieldValidationFailed" """));
        using AmazonAccessAnalyzerClient client = ClientFor(service);

        Func<Task> call = () => client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });

        (await call.Should().ThrowAsync<ValidationException>()).Which.Reason.Should().Be("fieldValidationFailed");
    }

    [Test]
    public async Task A_name_of_an_error_that_is_no_name_is_not_repeated()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Json("""{"__type":"Secret is s3cr3t"}""", status: 400));
        using AmazonAccessAnalyzerClient client = ClientFor(service);

        Func<Task> call = () => client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });

        (await call.Should().ThrowAsync<AmazonAccessAnalyzerException>()).Which.Message.Should().Be("Access Analyzer answered 400 UnknownError");
    }

    [Test]
    public async Task Throttling_is_waited_out()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Error(429, "ThrottlingException"), Reply.Error(429, "ThrottlingException"), Reply.NoFindings);
        using AmazonAccessAnalyzerClient client = ClientFor(service, retries: 2);

        ValidatePolicyResponse response = await client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });

        response.Findings.Should().BeEmpty();
        service.Requests.Should().HaveCount(3);
        service.Problems.Should().BeEmpty();
    }

    [Test]
    public async Task A_failure_of_the_service_is_tried_again()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Json("<html>", status: 503), Reply.NoFindings);
        using AmazonAccessAnalyzerClient client = ClientFor(service, retries: 1);

        ValidatePolicyResponse response = await client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });

        response.Findings.Should().BeEmpty();
        service.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task What_the_service_refuses_is_not_tried_again()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Error(400, "ValidationException"));
        using AmazonAccessAnalyzerClient client = ClientFor(service, retries: 3);

        Func<Task> call = () => client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });

        await call.Should().ThrowAsync<ValidationException>();
        service.Requests.Should().HaveCount(1);
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("<html>")]
    [TestCase("""{"findings":null}""")]
    [TestCase("""{"findings":{}}""")]
    [TestCase("""{"findings":[""")]
    [TestCase("""{"findings":[{}]}""")]
    [TestCase("""{"findings":[],"nextToken":7}""")]
    [TestCase("""{"findings":[{"findingDetails":"d","findingType":"ERROR","issueCode":"A","learnMoreLink":"l"}]}""")]
    [TestCase("""{"findings":[{"findingDetails":"d","findingType":"ERROR","issueCode":"A","learnMoreLink":"l","locations":[{"path":[{}],"span":{"start":{"line":1,"column":0,"offset":0},"end":{"line":1,"column":0,"offset":0}}}]}]}""")]
    [TestCase("""{"findings":[{"findingDetails":"d","findingType":"ERROR","issueCode":"A","learnMoreLink":"l","locations":[{"path":[],"span":{"start":{"line":1,"column":0,"offset":0}}}]}]}""")]
    [TestCase("""{"findings":[{"findingDetails":"d","findingType":"ERROR","issueCode":"A","learnMoreLink":"l","locations":[{"path":[{"index":1.5}],"span":{"start":{"line":1,"column":0,"offset":0},"end":{"line":1,"column":0,"offset":0}}}]}]}""")]
    public async Task What_is_not_the_promised_shape_is_no_answer(string body)
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Json(body));
        using AmazonAccessAnalyzerClient client = ClientFor(service);

        Func<Task> call = () => client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY });

        await call.Should().ThrowAsync<AmazonUnmarshallingException>();
    }

    [Test]
    public async Task The_time_limit_reaches_into_the_body()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Stall);
        AmazonAccessAnalyzerConfig config = ConfigFor(service);
        config.Timeout = TimeSpan.FromMilliseconds(300);
        using var client = new AmazonAccessAnalyzerClient(new BasicAWSCredentials(FakeAccessAnalyzer.Known.KeyId, FakeAccessAnalyzer.Known.SecretKey), config);

        Task call = Task.Run(() => client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY }));
        Task first = await Task.WhenAny(call, Task.Delay(TimeSpan.FromSeconds(5)));

        first.Should().BeSameAs(call);
        call.Exception!.InnerException.Should().BeOfType<TimeoutException>();
    }

    [Test]
    public async Task A_call_can_be_cancelled_while_the_service_keeps_silent()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Stall);
        using AmazonAccessAnalyzerClient client = ClientFor(service);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Func<Task> call = () => client.ValidatePolicyAsync(new() { PolicyDocument = Policy, PolicyType = Client.PolicyType.IDENTITY_POLICY }, soon.Token);

        await call.Should().ThrowAsync<OperationCanceledException>().WaitAsync(TimeSpan.FromSeconds(20));
    }
}
