using PolicyLint.AccessAnalyzer.Caching;

namespace PolicyLint.AccessAnalyzer.Tests;

public sealed class AccessAnalyzerPassTests
{
    private const string PassAnyRole = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-west-1" } } }
          ]
        }
        """;

    private const string AllOfSageMaker = """
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:ListAllMyBuckets", "sagemaker:*"], "Resource": "*" }] }
        """;

    private const string Clean = """
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }] }
        """;

    [Test]
    public async Task A_finding_with_the_code_of_the_service_at_its_place_is_confirmed()
    {
        var service = new ScriptedService { Findings = _ => [ScriptedService.Finding("PASS_ROLE_WITH_STAR_IN_RESOURCE", "/Statement/1/Resource")] };

        ConfirmedResult confirmed = await ConfirmAsync(service, PassAnyRole);

        Told(confirmed).Should().Equal("PL1005 confirmed: ValidatePolicy reports PASS_ROLE_WITH_STAR_IN_RESOURCE here");
        confirmed.IsComplete.Should().BeTrue();
    }

    [Test]
    public async Task A_finding_with_the_code_of_the_service_at_another_place_is_not_confirmed_and_neither_is_lost()
    {
        var service = new ScriptedService { Findings = _ => [ScriptedService.Finding("PASS_ROLE_WITH_STAR_IN_RESOURCE", "/Statement/0/Resource")] };

        ConfirmedResult confirmed = await ConfirmAsync(service, PassAnyRole);

        Told(confirmed).Should().Equal(
            "PL0030 confirmed: Access Analyzer found it",
            "PL1005 not-confirmed: ValidatePolicy does not report PASS_ROLE_WITH_STAR_IN_RESOURCE here");
    }

    [Test]
    public async Task Another_code_at_its_place_confirms_nothing()
    {
        var service = new ScriptedService { Findings = _ => [ScriptedService.Finding("INVALID_ARN_PREFIX", "/Statement/1/Resource")] };

        ConfirmedResult confirmed = await ConfirmAsync(service, PassAnyRole);

        Told(confirmed).Should().BeEquivalentTo(
            "PL0030 confirmed: Access Analyzer found it",
            "PL1005 not-confirmed: ValidatePolicy does not report PASS_ROLE_WITH_STAR_IN_RESOURCE here");
    }

    [TestCase("", true)]
    [TestCase("/Statement/1", true)]
    [TestCase("/Statement", true)]
    [TestCase("/Statement/1/Resource", true)]
    [TestCase("/Statement/1/Condition", false)]
    [TestCase("/Statement/0", false)]
    public async Task A_place_around_it_is_its_place_and_one_beside_it_is_not(string pointer, bool isConfirmed)
    {
        ServiceFinding said = ScriptedService.Finding("PASS_ROLE_WITH_STAR_IN_RESOURCE", pointer);

        ConfirmedResult confirmed = await ConfirmAsync(new ScriptedService { Findings = _ => [said] }, PassAnyRole);

        confirmed.Result.Findings.Single(finding => finding.Rule.Id == "PL1005").Confirmation.Should().Be(isConfirmed ? Confirmation.Confirmed : Confirmation.NotConfirmed);
    }

    [Test]
    public async Task The_silence_of_the_service_deletes_nothing()
    {
        LintResult local = PolicyLinter.Default.Lint(PassAnyRole);

        ConfirmedResult confirmed = await ConfirmAsync(new ScriptedService(), PassAnyRole);

        Told(confirmed).Should().Equal("PL1005 not-confirmed: ValidatePolicy does not report PASS_ROLE_WITH_STAR_IN_RESOURCE here");
        confirmed.Result.Findings.Select(finding => finding.ToString()).Should().Equal(local.Findings.Select(finding => finding.ToString()));
        local.Findings.Should().OnlyContain(finding => finding.Confirmation == Confirmation.NotChecked, "the result that was given stays as it was");
    }

    [TestCase("ERROR", Severity.Error)]
    [TestCase("SECURITY_WARNING", Severity.Warning)]
    [TestCase("WARNING", Severity.Warning)]
    [TestCase("SUGGESTION", Severity.Suggestion)]
    [TestCase("SOMETHING_NEW", Severity.Warning)]
    public async Task What_only_the_service_found_appears_under_its_code_at_its_place(string type, Severity severity)
    {
        var service = new ScriptedService { Findings = _ => [ScriptedService.Finding("EMPTY_ARRAY_ACTION", "/Statement/0/Action", type, "Add actions. ")] };

        ConfirmedResult confirmed = await ConfirmAsync(service, Clean);

        Finding finding = confirmed.Result.Findings.Should().ContainSingle().Which;
        finding.Rule.Id.Should().Be("PL0030");
        finding.IssueCode!.Name.Should().Be("EMPTY_ARRAY_ACTION");
        finding.Rule.HelpUri.Should().Be("https://docs.aws.amazon.com/IAM/latest/UserGuide/x.html");
        finding.Message.Should().Be("Access Analyzer reports EMPTY_ARRAY_ACTION: Add actions");
        finding.Severity.Should().Be(severity);
        finding.Pointers.Should().Equal("/Statement/0/Action");
        finding.Source.GetText(finding.Span).Should().Be("\"s3:GetObject\"");
        finding.Confirmation.Should().Be(Confirmation.Confirmed);
    }

    [Test]
    public async Task A_link_to_elsewhere_is_not_followed()
    {
        ServiceFinding odd = ScriptedService.Finding("X", "/Statement") with { LearnMoreLink = "https://evil.example/" };

        ConfirmedResult confirmed = await ConfirmAsync(new ScriptedService { Findings = _ => [odd] }, Clean);

        confirmed.Result.Findings.Should().ContainSingle().Which.Rule.HelpUri.Should().Be("https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html");
    }

    [Test]
    public async Task A_grant_that_is_too_wide_is_confirmed_by_asking_for_what_is_open()
    {
        var service = new ScriptedService();

        ConfirmedResult confirmed = await ConfirmAsync(service, AllOfSageMaker);

        Told(confirmed).Should().Equal("PL3002 confirmed: CheckAccessNotGranted says that the policy grants some of it");
        AccessQuestion asked = service.Accesses.Should().ContainSingle().Which;
        asked.PolicyDocument.Should().Be(AllOfSageMaker);
        asked.PolicyType.Should().Be("IDENTITY_POLICY");
        asked.Actions.Should().HaveCount(100).And.OnlyContain(action => action.StartsWith("sagemaker:")).And.Contain("sagemaker:CreatePresignedDomainUrl");
        asked.Resources.Should().ContainSingle().Which.Should().StartWith("arn:aws:sagemaker:us-east-1:111122223333:").And.EndWith("policylint-unnamed");
    }

    [Test]
    public async Task A_grant_that_the_service_does_not_see_is_not_confirmed_and_stays()
    {
        ConfirmedResult confirmed = await ConfirmAsync(new ScriptedService { IsGranted = _ => false }, AllOfSageMaker);

        Told(confirmed).Should().Equal("PL3002 not-confirmed: CheckAccessNotGranted says that the policy grants none of it");
    }

    [Test]
    public async Task The_check_that_costs_money_can_be_switched_off()
    {
        var service = new ScriptedService();

        ConfirmedResult confirmed = await ConfirmAsync(service, AllOfSageMaker, new() { CheckGrants = false });

        Told(confirmed).Should().Equal("PL3002 not-checkable: the check that AWS charges for is switched off");
        service.Accesses.Should().BeEmpty();
        confirmed.IsComplete.Should().BeTrue();
    }

    [Test]
    public async Task A_finding_that_the_service_has_no_check_for_is_not_checkable()
    {
        var service = new ScriptedService();

        // PL1006 is about a condition that is missing, and the check takes no conditions.
        ConfirmedResult confirmed = await ConfirmAsync(service, """
            { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/team" }] }
            """);

        Told(confirmed).Should().Equal("PL1006 not-checkable: Access Analyzer has no check for this");
        service.Accesses.Should().BeEmpty();
        confirmed.IsComplete.Should().BeTrue();
    }

    [Test]
    public async Task Off_asks_nobody_and_changes_nothing()
    {
        var service = new ScriptedService();
        using var pass = new AccessAnalyzerPass(service, new() { Mode = ConfirmationMode.Off });
        LintResult local = PolicyLinter.Default.Lint(PassAnyRole);

        ConfirmedResult confirmed = await pass.ConfirmAsync(local);

        confirmed.Result.Should().BeSameAs(local);
        confirmed.IsComplete.Should().BeTrue();
        service.Validations.Should().BeEmpty();
    }

    [TestCase(PolicyType.Identity, "IDENTITY_POLICY", null)]
    [TestCase(PolicyType.Boundary, "IDENTITY_POLICY", null)]
    [TestCase(PolicyType.Scp, "SERVICE_CONTROL_POLICY", null)]
    [TestCase(PolicyType.Rcp, "RESOURCE_CONTROL_POLICY", null)]
    [TestCase(PolicyType.Resource, "RESOURCE_POLICY", "AWS::S3::Bucket")]
    [TestCase(PolicyType.Trust, "RESOURCE_POLICY", "AWS::IAM::AssumeRolePolicyDocument")]
    [TestCase(PolicyType.VpcEndpoint, "RESOURCE_POLICY", null)]
    public async Task Each_type_of_policy_is_asked_about_as_the_service_calls_it(PolicyType type, string name, string? resourceType)
    {
        var service = new ScriptedService();
        using var pass = new AccessAnalyzerPass(service, new() { ResourceType = "AWS::S3::Bucket" });

        await pass.ConfirmAsync(PolicyLinter.Default.Lint(Clean, type));

        service.Validations.Should().Equal(new ValidationQuestion(Clean, name, resourceType));
    }

    [Test]
    public async Task The_text_is_sent_as_it_is_without_its_byte_order_mark()
    {
        var service = new ScriptedService { Findings = _ => [ScriptedService.Finding("X", "/Statement/0/Action")] };

        ConfirmedResult confirmed = await ConfirmAsync(service, "\uFEFF" + Clean);

        service.Validations.Should().ContainSingle().Which.PolicyDocument.Should().Be(Clean);
        Finding finding = confirmed.Result.Findings.Single(finding => finding.Rule.Id == "PL0030");
        finding.Source.GetText(finding.Span).Should().Be("\"s3:GetObject\"");
    }

    [TestCase(ConfirmationMode.BestEffort)]
    [TestCase(ConfirmationMode.Required)]
    public async Task A_policy_with_parts_that_are_not_known_is_not_sent(ConfirmationMode mode)
    {
        var service = new ScriptedService();

        ConfirmedResult confirmed = await ConfirmAsync(service, PassAnyRole.Replace("data", "\uFFFF", StringComparison.Ordinal), new() { Mode = mode });

        service.Validations.Should().BeEmpty();
        service.Accesses.Should().BeEmpty();
        confirmed.Result.Findings.Should().Contain(finding => finding.Rule.Id == "PL1005").And.OnlyContain(finding => finding.Confirmation == Confirmation.Unavailable);
        confirmed.Gaps.Should().ContainSingle().Which.Kind.Should().Be(ConfirmationGapKind.CannotBeAsked);
        confirmed.Result.IsComplete.Should().Be(mode != ConfirmationMode.Required);
    }

    [Test]
    public async Task A_question_that_was_asked_costs_no_call()
    {
        var service = new ScriptedService { Findings = _ => [ScriptedService.Finding("X", "/Statement/0")] };
        var cache = new MemoryConfirmationCache();

        ConfirmedResult first = await ConfirmAsync(service, AllOfSageMaker, new() { Cache = cache });
        ConfirmedResult second = await ConfirmAsync(service, AllOfSageMaker, new() { Cache = cache });

        service.Validations.Should().HaveCount(1);
        service.Accesses.Should().HaveCount(1);
        Told(second).Should().Equal(Told(first)).And.HaveCount(2);
    }

    [Test]
    public async Task What_is_kept_is_used_where_the_service_is_gone()
    {
        var cache = new MemoryConfirmationCache();
        await ConfirmAsync(new ScriptedService(), Clean, new() { Cache = cache });
        var gone = new ScriptedService { Findings = _ => throw new HttpRequestException() };
        using var pass = new AccessAnalyzerPass(gone, new() { Cache = cache });

        ConfirmedResult other = await pass.ConfirmAsync(PolicyLinter.Default.Lint(PassAnyRole));
        ConfirmedResult kept = await pass.ConfirmAsync(PolicyLinter.Default.Lint(Clean));

        other.IsComplete.Should().BeFalse();
        kept.IsComplete.Should().BeTrue();
    }

    [Test]
    public async Task Another_region_is_asked_anew()
    {
        var cache = new MemoryConfirmationCache();
        var elsewhere = new ScriptedService { Region = "us-east-2" };
        await ConfirmAsync(new ScriptedService(), Clean, new() { Cache = cache });

        await ConfirmAsync(elsewhere, Clean, new() { Cache = cache });

        elsewhere.Validations.Should().HaveCount(1);
    }

    [Test]
    public async Task A_service_without_a_way_to_it_is_tried_once()
    {
        var service = new ScriptedService { Findings = _ => throw new HttpRequestException("no") };
        using var pass = new AccessAnalyzerPass(service);

        ConfirmedResult[] confirmed = await Task.WhenAll(
            pass.ConfirmAsync(PolicyLinter.Default.Lint(Clean)),
            pass.ConfirmAsync(PolicyLinter.Default.Lint(PassAnyRole)));
        ConfirmedResult later = await pass.ConfirmAsync(PolicyLinter.Default.Lint(AllOfSageMaker));

        service.Accesses.Should().BeEmpty();
        confirmed.Append(later).SelectMany(each => each.Gaps).Distinct().Should().ContainSingle("it is said once")
            .Which.ToString().Should().Be("Access Analyzer was not heard (ValidatePolicy): there is no way to the service, or the connection was cut");
    }

    [Test]
    public async Task A_service_that_was_away_is_asked_again_after_a_minute()
    {
        var clock = new SetClock();
        bool isAway = true;
        var service = new ScriptedService { Findings = _ => isAway ? throw new HttpRequestException("no") : [] };
        using var pass = new AccessAnalyzerPass(service, new() { Clock = clock });
        LintResult local = PolicyLinter.Default.Lint(Clean);
        await pass.ConfirmAsync(local);
        isAway = false;

        clock.Now += TimeSpan.FromSeconds(59);
        (await pass.ConfirmAsync(local)).IsComplete.Should().BeFalse();

        clock.Now += TimeSpan.FromSeconds(1);
        (await pass.ConfirmAsync(local)).IsComplete.Should().BeTrue();
    }

    [Test]
    public async Task A_policy_is_sent_with_the_white_space_around_it_and_with_nothing_else()
    {
        var service = new ScriptedService();

        await ConfirmAsync(service, $"\n  {Clean}\t\r\n");
        ConfirmedResult hosted = await ConfirmAsync(service, $"/* the password is x */ {Clean}");

        service.Validations.Should().ContainSingle().Which.PolicyDocument.Should().Be($"\n  {Clean}\t\r\n");
        hosted.Gaps.Should().ContainSingle().Which.Kind.Should().Be(ConfirmationGapKind.CannotBeAsked);
    }

    [Test]
    public async Task What_a_service_throws_is_never_repeated()
    {
        var service = new ScriptedService { Findings = question => throw new InvalidOperationException(question.PolicyDocument) };

        ConfirmedResult confirmed = await ConfirmAsync(service, PassAnyRole, new() { Mode = ConfirmationMode.Required });

        confirmed.Gaps.Should().Equal(new ConfirmationGap("ValidatePolicy", ConfirmationGapKind.ServiceFailed, "the call failed with InvalidOperationException"));
        Told(confirmed).Should().Equal("PL1005 unavailable: the call failed with InvalidOperationException");
        confirmed.Result.IsComplete.Should().BeFalse();
    }

    [Test]
    public void Questions_do_not_tell_the_policy()
    {
        $"{new ValidationQuestion(Clean, "IDENTITY_POLICY", null)} {new AccessQuestion(Clean, "IDENTITY_POLICY", ["s3:GetObject"], [])}"
            .Should().Be("ValidatePolicy of IDENTITY_POLICY CheckAccessNotGranted of IDENTITY_POLICY: 1 actions, 0 resources");
    }

    [Test]
    public async Task Who_calls_can_end_the_pass()
    {
        using var ended = new CancellationTokenSource();
        var service = new ScriptedService
        {
            Findings = _ =>
            {
                ended.Cancel();
                throw new OperationCanceledException();
            },
        };
        using var pass = new AccessAnalyzerPass(service);

        Func<Task> call = () => pass.ConfirmAsync(PolicyLinter.Default.Lint(Clean), ended.Token);

        await call.Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task A_service_that_does_not_heed_the_time_limit_is_left_behind()
    {
        using var never = new ManualResetEventSlim();
        var service = new ScriptedService
        {
            Findings = _ =>
            {
                never.Wait(TimeSpan.FromSeconds(30));
                return [];
            },
        };

        ConfirmedResult confirmed = await ConfirmAsync(service, Clean, new() { TimeLimit = TimeSpan.FromMilliseconds(100) });
        never.Set();

        confirmed.Gaps.Should().ContainSingle().Which.Kind.Should().Be(ConfirmationGapKind.TimedOut);
    }

    private static async Task<ConfirmedResult> ConfirmAsync(IPolicyValidationService service, string policy, ConfirmationOptions? options = null)
    {
        using var pass = new AccessAnalyzerPass(service, options);
        return await pass.ConfirmAsync(PolicyLinter.Default.Lint(PolicyDocument.Parse(SourceText.From(policy))));
    }

    private static IEnumerable<string> Told(ConfirmedResult confirmed) =>
        confirmed.Result.Findings.Select(finding => $"{finding.Rule.Id} {finding.Confirmation.ToName()}: {finding.ConfirmationReason}");
}
