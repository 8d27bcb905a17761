using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class UnknownConditionOperatorTests : RuleTest<UnknownConditionOperator>
{
    [Test]
    public void A_misspelled_operator_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { [|"StringEqual"|]: { "aws:RequestedRegion": "eu-west-1" } }
          }
        }
        """, "`StringEqual` is no condition operator; did you mean `StringEquals`?");

    [Test]
    public void Qualifier_and_IfExists_are_part_of_the_spelling() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": {
              [|"ForAnyValues:StringLike"|]: { "aws:TagKeys": "team" },
              [|"ForAllValues:StringEqualsIfExist"|]: { "aws:TagKeys": "team" }
            }
          }
        }
        """, ["`ForAnyValues:StringLike` is no condition operator; did you mean `ForAnyValue:StringLike`?", "`ForAllValues:StringEqualsIfExist` is no condition operator; did you mean `ForAllValues:StringEqualsIfExists`?"]);

    [Test]
    public void Null_has_no_IfExists() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { [|"NullIfExists"|]: { "aws:TagKeys": "true" } }
          }
        }
        """, "`NullIfExists` is no condition operator: `Null` itself asks whether the key is there");

    [Test]
    public void An_operator_that_resembles_nothing_gets_no_hint() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Deny",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { [|"Matches"|]: { "aws:RequestedRegion": "eu-*" } }
          }
        }
        """, "`Matches` is no condition operator");

    [Test]
    public void Known_operators_are_clean_in_any_case() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": {
              "StringLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" },
              "forAnyValue:stringequalsifexists": { "aws:TagKeys": "team" },
              "Null": { "aws:TagKeys": "false" },
              "ForAllValues:Null": { "aws:TagKeys": "false" }
            }
          }
        }
        """);

    [Test]
    public void A_statement_without_Condition_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
        }
        """);

    [Test]
    public void An_operator_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": "sagemaker:CreateEndpoint",
            "Resource": "*",
            "Condition": { [|"String{?}"|]: { "aws:RequestedRegion": "eu-west-1" } }
          }
        }
        """, "the condition operator is not known before deployment");

    [Test]
    public void The_service_reports_the_operator() => FindsCode(IssueCodes.InvalidConditionOperator, OneStatement.With("""{ [|"StringEqual"|]: { "aws:username": "x" } }"""));

    [TestCase("NullIfExists")]
    [TestCase("ForAllValues:NullIfExists")]
    public void The_service_has_a_check_of_its_own_for_Null(string name) => FindsCode(IssueCodes.NullWithIfExists, OneStatement.With($$"""{ [|"{{name}}"|]: { "aws:TagKeys": "true" } }"""));

    [Test]
    public void The_service_is_silent_about_operators_that_exist() => FindsNoCode(OneStatement.With("""{ "Null": { "aws:TagKeys": "true" }, "StringEqualsIfExists": { "aws:username": "x" } }"""));
}
