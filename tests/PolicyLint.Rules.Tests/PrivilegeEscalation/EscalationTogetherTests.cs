using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Rules.PrivilegeEscalation;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalationTogetherTests
{
    private const string Runs = """{"Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:InvokeFunction"], "Resource": "*"}""";
    private const string Passes = """{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}""";
    private const string PassesOne = """{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/worker"}""";
    private const string AttachesAny = """{"Effect": "Allow", "Action": "iam:AttachUserPolicy", "Resource": "*"}""";
    private const string Everything = """{"Effect": "Allow", "Action": "*", "Resource": "*"}""";

    [Test]
    public void Two_policies_open_a_path_that_neither_opens()
    {
        Finding finding = Find(Of("user/Ann", Runs, Passes)).Should().ContainSingle().Subject;

        finding.Rule.Id.Should().Be("PL5005");
        finding.SecuritySeverity.Should().Be(SecuritySeverity.Critical);
        finding.Severity.Should().Be(Severity.Error);
        finding.Message.Should().StartWith("The policies of `user/Ann` together: `lambda:CreateFunction` with `iam:PassRole` on any role lets the caller ");
        finding.Source.GetText(finding.Span).Should().Be("\"lambda:CreateFunction\"");
        finding.Pointers.Should().HaveElementAt(0, "/Statement/0/Action/0");
    }

    [Test]
    public void What_one_policy_opens_is_told_there() =>
        Find(Of("user/Ann", $"{Runs}, {Passes}", Passes)).Should().BeEmpty();

    [Test]
    public void What_one_policy_opens_a_little_and_two_open_wide_is_told() =>
        Find(Of("user/Ann", $"{Runs}, {PassesOne}", Passes)).Should().ContainSingle().Which.Rule.Id.Should().Be("PL5005");

    [Test]
    public void A_named_role_is_no_finding_together_either() =>
        Find(Of("user/Ann", Runs, PassesOne)).Should().BeEmpty();

    [Test]
    public void Who_has_everything_by_one_policy_is_told_no_more()
    {
        Find(Of("user/Ann", Everything, Runs, Passes)).Should().BeEmpty();
        Find(Of("user/Ann", AttachesAny, Runs, Passes)).Should().BeEmpty();
    }

    [Test]
    public void A_group_counts_for_its_user()
    {
        EscalationPrincipal group = Of("group/Builders", Passes);
        EscalationPrincipal user = Of("user/Ann", Runs) with { Groups = [group] };

        Find(group).Should().BeEmpty();
        Find(user).Should().ContainSingle().Which.Message.Should().StartWith("The policies of `user/Ann` together");
    }

    [Test]
    public void What_a_group_opens_is_told_of_the_group_and_not_of_its_users()
    {
        EscalationPrincipal group = Of("group/Builders", Runs, Passes);
        EscalationPrincipal user = Of("user/Ann", """{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}""") with { Groups = [group] };

        Find(group).Should().ContainSingle();
        Find(user).Should().BeEmpty();
    }

    [Test]
    public void A_boundary_takes_away()
    {
        PolicyAccess boundary = Access("""{"Effect": "Allow", "Action": "lambda:*", "Resource": "*"}""", PolicyType.Boundary);
        EscalationPrincipal user = Of("user/Ann", Runs, Passes);

        Find(user with { Documents = user.Documents.Add(boundary) }).Should().BeEmpty();
    }

    [Test]
    public void A_boundary_grants_nothing()
    {
        EscalationPrincipal user = Of("user/Ann", Runs);

        Find(user with { Documents = user.Documents.Add(Access(Passes, PolicyType.Boundary)) }).Should().BeEmpty();
    }

    [Test]
    public void A_denial_in_a_third_policy_takes_away() =>
        Find(Of("user/Ann", Runs, Passes, """{"Effect": "Deny", "Action": "iam:PassRole", "Resource": "*"}""")).Should().BeEmpty();

    [Test]
    public void Options_decide_the_severity()
    {
        EscalationPrincipal user = Of("user/Ann", Runs, Passes);
        LintOptions Options(Severity? severity) => new() { Severities = LintOptions.Default.Severities.Add("escalate-by-new-role", severity) };

        EscalationAnalysis.FindTogether(user, Options(Severity.Warning)).Should().ContainSingle().Which.Severity.Should().Be(Severity.Warning);
        EscalationAnalysis.FindTogether(user, Options(severity: null)).Should().BeEmpty();
        EscalationAnalysis.FindTogether(user, new LintOptions { Profile = RuleProfile.AccessAnalyzer }).Should().BeEmpty();
    }

    private static ImmutableArray<Finding> Find(EscalationPrincipal principal) => EscalationAnalysis.FindTogether(principal);

    private static EscalationPrincipal Of(string name, params string[] documents) =>
        new(name, [.. documents.Select(statements => Access(statements, PolicyType.Identity))], []);

    private static PolicyAccess Access(string statements, PolicyType type) =>
        PolicyAccess.Of(PolicyDocument.Parse($$"""{"Version": "2012-10-17", "Statement": [{{statements}}]}""", type));
}
