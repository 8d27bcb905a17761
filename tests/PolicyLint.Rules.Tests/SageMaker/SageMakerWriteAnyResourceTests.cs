using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class SageMakerWriteAnyResourceTests : RuleTest<SageMakerWriteAnyResource>
{
    private const string Arn = "`arn:${Partition}:sagemaker:${Region}:${Account}:endpoint/${EndpointName}`";

    [TestCase("*")]
    [TestCase("arn:aws:sagemaker:*:*:*")]
    [TestCase("arn:aws:sagemaker:eu-west-1:111122223333:*")]
    [TestCase("arn:aws:*")]
    public void What_could_be_limited_is_named_with_an_ARN(string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:DeleteEndpoint", "sagemaker:ListEndpoints"], "Resource": [|"{{resource}}"|] }
        }
        """, $"`DeleteEndpoint` works on everybody's resources, and could be limited to ARNs such as {Arn}", risk: SecuritySeverity.Medium);

    // Of the five, PutResourcePolicy knows no resources and DescribeEndpoint only reads.
    [Test]
    public void What_must_be_on_the_star_and_what_reads_is_not_named() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": ["sagemaker:UpdateEndpoint", "SageMaker:deleteendpoint", "sagemaker:PutResourcePolicy", "sagemaker:DescribeEndpoint"],
            "Resource": ["arn:aws:s3:::data/*", [|"*"|]]
          }
        }
        """, $"`DeleteEndpoint` and `UpdateEndpoint` work on everybody's resources, and could be limited to ARNs such as {Arn}");

    [Test]
    public void Wildcards_count_as_what_they_stand_for() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:Delete*Endpoint", "Resource": [|"*"|] }
        }
        """, $"`DeleteEndpoint` works on everybody's resources, and could be limited to ARNs such as {Arn}");

    [TestCase("aws:ResourceTag/team", "fraud")]
    [TestCase("sagemaker:ResourceTag/team", "fraud")]
    [TestCase("aws:RequestTag/team", "fraud")]
    [TestCase("aws:SourceVpce", "vpce-11112222")]
    [TestCase("aws:PrincipalTag/team", "fraud")]
    public void A_condition_that_limits_clears_it(string key, string value) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": "sagemaker:DeleteEndpoint", "Resource": "*",
            "Condition": { "StringEquals": { "{{key}}": "{{value}}" } }
          }
        }
        """);

    [TestCase("StringEquals", "aws:ResourceAccount", "111122223333")]
    [TestCase("StringEquals", "aws:RequestedRegion", "eu-west-1")]
    public void A_condition_that_leaves_the_whole_account_makes_it_low(string comparison, string key, string value) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": "sagemaker:DeleteEndpoint", "Resource": [|"*"|],
            "Condition": { "{{comparison}}": { "{{key}}": "{{value}}" } }
          }
        }
        """, risk: SecuritySeverity.Low);

    [TestCase("ForAllValues:StringEquals", "aws:TagKeys", "team")]
    [TestCase("StringEqualsIfExists", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringNotEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringLike", "aws:ResourceTag/team", "*")]
    public void A_condition_that_only_seems_to_limit_does_not(string comparison, string key, string value) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": "sagemaker:DeleteEndpoint", "Resource": [|"*"|],
            "Condition": { "{{comparison}}": { "{{key}}": "{{value}}" } }
          }
        }
        """, risk: SecuritySeverity.Medium);

    [Test]
    public void Every_SageMaker_action_without_resources_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": ["sagemaker:Search", "sagemaker:ListEndpoints", "sagemaker:RenderUiTemplate", "sagemaker:QueryLineage", "sagemaker:PutResourcePolicy",
              "sagemaker:DeleteResourcePolicy", "sagemaker:CreateLineageGroupPolicy", "sagemaker:ExtendTrainingPlan", "sagemaker:EnableSagemakerServicecatalogPortfolio"],
            "Resource": "*"
          }
        }
        """);

    [TestCase("sagemaker:DeleteEndpoint", "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud-*")]
    [TestCase("sagemaker:DeleteEndpoint", "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/*")]
    [TestCase("sagemaker:DescribeEndpoint", "*")]
    [TestCase("sagemaker:Describe*", "*")]
    [TestCase("s3:DeleteObject", "*")]
    public void Named_resources_reads_and_other_services_are_clean(string action, string resource) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}" }
        }
        """);

    [Test]
    public void What_a_Deny_takes_away_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:DeleteEndpoint", "Resource": "*" },
            { "Effect": "Deny", "Action": "sagemaker:Delete*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "sagemaker:DeleteEndpoint", "Resource": "*" }
        }
        """);

    [Test]
    public void A_boundary_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:DeleteEndpoint", "Resource": "*" }
        }
        """, PolicyType.Boundary);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:{?}"|], "Resource": "*" }
        }
        """, "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:DeleteEndpoint", "Resource": [|"{?}"|] }
        }
        """, "the resource is not known before deployment");
}
