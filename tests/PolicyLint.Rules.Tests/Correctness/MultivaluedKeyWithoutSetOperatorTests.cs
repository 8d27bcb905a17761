using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class MultivaluedKeyWithoutSetOperatorTests : RuleTest<MultivaluedKeyWithoutSetOperator>
{
    [Test]
    public void A_list_of_SageMaker_is_an_error() => Finds(
        OneStatement.With("""{ "StringEquals": { [|"sagemaker:VpcSubnets"|]: "subnet-0a1b2c3d" } }"""),
        "A request has several values for `sagemaker:VpcSubnets`: write `ForAnyValue:` or `ForAllValues:` before `StringEquals`",
        severity: Severity.Error);

    [Test]
    public void A_global_list_is_an_error_in_an_SCP_too() => Finds(
        OneStatement.With("""{ "StringNotLikeIfExists": { [|"aws:PrincipalOrgPaths"|]: "o-a1b2c3d4e5/*" } }""", effect: "Deny"),
        severity: Severity.Error, type: PolicyType.Scp);

    [Test]
    public void A_list_of_another_service_is_a_suggestion() => Finds(
        OneStatement.With("""{ "StringEquals": { [|"events:source"|]: "aws.sagemaker" } }""", action: "\"events:PutRule\""),
        severity: Severity.Suggestion);

    [Test]
    public void The_service_reports_the_key() => FindsCode(IssueCodes.MissingQualifier,
        OneStatement.With("""{ "StringEquals": { [|"aws:TagKeys"|]: "team" } }"""));

    [Test]
    public void The_service_is_silent_beside_Null() => FindsNoCode(
        OneStatement.With("""{ "StringEquals": { "events:detail-type": "x" }, "Null": { "events:detail-type": "false" } }"""));

    [Test]
    public void Set_operators_Null_and_single_values_are_clean() => Clean(
        OneStatement.With("""{ "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, "ForAllValues:StringLike": { "sagemaker:InstanceTypes": "ml.*" }, "Null": { "aws:TagKeys": "false" }, "StringEquals": { "aws:RequestTag/a": "b" } }"""));
}
