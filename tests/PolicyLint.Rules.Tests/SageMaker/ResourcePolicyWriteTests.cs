using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class ResourcePolicyWriteTests : RuleTest<ResourcePolicyWrite>
{
    [TestCase("PutModelPackageGroupPolicy", "share models with any account")]
    [TestCase("PutResourcePolicy", "share with any account")]
    [TestCase("PutLineageGroupPolicy", "share with any account")]
    [TestCase("CreateLineageGroupPolicy", "share with any account")]
    public void Each_way_to_share_is_told(string action, string deed) => Finds(
        OpenAccess.Document($"[|\"sagemaker:{action}\"|]", "\"*\""), $"`{action}` lets the caller {deed}, although it passes for a plain write", risk: SecuritySeverity.High);

    [TestCase("sagemaker:putmodelpackagegrouppolicy", "*")]
    [TestCase("SAGEMAKER:PutModelPackageGroupPolic?", "**")]
    [TestCase("sagemaker:PutModelPackageGroup**y", "arn:aws:sagemaker:*:*:*")]
    [TestCase("sagemaker:PutModelPackageGroupPolicy", "arn:aws:sagemaker:*:*:model-package-group/*")]
    [TestCase("sagemaker:Put*Policy", "*")]
    public void However_it_is_spelled_it_is_reported(string action, string resource) => Finds(OpenAccess.Document($"[|\"{action}\"|]", $"\"{resource}\""), risk: SecuritySeverity.High);

    [Test]
    public void A_named_group_is_medium() =>
        Finds(OpenAccess.Document("[|\"sagemaker:PutModelPackageGroupPolicy\"|]", "\"arn:aws:sagemaker:eu-west-1:111122223333:model-package-group/fraud\""), risk: SecuritySeverity.Medium);

    [Test]
    public void Deleting_alone_is_medium() => Finds(
        OpenAccess.Document("[|\"sagemaker:DeleteModelPackageGroupPolicy\"|]", "\"*\""),
        "`DeleteModelPackageGroupPolicy` lets the caller cut off the accounts that something is shared with, although it passes for a plain write",
        risk: SecuritySeverity.Medium);

    [Test]
    public void Sharing_by_RAM_is_low() => Finds(
        OpenAccess.Wrap($"{OpenAccess.Allow("[|\"sagemaker:PutResourcePolicy\"|]", "\"*\"")}, {OpenAccess.Allow("\"ram:CreateResourceShare\"", "\"*\"")}"), risk: SecuritySeverity.Low);

    [TestCase("StringEquals", "aws:RequestedRegion", "eu-west-1", SecuritySeverity.High)]
    [TestCase("StringLike", "aws:PrincipalTag/team", "*", SecuritySeverity.High)]
    [TestCase("StringEquals", "aws:PrincipalTag/team", "platform", SecuritySeverity.Medium)]
    public void A_condition_that_really_limits_makes_it_medium(string comparison, string key, string value, SecuritySeverity risk) => Finds(
        OpenAccess.Document("[|\"sagemaker:PutResourcePolicy\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: risk);

    [TestCase("sagemaker:GetModelPackageGroupPolicy", "*")]
    [TestCase("sagemaker:GetResourcePolicy", "*")]
    [TestCase("sagemaker:PutResourcePolicy", "arn:aws:sagemaker:*:*:feature-group/*")]
    public void Reads_and_what_never_works_are_clean(string action, string resource) => Clean(OpenAccess.Document($"\"{action}\"", $"\"{resource}\""));

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:PutModelPackageGroupPolicy", "" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [Test]
    public void An_SCP_is_clean() => Clean(OpenAccess.Document("\"sagemaker:PutResourcePolicy\"", "\"*\""), PolicyType.Scp);
}
