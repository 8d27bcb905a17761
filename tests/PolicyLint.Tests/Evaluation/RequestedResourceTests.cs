using PolicyLint.Evaluation;
using static PolicyLint.Evaluation.AccessDecision;
using static PolicyLint.Tests.Evaluation.Ask;

namespace PolicyLint.Tests.Evaluation;

/// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html</summary>
public sealed class RequestedResourceTests
{
    private const string Queue = $"arn:aws:sqs:eu-west-1:{Account}:q";

    [TestCase("arn:aws:s3:::data/*", Allowed)]
    [TestCase("arn:aws:s3:::d?ta/a.csv", Allowed)]
    [TestCase("arn:aws:s3:::*", Allowed)]
    [TestCase("arn:*", Allowed)]
    [TestCase("*", Allowed)]
    [TestCase("arn:aws:s3:::Data/*", ImplicitlyDenied)]
    [TestCase("arn:aws-cn:s3:::data/*", ImplicitlyDenied)]
    [TestCase("arn:aws:s3:::data", ImplicitlyDenied)]
    [TestCase("data/*", ImplicitlyDenied)]
    public void A_resource_is_matched_by_its_ARN(string written, AccessDecision decision) =>
        Decide(new() { Identity = [Policy(Allow("s3:*", written))] }).Should().Be(decision);

    [TestCase("arn:aws:s3:::data/*", ImplicitlyDenied)]
    [TestCase("arn:aws:s3:::other/*", Allowed)]
    [TestCase("*", ImplicitlyDenied)]
    public void NotResource_is_the_contrary(string written, AccessDecision decision) =>
        Decide(new() { Identity = [Policy($"{{'Effect': 'Allow', 'Action': '*', 'NotResource': '{written}'}}")] }).Should().Be(decision);

    [TestCase("S3:getobject", Allowed)]
    [TestCase("s3:Get*", Allowed)]
    [TestCase("s*:*Object", Allowed)]
    [TestCase("s3:GetObject*", Allowed)]
    [TestCase("s3:GetObject ", ImplicitlyDenied)]
    [TestCase("s3", ImplicitlyDenied)]
    [TestCase("s3:GetObject,PutObject", ImplicitlyDenied)]
    public void An_action_is_matched_by_its_name(string written, AccessDecision decision) =>
        Decide(new() { Identity = [Policy(Allow(written))] }).Should().Be(decision);

    [TestCase("s3:FetchObject", "s3:Fetch*", Allowed)]
    [TestCase("s3:FetchObject", "s3:*", Allowed)]
    [TestCase("s3:FetchObject", "s3:Get*", ImplicitlyDenied)]
    [TestCase("newservice:Do", "*", Allowed)]
    [TestCase("newservice:Do", "NewService:do", Allowed)]
    public void Actions_that_the_catalogue_lacks_are_matched_too(string asked, string written, AccessDecision decision) =>
        Decide(new() { Identity = [Policy(Allow(written))] }, action: asked).Should().Be(decision);

    [TestCase("*", Allowed)]
    [TestCase("**", Allowed)]
    [TestCase("arn:*", ImplicitlyDenied)]
    [TestCase("arn:aws:s3:::*", ImplicitlyDenied)]
    public void Actions_without_resource_level_permission_need_the_star(string written, AccessDecision decision)
    {
        ApplicablePolicies policies = new() { Identity = [Policy(Allow("s3:ListAllMyBuckets", written))] };

        Decide(policies, action: "s3:ListAllMyBuckets", resource: "*").Should().Be(decision);
        Decide(policies, action: "s3:ListAllMyBuckets", resource: "arn:aws:s3:::data").Should().Be(decision);
    }

    [TestCase("arn:aws:sqs", Allowed)]
    [TestCase("arn:aws:sqs:eu-west-1", Allowed)]
    [TestCase("arn:aws:sqs:eu-west-1:111122223333", Allowed)]
    [TestCase("arn:aws:sqs:us-east-1", ImplicitlyDenied)]
    [TestCase("arn:aws:sns", ImplicitlyDenied)]
    public void Identity_policies_complete_ARNs_that_are_too_short(string written, AccessDecision decision)
    {
        Decide(new() { Identity = [Policy(Allow("sqs:SendMessage", written))] }, action: "sqs:SendMessage", resource: Queue).Should().Be(decision);
        Decide(new() { Identity = [AllowAll], Boundary = Policy(Allow("sqs:SendMessage", written)) }, action: "sqs:SendMessage", resource: Queue)
            .Should().Be(decision);
    }

    [Test]
    public void Resource_policies_do_not_complete_ARNs_without_a_wildcard()
    {
        PolicyDocument short1 = Policy(Allow("sqs:*", "arn:aws:sqs", ", 'Principal': '*'"));
        PolicyDocument short2 = Policy(Allow("sqs:*", "arn:aws:sqs:*", ", 'Principal': '*'"));

        Decide(new() { Resource = short1 }, action: "sqs:SendMessage", resource: Queue).Should().Be(ImplicitlyDenied);
        Decide(new() { Resource = short2 }, action: "sqs:SendMessage", resource: Queue).Should().Be(Allowed);
    }

    [TestCase("arn:aws:s3:::data/*", Allowed, Allowed)]
    [TestCase("arn:aws:s3:::*", Allowed, Allowed)]
    [TestCase("arn:aws:s3:::data/logs/*", Allowed, ImplicitlyDenied)]
    [TestCase("arn:aws:s3:::*/logs/*", Allowed, ImplicitlyDenied)]
    [TestCase("arn:aws:s3:::other/*", ImplicitlyDenied, ImplicitlyDenied)]
    public void A_pattern_asks_for_every_resource_that_matches(string written, AccessDecision best, AccessDecision worst)
    {
        AccessResult result = Evaluate(new() { Identity = [Policy(Allow("s3:*", written))] }, resource: "arn:aws:s3:::data/*");

        result.BestCase.Should().Be(best);
        result.WorstCase.Should().Be(worst);
        result.Decision.Should().Be(best == worst ? best : Undetermined);
    }

    [TestCase("arn:aws:s3:::data/*", ExplicitlyDenied)]
    [TestCase("arn:aws:s3:::data/logs/2026/*", Undetermined)]
    [TestCase("arn:aws:s3:::other/*", Allowed)]
    public void A_Deny_has_to_cover_the_pattern(string denied, AccessDecision decision) =>
        Decide(new() { Identity = [Policy($"{Allow("s3:*")}, {Deny("s3:*", denied)}")] }, resource: "arn:aws:s3:::data/logs/*").Should().Be(decision);

    [Test]
    public void A_Deny_that_covers_all_that_is_allowed_of_a_pattern_is_seen()
    {
        AccessResult result = Evaluate(
            new() { Identity = [Policy($"{Allow("s3:*", "arn:aws:s3:::data/logs/*")}, {Deny("s3:*", "arn:aws:s3:::data/l*")}")] }, resource: "arn:aws:s3:::data/*");

        result.Decision.Should().Be(ExplicitlyDenied);
        result.Statements.Should().ContainSingle().Which.Statement.Effect.Should().Be(Effect.Deny);
    }

    [Test]
    public void An_account_in_the_pattern_that_is_not_the_principals_is_another() =>
        Decide(new() { Identity = [AllowAll] }, action: "sqs:SendMessage", resource: $"arn:aws:sqs:*:{Other}:*").Should().Be(ImplicitlyDenied);

    [TestCase("s3:Get*")]
    [TestCase("GetObject")]
    [TestCase("s3:")]
    [TestCase(":GetObject")]
    public void What_is_no_action_cannot_be_asked_for(string action) =>
        FluentActions.Invoking(() => Decide(new(), action: action)).Should().Throw<ArgumentException>();
}
