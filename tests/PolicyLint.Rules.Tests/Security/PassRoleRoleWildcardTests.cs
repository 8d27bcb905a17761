using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class PassRoleRoleWildcardTests : RuleTest<PassRoleRoleWildcard>
{
    [TestCase("role/*SageMaker*", SecuritySeverity.High)]
    [TestCase("role/?raud", SecuritySeverity.High)]
    [TestCase("role/fraud-*", SecuritySeverity.Medium)]
    [TestCase("role/service-role/AmazonSageMaker*", SecuritySeverity.Medium)]
    [TestCase("role/ml-exec/*", SecuritySeverity.None)]
    public void A_pattern_of_names_weighs_as_much_as_it_leaves_open(string role, SecuritySeverity risk) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": (|"iam:PassRole"|), "Resource": [|"arn:aws:iam::111122223333:{{role}}"|], "Condition": { "StringEquals": { "iam:PassedToService": "sagemaker.amazonaws.com" } } }
        }
        """, $"`iam:PassRole` lets the caller hand over every role that is called like `{role}`", risk: risk);

    [Test]
    public void A_path_for_any_service_is_more_than_a_suggestion() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:Pass*", "Resource": [|"arn:aws:iam::111122223333:role/ml-exec/*"|] }
        }
        """, risk: SecuritySeverity.Medium);

    [TestCase("arn:aws:iam::111122223333:role/fraud-training")]
    [TestCase("arn:aws:iam::111122223333:role/*")]
    [TestCase("arn:aws:iam::111122223333:role/{?}")]
    [TestCase("arn:aws:s3:::data/*")]
    [TestCase("*")]
    public void A_role_any_role_and_what_is_no_role_are_clean(string resource) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["iam:PassRole", "s3:GetObject"], "Resource": "{{resource}}" }
        }
        """);

    [Test]
    public void Without_PassRole_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::111122223333:role/*SageMaker*" }
        }
        """);
}
