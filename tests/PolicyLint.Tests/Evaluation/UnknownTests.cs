using PolicyLint.Evaluation;
using static PolicyLint.Evaluation.AccessDecision;
using static PolicyLint.Tests.Evaluation.Ask;

namespace PolicyLint.Tests.Evaluation;

/// <summary>Parts of policies and requests that are not known.</summary>
public sealed class UnknownTests
{
    [TestCase($"s3:{Open}", "*", "")]
    [TestCase(Open, "*", "")]
    [TestCase("s3:GetObject", $"arn:aws:s3:::{Open}/*", "")]
    [TestCase("s3:GetObject", Open, "")]
    [TestCase("s3:GetObject", "*", $", 'Condition': {{'StringEquals': {{'aws:username': 'a{Open}'}}}}")]
    [TestCase("s3:GetObject", "*", $", 'Condition': {{'NumericLessThan': {{'test:n': '{Open}'}}}}")]
    [TestCase("s3:GetObject", "*", $", 'Condition': {{'StringEquals': {{'aws:{Open}': 'a'}}}}")]
    [TestCase("s3:GetObject", "*", $", 'Condition': {{'Null': {{'aws:x': '{Open}'}}}}")]
    public void A_part_that_decides_leaves_the_answer_open(string action, string resource, string more)
    {
        RequestContext context = RequestContext.Empty.With("test:n", "1");

        AccessResult allow = Evaluate(new() { Identity = [Policy(Allow(action, resource, more))] }, context: context);
        AccessResult deny = Evaluate(new() { Identity = [AllowAll, Policy(Deny(action, resource, more))] }, context: context);

        (allow.Decision, allow.BestCase, allow.WorstCase).Should().Be((Undetermined, Allowed, ImplicitlyDenied));
        (deny.Decision, deny.BestCase, deny.WorstCase).Should().Be((Undetermined, Allowed, ExplicitlyDenied));
        deny.Statements.Should().ContainSingle().Which.IsCertain.Should().BeFalse();
    }

    [TestCase($"ec2:{Open}", "*", "")]
    [TestCase("s3:GetObject", $"arn:aws:s3:::{Open}/*.txt", "")]
    [TestCase("s3:PutObject", Open, "")]
    [TestCase("s3:GetObject", "*", $", 'Condition': {{'StringEquals': {{'aws:username': 'b{Open}'}}}}")]
    [TestCase("s3:GetObject", "*", $", 'Condition': {{'StringEquals': {{'aws:x': '{Open}'}}}}")]
    public void A_part_that_cannot_decide_does_not(string action, string resource, string more) =>
        Decide(new() { Identity = [Policy(Allow(action, resource, more))] }).Should().Be(ImplicitlyDenied);

    [Test]
    public void What_is_certain_stays_so_beside_what_is_not()
    {
        PolicyDocument maybe = Policy(Allow($"s3:{Open}"));

        Decide(new() { Identity = [maybe, AllowAll] }).Should().Be(Allowed);
        Decide(new() { Identity = [maybe, Policy(Deny("s3:*"))] }).Should().Be(ExplicitlyDenied);
        Decide(new() { Identity = [maybe], Boundary = Nothing }).Should().Be(ImplicitlyDenied);
    }

    [Test]
    public void Denied_either_way_is_denied()
    {
        AccessResult result = Evaluate(new() { Identity = [Policy(Deny($"s3:{Open}"))] });

        (result.Decision, result.BestCase, result.WorstCase).Should().Be((ImplicitlyDenied, ImplicitlyDenied, ExplicitlyDenied));
    }

    [TestCase($"{{'AWS': '{Open}'}}", Undetermined)]
    [TestCase($"{{'AWS': 'arn:aws:iam::{Account}:user/{Open}'}}", Undetermined)]
    [TestCase($"{{'AWS': 'arn:aws:iam::{Other}:user/{Open}'}}", ImplicitlyDenied)]
    [TestCase("{'CanonicalUser': '79a59df900b949e55d96a1e698fbaced'}", ImplicitlyDenied)]
    public void Principals_may_be_unknown(string named, AccessDecision decision) =>
        Decide(new() { Resource = For(named) }).Should().Be(decision);

    [Test]
    public void In_an_open_context_absent_and_present_are_both_possible()
    {
        const string Guard = ", 'Condition': {'StringEquals': {'aws:SourceVpc': 'vpc-1'}}";
        ApplicablePolicies policies = new() { Identity = [Policy(Allow("s3:*", more: Guard))] };

        Decide(policies, context: RequestContext.Open).Should().Be(Undetermined);
        Decide(policies, context: RequestContext.Open.Without("aws:SourceVpc")).Should().Be(ImplicitlyDenied);
        Decide(policies, context: RequestContext.Open.With("aws:SourceVpc", "vpc-1")).Should().Be(Allowed);
        Decide(policies, context: RequestContext.Empty.With("aws:SourceVpc", Open.WithOpenParts())).Should().Be(Undetermined);
        Decide(policies, context: RequestContext.Empty.With("aws:SourceVpc", $"vpn-{Open}".WithOpenParts())).Should().Be(ImplicitlyDenied);
    }

    [Test]
    public void A_condition_that_holds_in_every_request_holds_in_an_open_context() =>
        Decide(new() { Identity = [Policy(Allow("s3:*", more: ", 'Condition': {'StringLikeIfExists': {'aws:SourceVpc': '*'}}"))] }, context: RequestContext.Open)
            .Should().Be(Allowed);

    [Test]
    public void A_variable_of_an_unknown_key_may_be_anything()
    {
        ApplicablePolicies home = new() { Identity = [Policy(Allow("s3:*", "arn:aws:s3:::data/${aws:PrincipalTag/team}/*"))] };

        Decide(home, resource: "arn:aws:s3:::data/red/x", context: RequestContext.Open).Should().Be(Undetermined);
        Decide(home, resource: "arn:aws:s3:::other/red/x", context: RequestContext.Open).Should().Be(ImplicitlyDenied);
    }

    [Test]
    public void Without_a_principal_the_identity_policies_are_somebodys()
    {
        Decide(new() { Identity = [AllowAll] }, principal: "").Should().Be(Allowed);
        Decide(new() { Resource = For(Named.User) }, principal: "").Should().Be(Undetermined);
        Decide(new() { Resource = For("'*'") }, principal: "").Should().Be(Allowed);
        Decide(new() { Identity = [Policy(Allow("*", more: $", 'Condition': {{'StringEquals': {{'aws:username': 'ann'}}}}"))] }, principal: "")
            .Should().Be(Undetermined);
    }

    [Test]
    public void An_unknown_session_may_be_the_one_that_is_named()
    {
        const string Some = $"arn:aws:sts::{Account}:assumed-role/reader/{Open}";

        Decide(new() { Resource = For(Named.Session) }, Some).Should().Be(Undetermined);
        Decide(new() { Resource = For(Named.Role) }, Some).Should().Be(Allowed);
    }

    [Test]
    public void A_resource_of_an_unknown_account_may_be_another_accounts() =>
        Decide(new() { Identity = [AllowAll] }, action: "sqs:SendMessage", resource: $"arn:aws:sqs:eu-west-1:{Open}:q").Should().Be(Undetermined);
}
