using PolicyLint.Evaluation;
using static PolicyLint.Evaluation.AccessDecision;
using static PolicyLint.Tests.Evaluation.Ask;

namespace PolicyLint.Tests.Evaluation;

/// <summary>
/// How layers come together in one account. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html.
/// </summary>
public sealed class LayerTests
{
    private static readonly ApplicablePolicies Granted = new() { Identity = [AllowAll] };

    [Test]
    public void Without_policies_everything_is_implicitly_denied()
    {
        AccessResult result = Evaluate(new());

        result.Decision.Should().Be(ImplicitlyDenied);
        result.NotAllowing.Should().Equal(PolicyLayer.Identity);
        result.Statements.Should().BeEmpty();
    }

    [Test]
    public void One_Allow_of_any_identity_policy_is_enough()
    {
        AccessResult result = Evaluate(new() { Identity = [Nothing, Policy($"{Allow("ec2:*")}, {Allow("s3:Get*")}")] });

        result.Decision.Should().Be(Allowed);
        result.Statements.Should().ContainSingle();
        result.Statements[0].Statement.Number.Should().Be(1);
        result.Statements[0].Layer.Should().Be(PolicyLayer.Identity);
        result.Statements[0].IsCertain.Should().BeTrue();
    }

    [TestCase(PolicyLayer.Identity)]
    [TestCase(PolicyLayer.Resource)]
    [TestCase(PolicyLayer.Boundary)]
    [TestCase(PolicyLayer.Session)]
    [TestCase(PolicyLayer.Scp)]
    [TestCase(PolicyLayer.Rcp)]
    [TestCase(PolicyLayer.VpcEndpoint)]
    public void A_Deny_in_any_layer_outweighs_every_Allow(PolicyLayer layer)
    {
        PolicyDocument deny = Policy($"{Allow("*", more: ", 'Principal': '*'")}, {Deny("s3:GetObject", more: ", 'Principal': '*'")}");
        ApplicablePolicies policies = layer switch
        {
            PolicyLayer.Identity => Granted with { Identity = [AllowAll, deny] },
            PolicyLayer.Resource => Granted with { Resource = deny },
            PolicyLayer.Boundary => Granted with { Boundary = deny },
            PolicyLayer.Session => Granted with { Session = [deny] },
            PolicyLayer.Scp => Granted with { Scps = [[AllowAll], [deny]] },
            PolicyLayer.Rcp => Granted with { Rcps = [deny] },
            _ => Granted with { VpcEndpoint = deny },
        };

        AccessResult denied = Evaluate(policies);

        denied.Decision.Should().Be(ExplicitlyDenied);
        denied.Statements.Should().ContainSingle().Which.Layer.Should().Be(layer);
        Decide(policies, action: "s3:PutObject").Should().Be(Allowed);
    }

    [TestCase(PolicyLayer.Boundary)]
    [TestCase(PolicyLayer.Session)]
    [TestCase(PolicyLayer.Scp)]
    [TestCase(PolicyLayer.VpcEndpoint)]
    public void A_layer_that_limits_has_to_allow(PolicyLayer layer)
    {
        ApplicablePolicies policies = layer switch
        {
            PolicyLayer.Boundary => Granted with { Boundary = Nothing },
            PolicyLayer.Session => Granted with { Session = [Nothing] },
            PolicyLayer.Scp => Granted with { Scps = [[AllowAll], [Nothing]] },
            _ => Granted with { VpcEndpoint = Nothing },
        };

        AccessResult result = Evaluate(policies);

        result.Decision.Should().Be(ImplicitlyDenied);
        result.NotAllowing.Should().Equal(layer);
    }

    [Test]
    public void Limits_give_nothing_themselves() =>
        Evaluate(new() { Boundary = AllowAll, Session = [AllowAll], Scps = [[AllowAll]], VpcEndpoint = AllowAll })
            .NotAllowing.Should().Equal(PolicyLayer.Identity);

    [Test]
    public void Each_level_of_the_organization_has_to_allow_by_one_of_its_policies()
    {
        Decide(Granted with { Scps = [[Nothing, AllowAll], [Policy(Allow("s3:*"))]] }).Should().Be(Allowed);
        Decide(Granted with { Scps = [[AllowAll], [], [AllowAll]] }).Should().Be(ImplicitlyDenied);
    }

    [Test]
    public void RCPs_need_not_allow_and_only_count_for_services_that_know_them()
    {
        PolicyDocument rcp = For("'*'", "Deny");

        Decide(Granted with { Rcps = [Nothing] }).Should().Be(Allowed);
        Decide(Granted with { Rcps = [rcp] }).Should().Be(ExplicitlyDenied);
        Decide(Granted with { Rcps = [rcp] }, action: "sagemaker:DescribeEndpoint", resource: $"arn:aws:sagemaker:eu-west-1:{Account}:endpoint/e")
            .Should().Be(Allowed);
    }

    [TestCase(Role, "reader", Allowed)]
    [TestCase($"arn:aws:iam::{Account}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX", "linked", Allowed)]
    [TestCase($"arn:aws:sts::{Account}:assumed-role/AWSServiceRoleForX/s", "linked", Allowed)]
    public void Organizations_do_not_limit_service_linked_roles(string principal, string kind, AccessDecision decision)
    {
        AccessDecision limited = Decide(Granted with { Scps = [[Nothing]], Rcps = [For("'*'", "Deny")] }, principal);

        Decide(Granted, principal).Should().Be(decision);
        limited.Should().Be(kind == "linked" ? Allowed : ExplicitlyDenied);
    }

    [TestCase(User, Named.User, Allowed)]
    [TestCase(User, Named.Everybody, Allowed)]
    [TestCase(User, Named.Account, ImplicitlyDenied)]
    [TestCase(Session, Named.Session, Allowed)]
    [TestCase(Session, Named.Role, Allowed)]
    [TestCase(Session, Named.Account, ImplicitlyDenied)]
    public void In_one_account_a_resource_policy_that_names_the_principal_is_enough(string principal, string named, AccessDecision decision) =>
        Decide(new() { Resource = For(named) }, principal).Should().Be(decision);

    [TestCase(User, Named.User, Allowed)]
    [TestCase(Session, Named.Session, Allowed)]
    [TestCase(Session, Named.Everybody, Allowed)]
    [TestCase(Session, Named.Role, ImplicitlyDenied)]
    public void Boundaries_limit_what_a_resource_policy_gives_a_role_but_not_a_user_or_a_session(string principal, string named, AccessDecision decision)
    {
        AccessResult result = Evaluate(new() { Resource = For(named), Boundary = Nothing }, principal);

        result.Decision.Should().Be(decision);
        result.NotAllowing.Should().Equal(decision == Allowed ? [] : [PolicyLayer.Boundary]);
    }

    [TestCase(Named.Session, Allowed)]
    [TestCase(Named.Role, ImplicitlyDenied)]
    public void Session_policies_limit_what_a_resource_policy_gives_a_role_but_not_a_session(string named, AccessDecision decision) =>
        Decide(new() { Resource = For(named), Session = [Nothing] }, Session).Should().Be(decision);

    [TestCase("sts:AssumeRole", $"arn:aws:iam::{Account}:role/target")]
    [TestCase("kms:Decrypt", $"arn:aws:kms:eu-west-1:{Account}:key/k")]
    public void Roles_and_keys_need_their_own_policy_to_allow(string action, string resource)
    {
        AccessResult alone = Evaluate(Granted, action: action, resource: resource);

        alone.NotAllowing.Should().Equal(PolicyLayer.Resource);
        Decide(Granted with { Resource = For(Named.Account) }, action: action, resource: resource).Should().Be(Allowed);
        Decide(new() { Resource = For(Named.User) }, action: action, resource: resource).Should().Be(Allowed);
        Decide(new() { Resource = For(Named.Account) }, action: action, resource: resource).Should().Be(ImplicitlyDenied);
    }

    [TestCase("kms:ListKeys", "*")]
    [TestCase("kms:CreateAlias", $"arn:aws:kms:eu-west-1:{Account}:alias/mine")]
    public void Other_actions_on_keys_do_not(string action, string resource) =>
        Decide(Granted, action: action, resource: resource).Should().Be(Allowed);

    [Test]
    public void What_each_layer_says_is_told()
    {
        AccessResult result = Evaluate(new() { Identity = [Nothing], Resource = For(Named.Account), Scps = [[AllowAll]] });

        result.Layers.Should().Equal(
            new LayerResult(PolicyLayer.Scp, 0, Allowed),
            new LayerResult(PolicyLayer.Resource, 0, Allowed, ResourceGrant.Account),
            new LayerResult(PolicyLayer.Identity, 0, ImplicitlyDenied));
    }
}
