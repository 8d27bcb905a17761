using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class SageMakerWriteWildcardTests : RuleTest<SageMakerWriteWildcard>
{
    // CreatePipeline, DeletePipeline and UpdatePipeline; StartPipelineExecution and its like are other things.
    [Test]
    public void One_kind_of_thing_is_low() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:Describe*", [|"sagemaker:*Pipeline"|]], "Resource": "*" }
        }
        """, "`sagemaker:*Pipeline` allows 3 SageMaker actions that change something, and each that AWS adds under such a name", risk: SecuritySeverity.Low);

    // CreateModelPackage, CreateModelPackageGroup: two things.
    [Test]
    public void Two_kinds_are_medium() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"SageMaker:CreateModelPackage*"|], "Resource": "*" }
        }
        """, "`SageMaker:CreateModelPackage*` allows 2 SageMaker actions that change something, and each that AWS adds under such a name", risk: SecuritySeverity.Medium);

    [Test]
    public void Several_are_one_finding_at_the_widest() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:CreateModelPackage*", [|"sagemaker:*Pipeline"|], "sagemaker:List*"], "Resource": "*" }
        }
        """, "`sagemaker:*Pipeline` and 1 more wildcard allow 5 SageMaker actions that change something, and each that AWS adds under such a name", risk: SecuritySeverity.Medium);

    // InvokeEndpoint and its like read; CreateEndpoint, DeleteEndpoint and UpdateEndpoint are what else a named endpoint knows by name.
    [Test]
    public void Only_what_can_work_on_the_resource_is_counted() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:*Endpoint"|], "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud-*" }
        }
        """, "`sagemaker:*Endpoint` allows 3 SageMaker actions that change something, and each that AWS adds under such a name");

    [Test]
    public void A_condition_that_really_limits_makes_it_low() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"sagemaker:Create*"|], "Resource": "*",
            "Condition": { "StringEquals": { "aws:RequestTag/team": "fraud" } }
          }
        }
        """, risk: SecuritySeverity.Low);

    [Test]
    public void What_a_Deny_takes_away_is_not_counted() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sagemaker:*Pipeline"|], "Resource": "*" },
            { "Effect": "Deny", "Action": "sagemaker:DeletePipeline", "Resource": "*" }
          ]
        }
        """, "`sagemaker:*Pipeline` allows 2 SageMaker actions that change something, and each that AWS adds under such a name");

    [TestCase("sagemaker:Describe*")]
    [TestCase("sagemaker:List*")]
    [TestCase("sagemaker:BatchDescribe*")]
    [TestCase("sagemaker:CreateEndpoint")]
    [TestCase("*:Create*")]
    [TestCase("s3:Put*")]
    public void Reads_names_and_other_services_are_clean(string action) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "*" }
        }
        """);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "sagemaker:Create*", "Resource": "*" }
        }
        """);

    [Test]
    public void A_boundary_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:Create*", "Resource": "*" }
        }
        """, PolicyType.Boundary);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:Create{?}"|], "Resource": "*" }
        }
        """, "the action is not known before deployment");
}
