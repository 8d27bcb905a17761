using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.PrivilegeEscalation;
using static PolicyLint.Rules.Tests.PrivilegeEscalation.Policies;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

/// <summary>All documents of a principal together.</summary>
public sealed class EscalationAnalysisTests
{
    private static readonly PolicyAccess Runs = Document(PolicyType.Identity, Allow("lambda:CreateFunction", "lambda:InvokeFunction"));

    private static readonly PolicyAccess Passes = Document(PolicyType.Identity, Allow("iam:PassRole"));

    [Test]
    public void Two_documents_that_are_harmless_alone_open_a_path_together()
    {
        Ids(Runs).Should().BeEmpty();
        Ids(Passes).Should().BeEmpty();

        Escalation open = EscalationAnalysis.Find([Runs, Passes]).Should().ContainSingle().Subject;
        open.Path.Id.Should().Be("lambda-invoke");
        open.Risk.Should().Be(SecuritySeverity.Critical);
        open.Grants.Select(grant => grant.Statement.Policy).Should().Equal(Passes, Runs, Runs);
        open.Key.Action.FullName.Should().Be("lambda:CreateFunction");
    }

    [Test]
    public void A_Deny_of_another_document_takes_a_step_away() =>
        Ids(Runs, Passes, Document(PolicyType.Identity, Statement("Deny", ["iam:PassRole"]))).Should().BeEmpty();

    [Test]
    public void A_Deny_of_the_same_resource_by_another_document_takes_it_away()
    {
        PolicyAccess puts = Document(PolicyType.Identity, Statement("Allow", ["iam:PutRolePolicy"], "arn:aws:iam::111122223333:role/app-*"));

        Ids(puts).Should().Equal("iam-08");
        Ids(puts, Document(PolicyType.Identity, Statement("Deny", ["iam:*"], "arn:aws:iam::*:role/app-*"))).Should().BeEmpty();
        Ids(puts, Document(PolicyType.Identity, Statement("Deny", ["iam:*"], "arn:aws:iam::*:role/app-admin"))).Should().Equal("iam-08");
    }

    [Test]
    public void A_boundary_takes_away_what_it_does_not_name_and_what_it_denies()
    {
        Ids(Runs, Passes, Document(PolicyType.Boundary, Allow("lambda:*", "s3:*"))).Should().BeEmpty();
        Ids(Runs, Passes, Document(PolicyType.Boundary, Allow("*"), Statement("Deny", ["iam:*"]))).Should().BeEmpty();
        Ids(Runs, Passes, Document(PolicyType.Boundary, Allow("*"))).Should().Equal("lambda-invoke");
    }

    [Test]
    public void Only_identity_policies_grant()
    {
        string all = Allow("*");
        EscalationAnalysis.Find([Document(PolicyType.Boundary, all), Document(PolicyType.Scp, all)]).Should().BeEmpty();
        EscalationAnalysis.Find([Document(PolicyType.Trust, all)]).Should().BeEmpty();
        EscalationAnalysis.Find([]).Should().BeEmpty();
    }

    [Test]
    public void The_policy_of_an_organisation_takes_away_what_it_denies() =>
        Ids(Runs, Passes, Document(PolicyType.Scp, Allow("*"), Statement("Deny", ["lambda:CreateFunction"]))).Should().BeEmpty();

    [Test]
    public void The_widest_grant_counts()
    {
        PolicyAccess narrow = Document(PolicyType.Identity, Statement("Allow", ["iam:PassRole"], "arn:aws:iam::111122223333:role/worker"));

        EscalationAnalysis.Find([Runs, narrow]).Single().Reach.Should().Be(EscalationReach.Named);
        EscalationAnalysis.Find([Runs, narrow, Passes]).Single().Reach.Should().Be(EscalationReach.Any);
    }

    [Test]
    public void An_open_grant_counts_before_one_under_a_condition()
    {
        PolicyAccess limited = Document(PolicyType.Identity, Statement("Allow", ["iam:PassRole"], "*", "StringEquals", "iam:PassedToService", "lambda.amazonaws.com"));

        EscalationAnalysis.Find([Runs, limited]).Single().Risk.Should().Be(SecuritySeverity.High);
        EscalationAnalysis.Find([Runs, limited, Passes]).Single().Risk.Should().Be(SecuritySeverity.Critical);
    }

    [Test]
    public void The_gravest_come_first()
    {
        var open = Open(Allow("lambda:UpdateFunctionCode", "iam:AttachUserPolicy", "secretsmanager:GetSecretValue"));
        open.Select(one => one.ToString()).Should().Equal("iam-11: Critical", "lambda-code: High", "cred-22: Medium");
    }

    [Test]
    public void Documents_of_two_catalogues_are_refused()
    {
        byte[] blob = File.ReadAllBytes(TestKit.Repository.PathOf("src", "PolicyLint", "Catalog", "catalog.bin"));
        var other = PolicyAccess.Of(Passes.Document, ServiceCatalog.Load(blob));

        FluentActions.Invoking(() => EscalationAnalysis.Find([Runs, other])).Should().Throw<ArgumentException>();
        Ids(PolicyAccess.Of(Runs.Document, other.Catalog), other).Should().Equal("lambda-invoke");
    }

    private static IEnumerable<string> Ids(params PolicyAccess[] documents) => EscalationAnalysis.Find(documents).Select(open => open.Path.Id);
}
