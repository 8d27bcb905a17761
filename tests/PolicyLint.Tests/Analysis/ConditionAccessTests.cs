using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class ConditionAccessTests
{
    [TestCase("aws:ResourceTag/team", ConditionScope.Resource)]
    [TestCase("AWS:resourceTAG/team", ConditionScope.Resource)]
    [TestCase("sagemaker:ResourceTag/team", ConditionScope.Resource)]
    [TestCase("aws:ResourceAccount", ConditionScope.Resource)]
    [TestCase("aws:RequestTag/team", ConditionScope.Request)]
    [TestCase("sagemaker:VpcSubnets", ConditionScope.Request)]
    [TestCase("aws:PrincipalTag/team", ConditionScope.Principal)]
    [TestCase("aws:PrincipalArn", ConditionScope.Principal)]
    [TestCase("sts:ExternalId", ConditionScope.Principal)]
    [TestCase("token.actions.githubusercontent.com:sub", ConditionScope.Principal)]
    [TestCase("oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE:sub", ConditionScope.Principal)]
    [TestCase("SAML:aud", ConditionScope.Principal)]
    [TestCase("s3:ExistingObjectTag/team", ConditionScope.Resource)]
    [TestCase("aws:SourceVpce", ConditionScope.Network)]
    [TestCase("aws:MultiFactorAuthAge", ConditionScope.Session)]
    [TestCase("aws:RequestedRegion", ConditionScope.Region)]
    [TestCase("iam:PassedToService", ConditionScope.Service)]
    [TestCase("aws:CurrentTime", ConditionScope.Time)]
    [TestCase("aws:UserAgent", ConditionScope.None)]
    [TestCase("aws:SecureTransport", ConditionScope.None)]
    [TestCase("aws:NoSuchKey", ConditionScope.None)]
    [TestCase("nosuch:Key", ConditionScope.None)]
    public void A_key_narrows_to_what_it_is_about(string key, ConditionScope expected)
    {
        ConditionAccess block = Statements.Condition($"'StringEquals': {{'{key}': 'x'}}");

        block.Scopes.Should().Be(expected);
        block.IsScoping.Should().Be(expected != ConditionScope.None);
    }

    [TestCase("'StringEquals': {'aws:PrincipalTag/a': 'x'}", true)]
    [TestCase("'StringEquals': {'aws:PrincipalTag/a': '*'}", true)]
    [TestCase("'StringEquals': {'aws:PrincipalTag/a': '\uFFFF'}", true)]
    [TestCase("'StringLike': {'aws:PrincipalTag/a': 'x*'}", true)]
    [TestCase("'StringLike': {'aws:PrincipalTag/a': '${aws:username}'}", true)]
    [TestCase("'StringLike': {'aws:PrincipalTag/a': '*'}", false)]
    [TestCase("'StringLike': {'aws:PrincipalTag/a': ['x', '?*']}", false)]
    [TestCase("'StringNotEquals': {'aws:PrincipalTag/a': 'x'}", false)]
    [TestCase("'StringEqualsIfExists': {'aws:PrincipalTag/a': 'x'}", false)]
    [TestCase("'ForAllValues:StringEquals': {'aws:TagKeys': 'x'}", false)]
    [TestCase("'ForAllValues:StringEquals': {'aws:TagKeys': 'x'}, 'Null': {'AWS:tagkeys': 'false'}", true)]
    [TestCase("'ForAllValues:StringEquals': {'aws:TagKeys': 'x'}, 'Null': {'aws:TagKeys': 'true'}", false)]
    [TestCase("'ForAllValues:StringEquals': {'aws:TagKeys': 'x'}, 'Null': {'aws:RequestTag/x': 'false'}", false)]
    [TestCase("'ForAllValues:StringLike': {'aws:TagKeys': '*'}, 'Null': {'aws:TagKeys': 'false'}", false)]
    [TestCase("'ForAllValues:StringNotEquals': {'aws:TagKeys': 'x'}, 'Null': {'aws:TagKeys': 'false'}", false)]
    [TestCase("'StringEqualsIfExists': {'aws:PrincipalTag/a': 'x'}, 'Null': {'aws:PrincipalTag/a': 'false'}", true)]
    [TestCase("'ForAnyValue:StringEquals': {'aws:TagKeys': 'x'}", true)]
    [TestCase("'Null': {'aws:PrincipalTag/a': 'true'}", false)]
    [TestCase("'Null': {'aws:PrincipalTag/a': 'false'}", false)]
    [TestCase("'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*'}", true)]
    [TestCase("'ArnLike': {'aws:PrincipalArn': '*'}", false)]
    [TestCase("'ArnLike': {'aws:PrincipalArn': 'arn:aws:*:*:*:*'}", false)]
    [TestCase("'IpAddress': {'aws:SourceIp': '203.0.113.0/24'}", true)]
    [TestCase("'IpAddress': {'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0']}", false)]
    [TestCase("'IpAddress': {'aws:SourceIp': '::/0'}", false)]
    [TestCase("'NotIpAddress': {'aws:SourceIp': '203.0.113.0/24'}", false)]
    [TestCase("'Bool': {'aws:MultiFactorAuthPresent': 'true'}", true)]
    [TestCase("'Bool': {'aws:MultiFactorAuthPresent': true}", true)]
    [TestCase("'Bool': {'aws:MultiFactorAuthPresent': 'false'}", false)]
    [TestCase("'BoolIfExists': {'aws:MultiFactorAuthPresent': 'true'}", false)]
    [TestCase("'Bool': {'aws:ViaAWSService': 'false'}", false)]
    [TestCase("'NumericLessThan': {'aws:MultiFactorAuthAge': '3600'}", true)]
    [TestCase("'StringSounds': {'aws:PrincipalTag/a': 'x'}", false)]
    public void Only_a_term_that_asks_for_certain_values_narrows(string block, bool expected) =>
        Statements.Condition(block).IsScoping.Should().Be(expected);

    [Test]
    public void A_block_narrows_in_every_way_that_its_terms_do() =>
        Statements.Condition("'StringEquals': {'aws:ResourceTag/a': 'x', 'aws:RequestedRegion': 'us-east-1'}, 'StringNotEquals': {'aws:PrincipalArn': 'y'}")
            .Scopes.Should().Be(ConditionScope.Resource | ConditionScope.Region);

    [TestCase("'StringLike': {'aws:PrincipalTag/a': '*'}", false)]
    [TestCase("'StringLikeIfExists': {'aws:PrincipalTag/a': '*'}", true)]
    [TestCase("'StringLikeIfExists': {'aws:PrincipalTag/a': '?*'}", false)]
    [TestCase("'StringEqualsIfExists': {'aws:PrincipalTag/a': '*'}", false)]
    [TestCase("'ForAllValues:StringLike': {'aws:TagKeys': '*'}", true)]
    [TestCase("'StringNotEquals': {'aws:PrincipalTag/a': 'x'}", false)]
    [TestCase("'StringNotLike': {'aws:PrincipalTag/a': '*'}", false)]
    [TestCase("'Null': {'aws:PrincipalTag/a': 'true'}", false)]
    [TestCase("'Null': {'aws:PrincipalTag/a': ['true', 'false']}", true)]
    [TestCase("'IpAddressIfExists': {'aws:SourceIp': '0.0.0.0/0'}", false)]
    [TestCase("'BoolIfExists': {'aws:SecureTransport': ['true', 'false']}", true)]
    [TestCase("'StringSounds': {'aws:PrincipalTag/a': '*'}", false)]
    public void Only_what_is_proved_always_holds(string block, bool expected) =>
        Statements.Condition(block).AlwaysHolds.Should().Be(expected);

    [Test]
    public void Keys_are_found_by_name_or_by_family()
    {
        ConditionAccess block = Statements.Condition("'StringEquals': {'aws:ResourceTag/team': 'x'}, 'StringNotEquals': {'aws:SourceVpc': 'vpc-1'}");

        block.Constrains("AWS:RESOURCETAG/TEAM").Should().BeTrue();
        block.Constrains("aws:ResourceTag/").Should().BeTrue();
        block.Constrains("aws:ResourceTag/other").Should().BeFalse();
        block.Constrains("aws:SourceVpc").Should().BeFalse("a negated operator does not ask for the key");
        block.Mentions("aws:SourceVpc").Should().BeTrue();
        block.Mentions("aws:RequestTag/").Should().BeFalse();
    }

    [Test]
    public void A_key_that_the_catalogue_does_not_have_is_told()
    {
        Statements.Condition("'StringEquals': {'aws:NoSuchKey': 'x'}").Terms.Single().Key.Should().BeNull();
        Statements.Condition("'StringEquals': {'aws:RequestTag/team': 'x'}").Terms.Single().Key!.Value.IsGlobal.Should().BeTrue();
    }

    [TestCase("'StringEquals': {'aws:PrincipalTag/a': '\uFFFF'}", true)]
    [TestCase("'StringEquals': {'aws:PrincipalTag/\uFFFF': 'x'}", true)]
    [TestCase("'StringEquals': {'aws:PrincipalTag/a': 'x'}", false)]
    public void What_is_not_known_is_told(string block, bool expected) => Statements.Condition(block).HasUnknown.Should().Be(expected);

    [Test]
    public void Without_a_block_there_is_no_term_and_nothing_narrows()
    {
        ConditionAccess none = Statements.One("'Action': '*', 'Resource': '*'").Conditions;

        none.IsEmpty.Should().BeTrue();
        none.AlwaysHolds.Should().BeTrue();
        none.IsScoping.Should().BeFalse();
    }
}
