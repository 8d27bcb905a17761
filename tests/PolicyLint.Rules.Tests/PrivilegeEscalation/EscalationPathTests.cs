using System.Text.RegularExpressions;
using PolicyLint.Rules.PrivilegeEscalation;
using static PolicyLint.Rules.Tests.PrivilegeEscalation.Policies;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

/// <summary>Every path of the data, on policies made of nothing but its own steps.</summary>
public sealed class EscalationPathTests
{
    // A name and an account that no resource of the data has.
    private const string Elsewhere = "arn:aws:polly:eu-west-1:111122223333:lexicon/unrelated";

    private static IEnumerable<TestCaseData> Live => Cases(EscalationPaths.All.Where(path => path.Retired is null));

    private static IEnumerable<TestCaseData> Retired => Cases(EscalationPaths.All.Where(path => path.Retired is not null));

    private static IEnumerable<TestCaseData> PassingARole => Cases(EscalationPaths.All.Where(path => path.PassesRole));

    private static IEnumerable<TestCaseData> Guarded => Cases(EscalationPaths.All.Where(path => !path.Guards.IsEmpty));

    private static IEnumerable<TestCaseData> Cases(IEnumerable<EscalationPath> paths) =>
        paths.Select(path => new TestCaseData(path).SetArgDisplayNames(path.Id));

    [TestCaseSource(nameof(Live))]
    public void A_path_is_open_to_whoever_may_take_each_step(EscalationPath path)
    {
        Escalation? open = Open(path, [.. path.Steps.Select(step => Allow(step.Actions[0]))]);

        open.Should().NotBeNull();
        open!.Reach.Should().Be(EscalationReach.Any);
        open.Risk.Should().Be(path.Most);
        open.Grants.Select(grant => grant.Action.FullName).Should().Equal(path.Steps.Select(step => step.Actions[0]));
        open.Grants.Select(grant => grant.Place.Pointer).Should().Equal(path.Steps.Select((_, i) => $"/Statement/{i}/Action/0"));
    }

    [TestCaseSource(nameof(Live))]
    public void Each_alternative_of_a_step_will_do_in_capitals_too(EscalationPath path)
    {
        foreach (EscalationStep step in path.Steps)
        {
            foreach (string action in step.Actions)
            {
                IEnumerable<string> actions = path.Steps.Select(other => (other == step ? action : other.Actions[0]).ToUpperInvariant());
                IsOpen(path, Statement("Allow", actions)).Should().BeTrue(because: "{0} is enough", action);
            }
        }
    }

    [TestCaseSource(nameof(Live))]
    public void Wildcards_and_NotAction_open_it_as_well(EscalationPath path)
    {
        IsOpen(path, Statement("Allow", path.Steps.Select(step => step.Actions[0][..^1] + "?"))).Should().BeTrue();
        IsOpen(path, """{ "Effect": "Allow", "NotAction": "sqs:ListQueues", "Resource": "*" }""").Should().BeTrue();
    }

    [TestCaseSource(nameof(Live))]
    public void No_step_can_be_left_out(EscalationPath path)
    {
        foreach (EscalationStep missing in path.Steps)
            IsOpen(path, Statement("Allow", [.. path.Steps.Where(step => step != missing).SelectMany(step => step.Actions).Except(missing.Actions), "sqs:ListQueues"])).Should().BeFalse();
    }

    [TestCaseSource(nameof(Live))]
    public void A_Deny_that_covers_a_step_closes_it(EscalationPath path)
    {
        string allow = Statement("Allow", path.Steps.SelectMany(step => step.Actions));
        foreach (EscalationStep step in path.Steps)
            IsOpen(path, allow, Statement("Deny", step.Actions)).Should().BeFalse(because: "nobody may {0}", step.Actions[0]);
    }

    [TestCaseSource(nameof(Live))]
    public void A_Deny_of_other_resources_or_under_a_condition_leaves_it_open(EscalationPath path)
    {
        string[] actions = [.. path.Steps.SelectMany(step => step.Actions)];
        IsOpen(path, Statement("Allow", actions), Statement("Deny", actions, Elsewhere)).Should().BeTrue();
        IsOpen(path, Statement("Allow", actions), Statement("Deny", actions, "*", MfaMissing)).Should().BeTrue();
    }

    [TestCaseSource(nameof(Live))]
    public void An_Allow_on_resources_that_no_step_works_on_does_not_open_it(EscalationPath path) =>
        IsOpen(path, Statement("Allow", path.Steps.SelectMany(step => step.Actions), Elsewhere)).Should().BeFalse();

    [TestCaseSource(nameof(PassingARole))]
    public void A_role_for_another_service_does_not_open_it(EscalationPath path)
    {
        string rest = Statement("Allow", path.Steps.Skip(1).SelectMany(step => step.Actions));
        IsOpen(path, rest, PassRole("StringEquals", "iam:PassedToService", "somebody.else.amazonaws.com")).Should().BeFalse();
        IsOpen(path, rest, PassRole("StringNotEquals", ["iam:PassedToService", .. path.Services])).Should().BeFalse();
        IsOpen(path, rest, PassRole(), Statement("Deny", ["iam:PassRole"], "*", "StringNotEquals", "iam:PassedToService", "somebody.else.amazonaws.com")).Should().BeFalse();
        IsOpen(path, rest, PassRole(), Statement("Deny", ["iam:PassRole"], "*", ["StringEquals", "iam:PassedToService", .. path.Services])).Should().BeFalse();
    }

    [TestCaseSource(nameof(PassingARole))]
    public void A_role_for_its_service_or_for_any_opens_it(EscalationPath path)
    {
        string rest = Statement("Allow", path.Steps.Skip(1).SelectMany(step => step.Actions));
        foreach (string service in path.Services)
            Open(path, rest, PassRole("StringEquals", "iam:PassedToService", "somebody.else.amazonaws.com", service))!.IsServiceLimited.Should().BeTrue();

        Open(path, rest, PassRole("StringLike", "iam:PassedToService", "*"))!.IsServiceLimited.Should().BeFalse();
        Open(path, rest, PassRole("StringEqualsIfExists", "iam:PassedToService", "somebody.else.amazonaws.com"))!.IsServiceLimited.Should().BeFalse();
        Open(path, rest, PassRole("StringEqualsIfExists", "iam:PassedToService", path.Services[0]))!.IsServiceLimited.Should().BeTrue();
        Open(path, rest, PassRole("StringNotEquals", "iam:PassedToService", "somebody.else.amazonaws.com"))!.IsServiceLimited.Should().BeFalse();
    }

    [TestCaseSource(nameof(PassingARole))]
    public void One_named_role_is_no_risk_that_a_rule_reports(EscalationPath path)
    {
        string rest = Statement("Allow", path.Steps.Skip(1).SelectMany(step => step.Actions));
        Escalation? open = Open(path, rest, Statement("Allow", ["iam:PassRole"], "arn:aws:iam::111122223333:role/worker"));

        open!.Reach.Should().Be(EscalationReach.Named);
        open.Risk.Should().Be(SecuritySeverity.None);
    }

    [TestCaseSource(nameof(Guarded))]
    public void A_guard_closes_it_as_a_demand_and_as_a_Deny_of_all_else(EscalationPath path)
    {
        string[] actions = [.. path.Steps.SelectMany(step => step.Actions)];
        foreach (string guard in path.Guards)
        {
            IsOpen(path, Statement("Allow", actions, "*", "StringEquals", guard, "known")).Should().BeFalse();
            IsOpen(path, Statement("Allow", actions), Statement("Deny", actions, "*", "StringNotEquals", guard, "known")).Should().BeFalse();
            IsOpen(path, Statement("Allow", actions, "*", "StringNotEquals", guard, "known")).Should().BeTrue(because: "all but one value is no guard");
        }
    }

    [TestCase("iam-12", "ArnLike", "iam:PolicyARN", "arn:aws:iam::111122223333:policy/team/*", false)]
    [TestCase("iam-12", "ArnEquals", "iam:PolicyARN", "arn:aws:iam::aws:policy/ReadOnlyAccess", false)]
    [TestCase("iam-12", "ArnLike", "iam:PolicyARN", "arn:aws:iam::aws:policy/*", true)]
    [TestCase("iam-12", "StringLike", "iam:PolicyARN", "arn:aws:iam::*:policy/*Access", true)]
    [TestCase("iam-12", "StringEquals", "iam:PolicyARN", "arn:aws:iam::aws:policy/AdministratorAccess", true)]
    [TestCase("iam-08", "StringEquals", "iam:PermissionsBoundary", "arn:aws:iam::aws:policy/AdministratorAccess", true)]
    [TestCase("iam-08", "StringEquals", "iam:PermissionsBoundary", "arn:aws:iam::111122223333:policy/edge", false)]
    public void A_guard_that_lets_the_administrators_policy_in_is_none(string id, string @operator, string key, string value, bool isOpen)
    {
        EscalationPath path = EscalationPaths.All.Single(path => path.Id == id);
        string action = path.Key.Actions[0];
        string not = @operator.StartsWith("Arn", StringComparison.Ordinal) ? $"ArnNot{@operator[3..]}" : $"StringNot{@operator[6..]}";

        IsOpen(path, Statement("Allow", [action], "*", @operator, key, value)).Should().Be(isOpen);
        IsOpen(path, Allow(action), Statement("Deny", [action], "*", not, key, value)).Should().Be(isOpen);
    }

    [TestCaseSource(nameof(Live))]
    public void The_finding_names_the_path_and_is_short_even_under_a_condition(EscalationPath path)
    {
        string policy = $$"""{ "Version": "2012-10-17", "Statement": [{{string.Join(", ", path.Steps.Select(step => Statement("Allow", [step.Actions[0]], "*", "Bool", "aws:MultiFactorAuthPresent", "true")))}}] }""";
        var linter = new PolicyLinter(BuiltInRules.All.OfType<EscalationRule>(), new LintOptions { Profile = RuleProfile.Hardened });
        List<string> messages = [.. linter.Lint(policy, PolicyType.Identity).Findings.Where(finding => finding.Rule.Id == path.RuleId).Select(finding => finding.Message)];

        if (path.Most == SecuritySeverity.None)
        {
            messages.Should().BeEmpty();
            return;
        }

        messages.Should().ContainSingle();
        Regex.Replace(messages[0], "`[^`]*`", "``").Length.Should().BeLessThanOrEqualTo(160, because: messages[0]);
        messages[0].Should().Contain(" under a condition: ").And.Contain("(path `");
    }

    [TestCaseSource(nameof(Retired))]
    public void A_retired_path_is_never_open(EscalationPath path) => IsOpen(path, Allow("*")).Should().BeFalse();

    private static string PassRole(params string[] condition) => Statement("Allow", ["iam:PassRole"], "*", condition);

    private static string PassRole(string @operator, string[] keyAndValues) => PassRole([@operator, .. keyAndValues]);
}
