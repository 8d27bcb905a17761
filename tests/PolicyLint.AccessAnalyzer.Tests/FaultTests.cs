using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using PolicyLint.AccessAnalyzer.Client;
using PolicyLint.AccessAnalyzer.Tests.FakeService;
using static PolicyLint.AccessAnalyzer.Tests.TestClients;

namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>
/// Whatever goes wrong between us and the service: best effort ends with the local findings and says what is missing, and
/// nothing passes as complete where an answer is required.
/// </summary>
public sealed class FaultTests
{
    private const string Clean = """
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }] }
        """;

    private const string Wide = """
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sagemaker:*", "Resource": "*" }, { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }] }
        """;

    private const string Finding = """
        {"findingDetails":"d","findingType":"WARNING","issueCode":"MISSING_VERSION","learnMoreLink":"l","locations":[{"path":PATH,"span":{"start":{"line":1,"column":0,"offset":0},"end":{"line":1,"column":1,"offset":1}}}]}
        """;

    private static readonly TestCaseData[] Faults =
    [
        Fault("Throttled_for_good", ConfirmationGapKind.Throttled, Reply.Error(429, "ThrottlingException")),
        Fault("Throttled_by_a_proxy", ConfirmationGapKind.Throttled, Reply.Json("<html>slow down</html>", 429)),
        Fault("A_failing_service", ConfirmationGapKind.ServiceFailed, Reply.Error(500, "InternalServerException")),
        Fault("A_service_that_is_away", ConfirmationGapKind.ServiceFailed, Reply.Json("", 503)),
        Fault("No_answer", ConfirmationGapKind.TimedOut, Reply.Silence),
        Fault("An_answer_that_stops_in_the_middle", ConfirmationGapKind.TimedOut, Reply.Stall),
        Fault("A_connection_that_is_cut", ConfirmationGapKind.Unreachable, Reply.Cut),
        Fault("A_malformed_body", ConfirmationGapKind.WrongAnswer, Reply.Json("{\"findings\":[")),
        Fault("A_page_of_a_proxy", ConfirmationGapKind.WrongAnswer, Reply.Json("<html>welcome</html>")),
        Fault("An_empty_body", ConfirmationGapKind.WrongAnswer, Reply.Json("")),
        Fault("Another_shape", ConfirmationGapKind.WrongAnswer, Reply.Json("""{"results":[]}""")),
        Fault("A_finding_without_a_code", ConfirmationGapKind.WrongAnswer, Reply.Json($$"""{"findings":[{{At("[]").Replace("MISSING_VERSION", "", StringComparison.Ordinal)}}]}""")),
        Fault("A_place_that_is_not_there", ConfirmationGapKind.WrongAnswer, Reply.Json($$"""{"findings":[{{At("""[{"value":"Statement"},{"index":99}]""")}}]}""")),
        Fault("A_second_page_that_fails", ConfirmationGapKind.ServiceFailed, Reply.Json("""{"findings":[],"nextToken":"2"}"""), Reply.Error(500, "InternalServerException")),
        Fault("Pages_without_end", ConfirmationGapKind.WrongAnswer, Reply.Json("""{"findings":[],"nextToken":"again"}""")),
        Fault("Expired_credentials", ConfirmationGapKind.NoCredentials, Reply.Error(403, "ExpiredTokenException", "The security token included in the request is expired")),
        Fault("Credentials_that_are_not_taken", ConfirmationGapKind.NoCredentials, Reply.Error(403, "UnrecognizedClientException")),
        Fault("No_right_to_ask", ConfirmationGapKind.AccessDenied, Reply.Error(403, "AccessDeniedException", "User: arn:aws:iam::111122223333:user/x is not authorized")),
        Fault("A_question_that_is_not_taken", ConfirmationGapKind.Refused, Reply.Error(400, "ValidationException", "InvalidPolicy")),
        Fault("A_policy_that_is_too_complex", ConfirmationGapKind.Refused, Reply.Error(422, "UnprocessableEntityException")),
        Fault("A_redirect", ConfirmationGapKind.WrongAnswer, Reply.Json("", 302)),
    ];

    [TestCaseSource(nameof(Faults))]
    public async Task With_best_effort_the_local_findings_stand_and_the_gap_is_said(ConfirmationGapKind kind, Reply[] script)
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(script);
        LintResult local = PolicyLinter.Default.Lint(Wide);

        ConfirmedResult confirmed = await ConfirmAsync(() => ClientFor(service), local, ConfirmationMode.BestEffort);

        confirmed.Gaps.Where(gap => gap.Operation == "ValidatePolicy").Should().ContainSingle().Which.Kind.Should().Be(kind);
        confirmed.Result.IsComplete.Should().BeTrue();
        confirmed.Result.Findings.Where(finding => finding.Rule.Id != "PL0030").Select(finding => finding.ToString()).Should().Equal(local.Findings.Select(finding => finding.ToString()));
        confirmed.Result.Findings.Should().NotContain(finding => finding.Rule.Id == "PL1005" && finding.Confirmation == Confirmation.Confirmed);
        NothingIsTold(confirmed);
    }

    [TestCaseSource(nameof(Faults))]
    public async Task Where_an_answer_is_required_a_clean_policy_does_not_pass(ConfirmationGapKind kind, Reply[] script)
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(script);
        LintResult local = PolicyLinter.Default.Lint(Clean);

        ConfirmedResult confirmed = await ConfirmAsync(() => ClientFor(service), local, ConfirmationMode.Required);

        local.IsClean().Should().BeTrue();
        confirmed.Gaps.Should().ContainSingle().Which.Kind.Should().Be(kind);
        confirmed.IsComplete.Should().BeFalse();
        confirmed.Result.IsComplete.Should().BeFalse();
        confirmed.Result.IsClean(Severity.Error).Should().BeFalse();
        NothingIsTold(confirmed);
    }

    [TestCase("""{"result":"MAYBE"}""")]
    [TestCase("""{"result":true}""")]
    [TestCase("""{}""")]
    [TestCase("")]
    public async Task A_check_that_says_neither_yes_nor_no_has_not_answered(string body)
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(request => request.Path == "/policy/validation" ? Reply.NoFindings : Reply.Json(body));

        ConfirmedResult confirmed = await ConfirmAsync(() => ClientFor(service), PolicyLinter.Default.Lint(Wide), ConfirmationMode.Required);

        confirmed.Gaps.Should().Equal(new ConfirmationGap("CheckAccessNotGranted", ConfirmationGapKind.WrongAnswer, "the answer is cut off or is not what the service promises"));
        confirmed.Result.IsComplete.Should().BeFalse();
        confirmed.Result.Findings.Select(finding => $"{finding.Rule.Id} {finding.Confirmation}").Should().Equal("PL3002 Unavailable", "PL1005 NotConfirmed");
    }

    [Test]
    public async Task Answers_that_are_all_there_are_complete()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(request => request.Path == "/policy/validation" ? Reply.NoFindings : Reply.Granted);

        ConfirmedResult wide = await ConfirmAsync(() => ClientFor(service), PolicyLinter.Default.Lint(Wide), ConfirmationMode.Required);
        ConfirmedResult clean = await ConfirmAsync(() => ClientFor(service), PolicyLinter.Default.Lint(Clean), ConfirmationMode.Required);

        service.Problems.Should().BeEmpty();
        wide.Gaps.Should().BeEmpty();
        wide.Result.Findings.Select(finding => $"{finding.Rule.Id} {finding.Confirmation}").Should().Equal("PL3002 Confirmed", "PL1005 NotConfirmed");
        clean.Result.IsClean(Severity.Suggestion).Should().BeTrue();
    }

    [Test]
    public async Task Every_page_is_read()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(request => Reply.Json(Uri.UnescapeDataString(request.Query) switch
        {
            "" => $$"""{"findings":[{{At("[]")}}],"nextToken":"a+b/c= &é"}""",
            "nextToken=a+b/c= &é" => """{"findings":[],"nextToken":"3"}""",
            _ => $$"""{"findings":[{{At("""[{"value":"Statement"}]""")}}]}""",
        }));

        ConfirmedResult confirmed = await ConfirmAsync(() => ClientFor(service), PolicyLinter.Default.Lint(Clean), ConfirmationMode.Required);

        service.Problems.Should().BeEmpty();
        service.Requests.Should().HaveCount(3);
        confirmed.IsComplete.Should().BeTrue();
        confirmed.Result.Findings.Should().HaveCount(2);
    }

    [Test]
    public async Task A_fault_that_passes_costs_nothing_but_time()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.Error(429, "ThrottlingException"), Reply.Cut, Reply.NoFindings);

        ConfirmedResult confirmed = await ConfirmAsync(() => ClientFor(service, retries: 3), PolicyLinter.Default.Lint(Clean), ConfirmationMode.Required, TimeSpan.FromSeconds(30));

        service.Requests.Should().HaveCount(3);
        confirmed.IsComplete.Should().BeTrue();
    }

    [Test]
    public async Task No_more_questions_are_under_way_than_may_be()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(_ => new Reply(async (context, gone) =>
        {
            await Task.Delay(50, gone);
            await Reply.NoFindings.PlayAsync(context, gone);
        }));
        using var asked = new AccessAnalyzerService(() => ClientFor(service));
        using var pass = new AccessAnalyzerPass(asked, new() { MaxConcurrency = 2, Cache = null });

        ConfirmedResult[] confirmed = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => pass.ConfirmAsync(PolicyLinter.Default.Lint(Clean.Replace("data", $"data{number}", StringComparison.Ordinal)))));

        confirmed.Should().OnlyContain(each => each.IsComplete);
        service.Requests.Should().HaveCount(8);
        service.MostUnderWay.Should().Be(2);
    }

    [TestCase(ConfirmationMode.BestEffort)]
    [TestCase(ConfirmationMode.Required)]
    public async Task Nobody_at_the_address_is_no_way_to_the_service(ConfirmationMode mode)
    {
        var config = new AmazonAccessAnalyzerConfig { ServiceURL = $"http://127.0.0.1:{ClosedPort()}", AuthenticationRegion = "eu-west-1", UseHttp = true, MaxErrorRetry = 0 };

        ConfirmedResult confirmed = await ConfirmAsync(() => new AmazonAccessAnalyzerClient(new BasicAWSCredentials("a", "b"), config), PolicyLinter.Default.Lint(Clean), mode);

        confirmed.Gaps.Should().ContainSingle().Which.Kind.Should().Be(ConfirmationGapKind.Unreachable);
        confirmed.Result.IsComplete.Should().Be(mode == ConfirmationMode.BestEffort);
    }

    [Test]
    public async Task Without_credentials_nothing_is_confirmed()
    {
        await using FakeAccessAnalyzer service = await FakeAccessAnalyzer.StartAsync(Reply.NoFindings);

        ConfirmedResult confirmed = await ConfirmAsync(() => new AmazonAccessAnalyzerClient(ConfigFor(service)), PolicyLinter.Default.Lint(Clean), ConfirmationMode.Required, TimeSpan.FromSeconds(20));

        confirmed.Gaps.Should().ContainSingle().Which.Should().Be(new ConfirmationGap("ValidatePolicy", ConfirmationGapKind.NoCredentials, "there are no credentials"));
        confirmed.Result.IsComplete.Should().BeFalse();
        service.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Without_a_region_nothing_is_confirmed()
    {
        ConfirmedResult confirmed = await ConfirmAsync(() => new AmazonAccessAnalyzerClient(), PolicyLinter.Default.Lint(Clean), ConfirmationMode.Required, TimeSpan.FromSeconds(20));

        confirmed.Gaps.Should().ContainSingle().Which.Should().Be(new ConfirmationGap("ValidatePolicy", ConfirmationGapKind.NoRegion, "no region is configured"));
        confirmed.Result.IsComplete.Should().BeFalse();
    }

    private static async Task<ConfirmedResult> ConfirmAsync(Func<IAmazonAccessAnalyzer> makeClient, LintResult local, ConfirmationMode mode, TimeSpan? limit = null)
    {
        using var service = new AccessAnalyzerService(makeClient);
        using var pass = new AccessAnalyzerPass(service, new() { Mode = mode, TimeLimit = limit ?? TimeSpan.FromSeconds(1) });
        return await pass.ConfirmAsync(local);
    }

    private static void NothingIsTold(ConfirmedResult confirmed) =>
        string.Join('\n', confirmed.Gaps).Should().NotContain("arn:").And.NotContain("s3:").And.NotContain("sagemaker:").And.NotContain("AKID");

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string At(string path) => Finding.Replace("PATH", path, StringComparison.Ordinal);

    private static TestCaseData Fault(string name, ConfirmationGapKind kind, params Reply[] script) =>
        new TestCaseData(kind, script).SetArgDisplayNames(name);
}
