using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class ModelApprovalNoSeparationTests : RuleTest<ModelApprovalNoSeparation>
{
    [TestCase("sagemaker:UpdateModelPackage", "UpdateModelPackage")]
    [TestCase("sagemaker:createmodelpackage", "CreateModelPackage")]
    [TestCase("sagemaker:CreateModelPackag?", "CreateModelPackage")]
    [TestCase("sagemaker:UpdateModelPacka**e", "UpdateModelPackage")]
    public void However_it_is_spelled_it_is_reported(string action, string name) => Finds(
        OpenAccess.Document($"[|\"{action}\"|]", "\"arn:aws:sagemaker:eu-west-1:111122223333:model-package/fraud/*\""),
        $"`{name}` lets the caller approve the model that it registers, and approved models are deployed",
        risk: SecuritySeverity.Medium);

    [Test]
    public void Both_are_one_finding_at_the_update() => Finds(OpenAccess.Document("[\"sagemaker:CreateModelPackage\", [|\"sagemaker:UpdateModelPackage\"|]]", "\"*\""));

    [TestCase("StringEquals", "sagemaker:ModelApprovalStatus", "PendingManualApproval")]
    [TestCase("StringNotEquals", "sagemaker:ModelApprovalStatus", "Approved")]
    [TestCase("StringEquals", "sagemaker:ModelLifeCycle:Stage", "Development")]
    [TestCase("StringEquals", "sagemaker:modellifecycle:stagestatus", "PendingApproval")]
    public void A_condition_on_the_approval_clears_it(string comparison, string key, string value) => Clean(OpenAccess.Document(
        "\"sagemaker:CreateModelPackage\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringEquals", "aws:RequestedRegion", "eu-west-1")]
    [TestCase("Null", "sagemaker:ModelApprovalStatus", "false")]
    public void Other_conditions_do_not(string comparison, string key, string value) => Finds(OpenAccess.Document(
        "[|\"sagemaker:CreateModelPackage\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [Test]
    public void A_Deny_of_approving_clears_it() => Clean(OpenAccess.Wrap(
        OpenAccess.Allow("\"sagemaker:UpdateModelPackage\"", "\"*\"")
        + """, { "Effect": "Deny", "Action": "sagemaker:*ModelPackage", "Resource": "*", "Condition": { "StringEquals": { "sagemaker:ModelApprovalStatus": "Approved" } } }"""));

    [TestCase("sagemaker:DescribeModelPackage")]
    [TestCase("sagemaker:CreateModelPackageGroup")]
    public void Other_actions_are_clean(string action) => Clean(OpenAccess.Document($"\"{action}\"", "\"*\""));

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:UpdateModelPackage", "" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [Test]
    public void A_boundary_is_clean() => Clean(OpenAccess.Document("\"sagemaker:UpdateModelPackage\"", "\"*\""), PolicyType.Boundary);
}
