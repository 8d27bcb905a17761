using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class CreateWithoutAddTagsTests : RuleTest<CreateWithoutAddTags>
{
    private const string Model = "arn:aws:sagemaker:us-east-1:111122223333:model/fraud";

    [TestCase("\"StringEquals\": { \"aws:RequestTag/team\": \"fraud\" }")]
    [TestCase("\"Null\": { \"aws:RequestTag/team\": \"false\" }")]
    [TestCase("\"ForAnyValue:StringEquals\": { \"aws:TagKeys\": \"team\" }")]
    public void Tags_that_are_demanded_and_may_not_be_given_are_a_suggestion(string condition) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:CreateModel"|], "Resource": "{{Model}}", "Condition": { {{condition}} } }
        }
        """, "`sagemaker:CreateModel` demands tags, but nothing allows `sagemaker:AddTags` on `model`", severity: Severity.Suggestion);

    [TestCase("sagemaker:AddTags")]
    [TestCase("sagemaker:*")]
    public void AddTags_in_another_statement_clears_it(string action) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:CreateModel", "Resource": "{{Model}}", "Condition": { "StringEquals": { "aws:RequestTag/team": "fraud" } } },
            { "Effect": "Allow", "Action": "{{action}}", "Resource": "{{Model}}" }
          ]
        }
        """);

    [Test]
    public void AddTags_on_another_type_does_not() => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sagemaker:CreateModel"|], "Resource": "{{Model}}", "Condition": { "StringEquals": { "aws:RequestTag/team": "fraud" } } },
            { "Effect": "Allow", "Action": "sagemaker:AddTags", "Resource": "arn:aws:sagemaker:us-east-1:111122223333:endpoint/fraud" }
          ]
        }
        """);

    [TestCase("sagemaker:CreateModel", "\"StringEqualsIfExists\": { \"aws:RequestTag/team\": \"fraud\" }")]
    [TestCase("sagemaker:CreateModel", "\"StringEquals\": { \"aws:RequestedRegion\": \"eu-west-1\" }")]
    [TestCase("sagemaker:DescribeModel", "\"StringEquals\": { \"aws:RequestTag/team\": \"fraud\" }")]
    [TestCase("s3:CreateBucket", "\"StringEquals\": { \"aws:RequestTag/team\": \"fraud\" }")]
    public void Without_the_demand_it_is_clean(string action, string condition) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "*", "Condition": { {{condition}} } }
        }
        """);
}
