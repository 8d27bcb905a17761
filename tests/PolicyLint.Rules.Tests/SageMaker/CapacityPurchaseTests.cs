using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class CapacityPurchaseTests : RuleTest<CapacityPurchase>
{
    [TestCase("sagemaker:CreateTrainingPlan", "CreateTrainingPlan")]
    [TestCase("sagemaker:createreservedcapacity", "CreateReservedCapacity")]
    [TestCase("sagemaker:ExtendTrainingPla?", "ExtendTrainingPlan")]
    [TestCase("sagemaker:*TrainingPlan", "CreateTrainingPlan")]
    public void However_it_is_spelled_it_is_reported(string action, string name) => Finds(
        Document($"[|\"{action}\"|]", "\"*\""), $"`{name}` lets the caller buy accelerator capacity up front, which is not given back", risk: SecuritySeverity.Medium);

    [Test]
    public void NotResource_does_not_keep_the_extension_out() => Finds(
        OpenAccess.Wrap("""{ "Effect": "Allow", "Action": [|"sagemaker:*Plan"|], "NotResource": ["arn:aws:sagemaker:*:*:training-plan/*", "arn:aws:sagemaker:*:*:reserved-capacity/*"] }"""),
        "`ExtendTrainingPlan` lets the caller buy accelerator capacity up front, which is not given back");

    [TestCase("StringEquals", "aws:RequestedRegion", "eu-west-1", SecuritySeverity.Medium)]
    [TestCase("StringEquals", "aws:RequestTag/approved", "yes", SecuritySeverity.Low)]
    [TestCase("Bool", "aws:MultiFactorAuthPresent", "true", SecuritySeverity.Low)]
    public void A_condition_that_really_limits_makes_it_low(string comparison, string key, string value, SecuritySeverity risk) =>
        Finds(Document("[|\"sagemaker:CreateTrainingPlan\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: risk);

    [Test]
    public void A_policy_for_buying_is_clean() => Clean(OpenAccess.Document(
        "[\"sagemaker:CreateTrainingPlan\", \"sagemaker:CreateReservedCapacity\", \"sagemaker:AddTags\", \"sagemaker:SearchTrainingPlanOfferings\"]", "\"*\""));

    [TestCase("sagemaker:DescribeTrainingPlan", "*")]
    [TestCase("sagemaker:CreateTrainingJob", "arn:aws:sagemaker:*:*:training-plan/*")]
    [TestCase("sagemaker:ExtendTrainingPlan", "arn:aws:sagemaker:*:*:training-plan/*")]
    public void What_buys_nothing_is_clean(string action, string resource) => Clean(Document($"\"{action}\"", $"\"{resource}\""));

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:CreateTrainingPlan", "" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [Test]
    public void An_SCP_is_clean() => Clean(Document("\"sagemaker:CreateTrainingPlan\"", "\"*\""), PolicyType.Scp);

    private static string Document(string action, string resource, string? condition = null) =>
        OpenAccess.Wrap($"{OpenAccess.Allow(action, resource, condition)}, {OpenAccess.Allow("\"sagemaker:StopTrainingJob\"", "\"arn:aws:sagemaker:*:*:training-job/*\"")}");
}
