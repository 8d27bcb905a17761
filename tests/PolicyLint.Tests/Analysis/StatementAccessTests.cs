using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class StatementAccessTests
{
    private const string Unknown = "\uFFFF";

    [Test]
    public void Actions_are_united() =>
        Statements.One("'Action': ['sagemaker:DeleteEndpoint', 'sagemaker:CreateEndpoint', 'sagemaker:deleteEndpoint'], 'Resource': '*'")
            .Actions.Should().Equal(Statements.SetOf("sagemaker:CreateEndpoint", "sagemaker:DeleteEndpoint"));

    [Test]
    public void NotAction_is_everything_else()
    {
        StatementAccess statement = Statements.One("'NotAction': ['iam:*', 's3:GetObject'], 'Resource': '*'");

        statement.IsNotAction.Should().BeTrue();
        statement.Actions.Contains(Statements.ActionOf("iam:PassRole").Ordinal).Should().BeFalse();
        statement.Actions.Contains(Statements.ServiceOf("iam").PhantomOrdinal).Should().BeFalse();
        statement.Actions.Contains(Statements.ActionOf("s3:GetObject").Ordinal).Should().BeFalse();
        statement.Actions.Contains(Statements.ActionOf("s3:PutObject").Ordinal).Should().BeTrue();
        statement.Actions.Contains(Statements.Catalog.UnknownServiceOrdinal).Should().BeTrue();
    }

    [Test]
    public void An_unknown_action_adds_nothing()
    {
        StatementAccess statement = Statements.One($"'Action': ['s3:GetObject', 's3:{Unknown}'], 'Resource': '*'");

        statement.Actions.Should().Equal(Statements.SetOf("s3:GetObject"));
        statement.HasUnknownAction.Should().BeTrue();
        statement.HasUnknown.Should().BeTrue();
    }

    [Test]
    public void An_unknown_NotAction_leaves_nothing_certain() =>
        Statements.One($"'NotAction': ['iam:*', '{Unknown}'], 'Resource': '*'").Actions.IsEmpty.Should().BeTrue();

    [TestCase("'Resource': '*'", true)]
    [TestCase("'Resource': ['arn:aws:s3:::b', 'arn:aws:*']", true)]
    [TestCase("'Resource': 'arn:aws:sagemaker:*:*:*'", false)]
    [TestCase("'NotResource': '*'", false)]
    [TestCase("'NotResource': 'arn:aws:s3:::b'", false)]
    public void Any_resource_is_covered_by_a_star_or_nearly_a_star(string resource, bool expected) =>
        Statements.One($"'Action': '*', {resource}").CoversAnyResource.Should().Be(expected);

    // ListEndpoints has no resource-level permission: AWS lists no resource type for it.
    [TestCase("'Resource': '*'", true, true)]
    [TestCase("'Resource': 'arn:aws:*:*:*:*'", false, false)]
    [TestCase("'Resource': 'arn:aws:sagemaker:*:*:endpoint/*'", false, false)]
    [TestCase("'NotResource': 'arn:aws:sagemaker:*:*:endpoint/*'", true, true)]
    [TestCase("'NotResource': '*'", false, false)]
    [TestCase("'Resource': '\uFFFF'", false, true)]
    [TestCase("'NotResource': '\uFFFF'", false, true)]
    public void An_action_without_resources_needs_a_star(string resource, bool covers, bool mayApply)
    {
        StatementAccess statement = Statements.One($"'Action': 'sagemaker:ListEndpoints', {resource}");

        statement.CoversEveryResourceOf(Statements.ActionOf("sagemaker:ListEndpoints")).Should().Be(covers);
        statement.CanApplyTo(Statements.ActionOf("sagemaker:ListEndpoints")).Should().Be(mayApply);
    }

    // DeleteEndpoint works on the type endpoint only.
    [TestCase("'Resource': '*'", true, true)]
    [TestCase("'Resource': 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/*'", true, true)]
    [TestCase("'Resource': 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/a*'", false, true)]
    [TestCase("'Resource': 'arn:aws:sagemaker:us-east-1:111122223333:endpoint-config/*'", false, false)]
    [TestCase("'Resource': '\uFFFF'", false, true)]
    [TestCase("'NotResource': 'arn:aws:sagemaker:*:*:training-job/*'", true, true)]
    [TestCase("'NotResource': 'arn:aws:sagemaker:*:*:endpoint/a*'", false, true)]
    [TestCase("'NotResource': 'arn:aws:sagemaker:us-east-1:*:endpoint/*'", false, true)]
    [TestCase("'NotResource': 'arn:aws:sagemaker:*:*:endpoint/*'", false, false)]
    [TestCase("'NotResource': '\uFFFF'", false, true)]
    public void An_action_with_resources_needs_one_of_its_types(string resource, bool covers, bool mayApply)
    {
        StatementAccess statement = Statements.One($"'Action': 'sagemaker:DeleteEndpoint', {resource}");

        statement.CoversEveryResourceOf(Statements.ActionOf("sagemaker:DeleteEndpoint")).Should().Be(covers);
        statement.CanApplyTo(Statements.ActionOf("sagemaker:DeleteEndpoint")).Should().Be(mayApply);
    }

    [Test]
    public void A_trust_policy_is_about_its_own_role()
    {
        StatementAccess statement = Statements.Policy(
            "{'Effect': 'Allow', 'Principal': {'Service': 'sagemaker.amazonaws.com'}, 'Action': 'sts:AssumeRole'}", PolicyType.Trust).Statements[0];

        statement.ResourcePatterns.Should().BeEmpty();
        statement.CanApplyTo(Statements.ActionOf("sts:AssumeRole")).Should().BeTrue();
        statement.CoversAnyResource.Should().BeFalse();
    }

    [TestCase("", true)]
    [TestCase(", 'Condition': {}", true)]
    [TestCase(", 'Condition': {'StringLikeIfExists': {'aws:username': '*'}}", true)]
    [TestCase(", 'Condition': {'StringLike': {'aws:username': '*'}}", false)]
    public void A_condition_that_always_holds_is_none(string condition, bool expected) =>
        Statements.One("'Action': '*', 'Resource': '*'" + condition).IsUnconditional.Should().Be(expected);

    [Test]
    public void Nothing_is_worked_out_twice()
    {
        StatementAccess statement = Statements.One("'Action': 's3:*', 'Resource': '*'");

        statement.Actions.Should().BeSameAs(statement.Actions);
        statement.Conditions.Should().BeSameAs(statement.Conditions);
        statement.ResourcePatterns[0].Should().BeSameAs(statement.ResourcePatterns[0]);
    }
}
