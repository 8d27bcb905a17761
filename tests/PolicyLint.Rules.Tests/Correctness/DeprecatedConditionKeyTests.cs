using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class DeprecatedConditionKeyTests : RuleTest<DeprecatedConditionKey>
{
    [Test]
    public void A_replaced_key_of_SageMaker_is_a_warning() => Finds(
        OneStatement.With("""{ "StringEquals": { [|"sagemaker:volumekmskey"|]: "x" }, "Null": { [|"sagemaker:HomeEfsFileSystemKmsKey"|]: "true" } }""", effect: "Deny"),
        ["AWS has replaced `sagemaker:volumekmskey` by `sagemaker:VolumeKmsKeyArn`", "AWS has replaced `sagemaker:HomeEfsFileSystemKmsKey` by `sagemaker:VolumeKmsKeyArn`"],
        severity: Severity.Warning);

    [Test]
    public void The_old_name_of_the_principal_is_an_error() => Finds(
        OneStatement.With("""{ "ArnLike": { [|"aws:ARN"|]: "arn:aws:iam::111122223333:role/x" } }"""),
        "No request has `aws:ARN`: write `aws:PrincipalArn`, or `aws:SourceArn` for the resource that a service acts for",
        severity: Severity.Error);

    [Test]
    public void The_service_has_a_check_for_one_of_them_only() => FindsNoCode(
        OneStatement.With("""{ "StringEquals": { "sagemaker:OutputKmsKey": "x" } }"""));

    [Test]
    public void Keys_in_use_are_clean() => Clean(
        OneStatement.With("""{ "ArnEquals": { "sagemaker:VolumeKmsKeyArn": "x", "aws:PrincipalArn": "y" }, "StringEquals": { "comprehend:VolumeKmsKey": "z" } }"""));

    // Two findings of one place have two codes, which FindsCode does not take.
    [Test]
    public void The_service_has_two_checks_of_the_old_name() =>
        new PolicyLinter([new DeprecatedConditionKey()], new LintOptions { Profile = RuleProfile.AccessAnalyzer })
            .Lint(OneStatement.With("""{ "ArnLike": { "aws:ARN": "arn:aws:iam::111122223333:role/x" } }"""), PolicyType.Identity)
            .Findings.Select(finding => (finding.IssueCode, Pointers: string.Join(' ', finding.Pointers)))
            .Should().BeEquivalentTo<(IssueCode?, string)>(
            [
                (IssueCodes.UnsupportedGlobalConditionKey, "/Statement/0/Condition/ArnLike/aws:ARN"),
                (IssueCodes.DeprecatedGlobalConditionKey, "/Statement/0/Condition/ArnLike/aws:ARN"),
            ]);
}
