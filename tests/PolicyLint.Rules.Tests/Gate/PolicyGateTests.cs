using PolicyLint.Rules.Maintainability;

namespace PolicyLint.Rules.Tests.Gate;

public sealed class PolicyGateTests
{
    private const string Clean = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["sagemaker:ListEndpoints"], "Resource": "*" }
          ]
        }
        """;

    private static readonly PolicyDocument Everything = PolicyDocument.Parse(SourceText.From(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sagemaker:*"],"Resource":"*"}]}""", "ml-users.json"));

    [Test]
    public async Task A_clean_policy_comes_out_as_it_was_written() =>
        (await PolicyGate.Default.EmitAsync(PolicyDocument.Parse(Clean))).Should().Be(Clean);

    [Test]
    public async Task It_comes_out_minified_where_that_is_asked_for()
    {
        var gate = new PolicyGate(PolicyLinter.Default) { Format = PolicyFormat.Minified };
        (await gate.EmitAsync(PolicyDocument.Parse(Clean))).Should().Be(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sagemaker:ListEndpoints"],"Resource":"*"}]}""");
    }

    [Test]
    public async Task The_founding_example_does_not_come_out_and_the_exception_says_why()
    {
        Func<Task> emit = () => PolicyGate.Default.EmitAsync(Everything);
        PolicyRejectedException rejected = (await emit.Should().ThrowAsync<PolicyRejectedException>()).Which;
        rejected.Result.Findings.Should().ContainSingle().Which.Rule.Name.Should().Be("sagemaker-full-access");
        rejected.Message.Should().StartWith("The policy was not let out, because of what was found.\nml-users.json:1:66 error PL3002 sagemaker-full-access: ");
    }

    [Test]
    public async Task A_caller_who_shows_the_findings_gets_them_and_no_text()
    {
        GateResult result = await PolicyGate.Default.TryEmitAsync(Everything);
        result.IsEmitted.Should().BeFalse();
        result.Policy.Should().BeNull();
        result.Result.Findings.Should().ContainSingle();
    }

    [TestCase("{\"Version\": \"2012-10-17\", \"Statement\": [", "it could not be read as a policy", TestName = "Text_that_breaks_off_does_not_come_out")]
    [TestCase("[]", "it could not be read as a policy", TestName = "What_is_no_policy_does_not_come_out")]
    public async Task Broken(string text, string reason)
    {
        Func<Task> emit = () => PolicyGate.Default.EmitAsync(PolicyDocument.Parse(text));
        (await emit.Should().ThrowAsync<PolicyRejectedException>()).Which.Message.Should().StartWith($"The policy was not let out, because {reason}.");
    }

    [Test]
    public async Task A_suggestion_keeps_nothing_in_unless_that_is_asked_for()
    {
        PolicyDocument policy = PolicyDocument.Parse(Clean.Replace("\"Resource\": \"*\" }", "\"Resource\": \"*\", \"Condition\": {} }", StringComparison.Ordinal));
        GateResult lenient = await PolicyGate.Default.TryEmitAsync(policy);
        GateResult strict = await new PolicyGate(PolicyLinter.Default) { RejectFrom = Severity.Suggestion }.TryEmitAsync(policy);

        lenient.IsEmitted.Should().BeTrue();
        lenient.Result.Findings.Should().ContainSingle().Which.Severity.Should().Be(Severity.Suggestion);
        strict.IsEmitted.Should().BeFalse();
    }

    [Test]
    public async Task A_text_that_outgrows_its_quota_by_its_white_space_does_not_come_out()
    {
        string statement = """{"Effect":"Deny","Action":"sagemaker:CreateNotebookInstance","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}}""";
        PolicyDocument policy = PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', Enumerable.Repeat(statement, 67))}}]}""", PolicyType.Scp);
        var linter = new PolicyLinter([new PolicySizeQuota()]);

        (await new PolicyGate(linter).TryEmitAsync(policy)).IsEmitted.Should().BeTrue();
        GateResult indented = await new PolicyGate(linter) { Format = PolicyFormat.Indented, RejectFrom = Severity.Suggestion }.TryEmitAsync(policy);
        indented.IsEmitted.Should().BeFalse();
        indented.Result.Findings.Should().ContainSingle().Which.Message.Should().Contain("fits only minified");
    }

    [Test]
    public async Task Nothing_comes_out_while_a_confirmation_that_is_required_is_missing()
    {
        var gate = new PolicyGate(PolicyLinter.Default, new MissingWitness());
        Func<Task> emit = () => gate.EmitAsync(PolicyDocument.Parse(Clean));
        (await emit.Should().ThrowAsync<PolicyRejectedException>()).Which.Message.Should().StartWith("The policy was not let out, because the check is not complete.");
    }

    private sealed class MissingWitness : IFindingConfirmer
    {
        public ValueTask<LintResult> ConfirmAsync(LintResult result, CancellationToken cancellationToken) => ValueTask.FromResult(result.With(result.Findings, isComplete: false));
    }
}
