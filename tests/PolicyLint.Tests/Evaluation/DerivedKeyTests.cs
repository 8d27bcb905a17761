using PolicyLint.Evaluation;
using static PolicyLint.Tests.Evaluation.Ask;

namespace PolicyLint.Tests.Evaluation;

/// <summary>Keys that AWS fills in: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html</summary>
public sealed class DerivedKeyTests
{
    [TestCase(User, "aws:PrincipalArn", User)]
    [TestCase(User, "aws:username", "ann")]
    [TestCase(User, "aws:PrincipalType", "User")]
    [TestCase(User, "aws:PrincipalAccount", Account)]
    [TestCase(User, "aws:PrincipalIsAWSService", "false")]
    [TestCase(Session, "aws:PrincipalArn", Role)]
    [TestCase(Session, "aws:PrincipalType", "AssumedRole")]
    [TestCase(Session, "aws:username", null)]
    [TestCase(Role, "aws:PrincipalArn", Role)]
    [TestCase("arn:aws:sts::111122223333:federated-user/fay", "aws:PrincipalType", "FederatedUser")]
    [TestCase(User, "aws:ResourceAccount", Account)]
    [TestCase(User, "aws:CurrentTime", null)]
    [TestCase(User, "aws:EpochTime", null)]
    [TestCase(User, "aws:SourceIp", null)]
    public void A_key_follows_from_the_request(string principal, string key, string? value)
    {
        string condition = value is null ? $"'Null': {{'{key}': 'true'}}" : $"'StringEquals': {{'{key}': '{value}'}}";

        Ask.Holds(condition, RequestContext.Empty, principal: principal).Should().BeTrue();
    }

    [Test]
    public void The_root_user_has_the_type_Account() =>
        Decide(new() { Resource = Guarded("'StringEquals': {'aws:PrincipalType': 'Account'}") }, Account).Should().Be(AccessDecision.Allowed);

    [Test]
    public void Services_have_a_name_and_no_account()
    {
        Decide(new() { Resource = Guarded("'StringEquals': {'aws:PrincipalServiceName': 'sns.amazonaws.com'}, 'Bool': {'aws:PrincipalIsAWSService': 'true'}, 'Null': {'aws:PrincipalAccount': 'true'}") }, "sns.amazonaws.com")
            .Should().Be(AccessDecision.Allowed);
    }

    [Test]
    public void What_is_given_wins()
    {
        RequestContext context = RequestContext.Empty.With("AWS:PrincipalArn", $"arn:aws:iam::{Account}:role/team/reader").Without("aws:PrincipalType");

        Ask.Holds("'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam::*:role/team/*'}, 'Null': {'aws:PrincipalType': 'true'}", context, principal: Session)
            .Should().BeTrue();
    }

    private static PolicyDocument Guarded(string condition) => Policy(Allow("*", more: $", 'Principal': '*', 'Condition': {{{condition}}}"));
}
