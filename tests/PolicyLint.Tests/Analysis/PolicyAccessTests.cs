using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class PolicyAccessTests
{
    private static readonly int Create = Statements.ActionOf("sagemaker:CreateEndpoint").Ordinal;
    private static readonly int Delete = Statements.ActionOf("sagemaker:DeleteEndpoint").Ordinal;

    [TestCase("'Action': 'sagemaker:DeleteEndpoint', 'Resource': '*'", true)]
    [TestCase("'Action': 'sagemaker:Del*', 'Resource': ['arn:aws:s3:::b', '*']", true)]
    [TestCase("'NotAction': 's3:*', 'Resource': '*'", true)]
    [TestCase("'Action': '*', 'Resource': '*', 'Condition': {'StringLikeIfExists': {'aws:username': '*'}}", true)]
    [TestCase("'Action': 'sagemaker:CreateEndpoint', 'Resource': '*'", false)]
    [TestCase("'Action': '*', 'Resource': 'arn:aws:*:*:*:*'", false)]
    [TestCase("'Action': '*', 'Resource': 'arn:aws:sagemaker:*:*:*'", false)]
    [TestCase("'Action': '*', 'NotResource': 'arn:aws:s3:::b'", false)]
    [TestCase("'Action': '*', 'Resource': '*', 'Condition': {'StringLike': {'aws:username': '*'}}", false)]
    [TestCase("'Action': '*', 'Resource': '*', 'Condition': {'StringNotEquals': {'aws:username': 'root'}}", false)]
    [TestCase("'Action': '\uFFFF', 'Resource': '*'", false)]
    [TestCase("'Action': '*', 'Resource': '\uFFFF'", false)]
    public void Only_a_total_deny_denies_everywhere(string deny, bool expected) =>
        Statements.Policy($"{{'Effect': 'Deny', {deny}}}").DeniedEverywhere.Contains(Delete).Should().Be(expected);

    [Test]
    public void An_allow_denies_nothing() =>
        Statements.Policy("{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}").DeniedEverywhere.IsEmpty.Should().BeTrue();

    [TestCase("'Resource': '*'", "'Resource': '*'", true)]
    [TestCase("'Resource': 'arn:aws:sagemaker:*:*:endpoint/a'", "'Resource': 'arn:aws:sagemaker:*:*:endpoint/*'", true)]
    [TestCase("'Resource': ['arn:aws:s3:::a', 'arn:aws:s3:::b']", "'Resource': ['arn:aws:s3:::b*', 'arn:aws:s3:::a*']", true)]
    [TestCase("'Resource': ['arn:aws:s3:::a', 'arn:aws:s3:::c']", "'Resource': ['arn:aws:s3:::b*', 'arn:aws:s3:::a*']", false)]
    [TestCase("'Resource': '*'", "'Resource': 'arn:aws:sagemaker:*:*:*'", false)]
    [TestCase("'Resource': 'arn:aws:s3:::a'", "'Resource': 'arn:aws:s3:::${aws:username}'", false)]
    [TestCase("'Resource': 'arn:aws:s3:::${aws:username}'", "'Resource': 'arn:aws:s3:::${aws:username}'", true)]
    [TestCase("'Resource': '\uFFFF'", "'Resource': '\uFFFF'", false)]
    [TestCase("'Resource': '\uFFFF'", "'Resource': '*'", true)]
    [TestCase("'Resource': 'arn:aws:s3:::a'", "'NotResource': 'arn:aws:s3:::b'", true)]
    [TestCase("'Resource': 'arn:aws:s3:::b*'", "'NotResource': 'arn:aws:s3:::b'", false)]
    [TestCase("'Resource': 'arn:aws:s3:::a'", "'NotResource': '\uFFFF'", false)]
    [TestCase("'NotResource': 'arn:aws:s3:::a'", "'Resource': '*'", true)]
    [TestCase("'NotResource': 'arn:aws:s3:::a'", "'NotResource': 'arn:aws:s3:::a'", false)]
    public void A_deny_takes_away_what_it_covers(string allowed, string denied, bool expected)
    {
        PolicyAccess policy = Statements.Policy(
            $"{{'Effect': 'Allow', 'Action': 'sagemaker:*Endpoint', {allowed}}}, {{'Effect': 'Deny', 'Action': 'sagemaker:Delete*', {denied}}}");

        ActionSet granted = policy.GrantedBy(policy.Statements[0]);

        granted.Contains(Create).Should().BeTrue();
        granted.Contains(Delete).Should().Be(!expected);
    }

    [TestCase("'Principal': '*'", true)]
    [TestCase("'Principal': {'AWS': '*'}", true)]
    [TestCase("'Principal': {'AWS': ['arn:aws:iam::111122223333:role/b', 'arn:aws:iam::111122223333:role/a']}", true)]
    [TestCase("'Principal': {'AWS': 'arn:aws:iam::111122223333:role/b'}", false)]
    [TestCase("'Principal': {'Service': 'arn:aws:iam::111122223333:role/a'}", false)]
    [TestCase("'NotPrincipal': {'AWS': 'arn:aws:iam::111122223333:role/b'}", false)]
    public void A_deny_takes_away_only_from_those_it_names(string principal, bool expected)
    {
        PolicyAccess policy = Statements.Policy(
            $$"""
            {'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/a'}, 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::b/*'},
            {'Effect': 'Deny', {{principal}}, 'Action': 's3:*', 'Resource': '*'}
            """,
            PolicyType.Resource);

        policy.GrantedBy(policy.Statements[0]).IsEmpty.Should().Be(expected);
    }

    [Test]
    public void A_deny_with_a_condition_takes_nothing_away()
    {
        PolicyAccess policy = Statements.Policy(
            """
            {'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*'},
            {'Effect': 'Deny', 'Action': '*', 'Resource': '*', 'Condition': {'Bool': {'aws:SecureTransport': 'false'}}}
            """);

        policy.GrantedBy(policy.Statements[0]).Should().Equal(Statements.SetOf("s3:GetObject"));
    }

    [TestCase("'Resource': '*'", false)]
    [TestCase("'Resource': 'arn:aws:sagemaker:*:*:endpoint/*'", false)]
    [TestCase("'Resource': 'arn:aws:sagemaker:*:*:endpoint/b'", true)]
    public void Another_document_takes_away_what_it_covers(string denied, bool expected)
    {
        PolicyAccess policy = Statements.Policy("{'Effect': 'Allow', 'Action': 'sagemaker:*Endpoint', 'Resource': 'arn:aws:sagemaker:*:*:endpoint/a'}");
        PolicyAccess other = Statements.Policy($"{{'Effect': 'Deny', 'Action': 'sagemaker:Delete*', {denied}}}");

        other.GrantedBy(policy.Statements[0]).Contains(Delete).Should().Be(expected);
        policy.GrantedBy(policy.Statements[0]).Contains(Delete).Should().BeTrue(because: "the other document is not this one's");
    }

    [Test]
    public void What_another_document_is_asked_about_has_lost_its_own_denials()
    {
        PolicyAccess policy = Statements.Policy(
            "{'Effect': 'Allow', 'Action': 'sagemaker:*Endpoint', 'Resource': '*'}, {'Effect': 'Deny', 'Action': 'sagemaker:DeleteEndpoint', 'Resource': '*'}");

        Statements.Policy("").GrantedBy(policy.Statements[0]).Contains(Delete).Should().BeFalse();
    }

    [Test]
    public void A_document_is_seen_as_access_with_the_built_in_catalogue()
    {
        PolicyDocument document = PolicyDocument.Parse("""{ "Version": "2012-10-17", "Statement": [] }""");

        PolicyAccess.Of(document).Catalog.Should().BeSameAs(Statements.Catalog);
        PolicyAccess.Of(document).Document.Should().BeSameAs(document);
    }

    [Test]
    public void What_rules_share_is_worked_out_once_for_each_type()
    {
        PolicyAccess policy = Statements.Policy("");
        int times = 0;

        List<int> first = policy.Remember(_ => new List<int> { ++times });
        policy.Remember(_ => new List<int> { ++times }).Should().BeSameAs(first);
        policy.Remember(asked => asked.Document.Type.ToString()).Should().Be("Identity");
        Statements.Policy("").Remember(_ => new List<int> { ++times }).Should().Equal(2);
    }
}
