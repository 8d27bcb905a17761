using PolicyLint.Rules;

namespace PolicyLint.MSBuild.Tests;

/// <summary>What a build hears from the task, and whether it goes on.</summary>
public sealed class LintIamPoliciesTests
{
    private const string Everything =
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:*", "Resource": "*" }
          ]
        }
        """;

    private const string Narrow =
        """
        {
          "Version": "2012-10-17",
          "Statement": [ { "Effect": "Allow", "Action": "sagemaker:DescribeEndpoint", "Resource": "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn" } ]
        }
        """;

    private const string Template =
        """
        Resources:
          Users:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: sagemaker:*
                    Resource: "*"
        """;

    /// <summary>A configuration with one rule, which finds one thing in <see cref="Narrow"/>.</summary>
    private static string Finding(string severity) =>
        $$"""{ "customRules": [ { "id": "TEAM0001", "name": "no-describing", "message": "No describing", "severity": "{{severity}}", "actions": { "anyOf": ["sagemaker:DescribeEndpoint"] } } ] }""";

    private ProjectFolder _project = null!;

    [SetUp]
    public void MakeProject() => _project = new ProjectFolder();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public void A_finding_has_its_file_place_code_and_page()
    {
        _project.With("policies/ml.json", Everything).Build("policies/ml.json").Should().BeFalse();

        _project.Lines.Should().ContainSingle().Which.Should().StartWith("policies/ml.json(4, 36, 4, 49): error PL3002: Every SageMaker permission on every resource");
        _project.Helps.Should().ContainSingle().Which.Should().EndWith("docs/rules/PL3002.md");
    }

    [Test]
    public void A_narrow_policy_builds_without_a_word()
    {
        _project.With("policies/ml.json", Narrow).Build("policies/ml.json").Should().BeTrue();
        _project.Lines.Should().BeEmpty();
    }

    [Test]
    public void A_policy_in_a_template_is_found_at_its_line()
    {
        _project.With("ml.yaml", Template).Build("ml.yaml").Should().BeFalse();
        _project.Lines.Should().Contain(line => line.StartsWith("ml.yaml(9, ", StringComparison.Ordinal) && line.Contains("error PL3002: ", StringComparison.Ordinal) && line.EndsWith("(in Users (PolicyDocument))", StringComparison.Ordinal));
    }

    // One row for each row of the table in docs/msbuild.md.
    [TestCase(null, null, null, "warning TEAM0001", true)]
    [TestCase("false", null, null, "warning TEAM0001", true)]
    [TestCase("true", null, null, "error TEAM0001", false)]
    [TestCase("True", "PL3001;PL4001", null, "error TEAM0001", false)]
    [TestCase("true", "CS0168; team0001", null, "warning TEAM0001", true)]
    [TestCase("true", null, "1591;TEAM0001", null, true)]
    [TestCase(null, null, "CS1591,TEAM0001", null, true)]
    public void A_warning_is_what_the_project_says_of_warnings(string? treatAsErrors, string? notAsErrors, string? noWarn, string? expected, bool succeeds)
    {
        _project.With("ml.json", Narrow).With("policylint.json", Finding("warning"));
        (_project.TreatWarningsAsErrors, _project.WarningsNotAsErrors, _project.NoWarn) = (treatAsErrors, notAsErrors, noWarn);

        _project.Build("ml.json").Should().Be(succeeds);

        if (expected is null)
            _project.Lines.Should().BeEmpty();
        else
            _project.Lines.Should().ContainSingle().Which.Should().Contain($": {expected}: ");
    }

    [Test]
    public void A_suggestion_is_a_message_that_people_see()
    {
        _project.TreatWarningsAsErrors = "true";
        _project.With("ml.json", Narrow).With("policylint.json", Finding("suggestion")).Build("ml.json").Should().BeTrue();
        _project.Lines.Should().ContainSingle().Which.Should().Contain(": High message TEAM0001: ");
    }

    [Test]
    public void An_error_stays_one_although_warnings_are_none()
    {
        _project.WarningsNotAsErrors = "PL3002";
        _project.With("ml.json", Everything).Build("ml.json").Should().BeFalse();
    }

    [Test]
    public void A_file_that_is_not_there_fails_the_build_and_the_others_are_checked()
    {
        _project.With("ml.json", Everything).Build("gone.json", "ml.json").Should().BeFalse();
        _project.Lines.Should().HaveCount(2);
        _project.Lines[0].Should().Be("gone.json(0, 0, 0, 0): error PLMSB002: The policy cannot be read: there is no such file");
        _project.Lines[1].Should().Contain("PL3002");
    }

    [Test]
    public void A_folder_fails_the_build()
    {
        _project.With("policies/ml.json", Narrow).Build("policies").Should().BeFalse();
        _project.Lines.Should().ContainSingle().Which.Should().Contain("PLMSB002").And.Contain("it is a folder");
    }

    [TestCase("[1, 2]")]
    [TestCase("not JSON")]
    [TestCase("")]
    public void A_file_that_is_no_policy_fails_the_build(string content)
    {
        _project.With("ml.json", content).Build("ml.json").Should().BeFalse();
        _project.Lines.Should().Contain("ml.json(0, 0, 0, 0): error PLMSB003: The file cannot be read as a policy, nor as one that holds policies");
    }

    [Test]
    public void What_keeps_a_policy_from_being_read_cannot_be_switched_off()
    {
        _project.NoWarn = "PL0010;PL0011;PL0012;PL0013;PLMSB002;PLMSB003";
        _project.With("ml.json", "{").Build("ml.json").Should().BeFalse();
    }

    [Test]
    public void A_wrong_configuration_fails_the_build_at_its_place_once()
    {
        _project.With("a.json", Narrow).With("b.json", Narrow).With("policylint.json", "{\n  \"profil\": \"default\"\n}").Build("a.json", "b.json").Should().BeFalse();
        _project.Lines.Should().ContainSingle().Which.Should().StartWith("policylint.json(2, 3, ").And.Contain("error PLMSB005: ");
    }

    [Test]
    public void A_rule_that_fails_fails_the_build()
    {
        _project.Rules = [new FailingRule()];
        _project.With("ml.json", Narrow).Build("ml.json").Should().BeFalse();
        _project.Lines.Should().Contain(line => line.Contains("error PL0001: ", StringComparison.Ordinal));
        _project.Lines.Should().Contain("ml.json(0, 0, 0, 0): error PLMSB004: The check of this file is incomplete");
        _project.Build("ml.json").Should().BeFalse(because: "a failure is not remembered as clean");
    }

    [Test]
    public void A_project_without_policies_is_warned()
    {
        _project.Build().Should().BeTrue();
        _project.Lines.Should().ContainSingle().Which.Should().Contain("test.csproj").And.Contain("warning PLMSB006: ");

        _project.TreatWarningsAsErrors = "true";
        _project.Build().Should().BeFalse();
    }

    [Test]
    public void A_configuration_that_a_pattern_takes_is_no_policy()
    {
        _project.With("ml.json", Narrow).With("policylint.json", "{}").Build("policylint.json", "ml.json").Should().BeTrue();
        _project.Lines.Should().BeEmpty();
    }

    [Test]
    public void Text_of_a_policy_cannot_pose_as_a_line_of_the_log()
    {
        _project.With("ml.json", Everything.Replace("sagemaker:*", "sagemaker:\\n##vso[task.complete result=Succeeded]\\u001b[2J", StringComparison.Ordinal)).Build("ml.json").Should().BeFalse();
        _project.Lines.Should().NotBeEmpty().And.OnlyContain(line => !line.Contains('\n') && !line.Contains('\u001b') && !line.Contains("##vso", StringComparison.Ordinal));
    }

    [Test]
    public void A_brace_in_a_message_is_a_brace()
    {
        _project.With("ml.json", Everything.Replace("sagemaker:*", "sagemaker:{0}{", StringComparison.Ordinal)).Build("ml.json");
        _project.Lines.Should().Contain(line => line.Contains("sagemaker:{0}{", StringComparison.Ordinal));
    }

    private sealed class FailingRule() : PolicyRule(About)
    {
        private static RuleDescriptor About { get; } = new()
        {
            Id = "TEST0001",
            Name = "always-fails",
            Category = RuleCategory.Correctness,
            DefaultSeverity = Severity.Warning,
            Title = "Fails",
            Why = "For the test.",
            Remedy = "None.",
            Sources = [],
        };

        public override void CheckPolicy(Analysis.PolicyAccess policy, RuleContext context) => throw new InvalidOperationException("on purpose");
    }
}
