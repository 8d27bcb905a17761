using PolicyLint.Evaluation;
using static PolicyLint.Evaluation.AccessDecision;
using static PolicyLint.Tests.Evaluation.Ask;

namespace PolicyLint.Tests.Evaluation;

/// <summary>
/// Requests from one account to another, of services, of nobody, and what belongs to AWS. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html.
/// </summary>
public sealed class AccountTests
{
    [TestCase(true, Named.Session, Allowed)]
    [TestCase(true, Named.Account, Allowed)]
    [TestCase(true, Named.Everybody, Allowed)]
    [TestCase(false, Named.Session, ImplicitlyDenied)]
    [TestCase(false, Named.Everybody, ImplicitlyDenied)]
    public void Both_accounts_have_to_allow(bool identityAllows, string named, AccessDecision decision) =>
        Decide(new() { Identity = identityAllows ? [AllowAll] : [], Resource = For(named) }, Session, owner: Other).Should().Be(decision);

    [Test]
    public void An_identity_policy_alone_opens_no_other_account()
    {
        Evaluate(new() { Identity = [AllowAll] }, owner: Other).NotAllowing.Should().Equal(PolicyLayer.Resource);
        Decide(new() { Identity = [AllowAll] }, action: "sqs:SendMessage", resource: $"arn:aws:sqs:eu-west-1:{Other}:q").Should().Be(ImplicitlyDenied);
    }

    [Test]
    public void In_another_account_boundary_and_session_limit_also_what_is_given_to_the_session()
    {
        ApplicablePolicies policies = new() { Identity = [AllowAll], Resource = For(Named.Session) };

        Evaluate(policies with { Boundary = Nothing }, Session, owner: Other).NotAllowing.Should().Equal(PolicyLayer.Boundary);
        Evaluate(policies with { Session = [Nothing] }, Session, owner: Other).NotAllowing.Should().Equal(PolicyLayer.Session);
    }

    [Test]
    public void The_owner_is_the_account_in_the_ARN_else_the_principals()
    {
        ApplicablePolicies policies = new() { Identity = [AllowAll] };

        Decide(policies).Should().Be(Allowed);
        Decide(policies, action: "sqs:SendMessage", resource: $"arn:aws:sqs:eu-west-1:{Account}:q").Should().Be(Allowed);
        Decide(policies, action: "sqs:SendMessage", resource: $"arn:aws:sqs:eu-west-1:{Account}:q", owner: Other).Should().Be(ImplicitlyDenied);
    }

    [TestCase("{'Service': 'ec2.amazonaws.com'}", Allowed)]
    [TestCase("{'Service': ['s3.amazonaws.com', 'EC2.amazonaws.com']}", Allowed)]
    [TestCase("'*'", Allowed)]
    [TestCase("{'Service': 's3.amazonaws.com'}", ImplicitlyDenied)]
    [TestCase("{'AWS': '111122223333'}", ImplicitlyDenied)]
    public void A_service_needs_the_resource_policy_and_nothing_else(string named, AccessDecision decision) =>
        Decide(new() { Resource = For(named), Scps = [[Nothing]] }, "ec2.amazonaws.com").Should().Be(decision);

    [TestCase("'*'", Allowed)]
    [TestCase("{'AWS': '*'}", Allowed)]
    [TestCase("{'AWS': '111122223333'}", ImplicitlyDenied)]
    public void Nobody_in_particular_needs_a_resource_policy_for_everybody(string named, AccessDecision decision) =>
        Decide(new() { Identity = [AllowAll], Resource = For(named) }, "anonymous").Should().Be(decision);

    [Test]
    public void Whom_a_provider_vouches_for_needs_a_trust_policy_that_names_the_provider()
    {
        const string Saml = $"arn:aws:iam::{Account}:saml-provider/adfs";
        const string Target = $"arn:aws:iam::{Account}:role/target";
        PolicyDocument trust = Policy($"{{'Effect': 'Allow', 'Principal': {{'Federated': '{Saml}'}}, 'Action': 'sts:AssumeRoleWithSAML'}}");

        Decide(new() { Resource = trust }, Saml, "sts:AssumeRoleWithSAML", Target).Should().Be(Allowed);
        Decide(new() { Resource = trust }, "accounts.google.com", "sts:AssumeRoleWithSAML", Target).Should().Be(ImplicitlyDenied);
        Decide(new() { Resource = trust }, Saml, "sts:AssumeRoleWithWebIdentity", Target).Should().Be(ImplicitlyDenied);
    }

    [Test]
    public void The_root_user_needs_no_identity_policy_but_obeys_SCPs()
    {
        Decide(new(), $"arn:aws:iam::{Account}:root").Should().Be(Allowed);
        Decide(new(), Account).Should().Be(Allowed);
        Decide(new() { Scps = [[Nothing]] }, Account).Should().Be(ImplicitlyDenied);
        Decide(new(), Account, owner: Other).Should().Be(ImplicitlyDenied);
        Decide(new() { Resource = For("{'AWS': '111122223333'}", "Deny") }, Account).Should().Be(ExplicitlyDenied);
    }

    [Test]
    public void Nobody_can_be_kept_from_asking_who_he_is() =>
        Decide(new() { Identity = [Policy(Deny("*"))] }, action: "sts:GetCallerIdentity", resource: "*").Should().Be(Allowed);

    [TestCase("iam:AttachRolePolicy", $"arn:aws:iam::{Account}:role/aws-reserved/sso.amazonaws.com/r", ImplicitlyDenied)]
    [TestCase("iam:GetRole", $"arn:aws:iam::{Account}:role/aws-reserved/sso.amazonaws.com/r", Allowed)]
    [TestCase("iam:CreatePolicyVersion", "arn:aws:iam::aws:policy/ReadOnlyAccess", ImplicitlyDenied)]
    [TestCase("iam:GetPolicy", "arn:aws:iam::aws:policy/ReadOnlyAccess", Allowed)]
    [TestCase("iam:CreatePolicyVersion", $"arn:aws:iam::{Account}:policy/mine", Allowed)]
    [TestCase("kms:DeleteAlias", $"arn:aws:kms:eu-west-1:{Account}:alias/aws/s3", ImplicitlyDenied)]
    public void What_belongs_to_AWS_nobody_changes(string action, string resource, AccessDecision decision)
    {
        AccessResult result = Evaluate(new() { Identity = [AllowAll] }, action: action, resource: resource);

        result.Decision.Should().Be(decision);
        result.NotAllowing.Should().Equal(decision == Allowed ? [] : [PolicyLayer.Aws]);
    }
}
