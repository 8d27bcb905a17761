using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class IrrelevantConditionKeyTests : RuleTest<IrrelevantConditionKey>
{
    [Test]
    public void The_account_of_the_bucket_says_nothing_in_its_policy() => Finds(
        OneStatement.Of("\"*\"", """{ "StringEquals": { [|"s3:ResourceAccount"|]: "111122223333" } }"""),
        "`s3:ResourceAccount` is the account of the bucket that the policy is attached to, whoever calls",
        severity: Severity.Suggestion);

    [Test]
    public void Other_keys_are_clean() => Clean(OneStatement.Of("\"*\"", """{ "StringEquals": { "aws:PrincipalAccount": "111122223333" } }"""));

    [Test]
    public void An_identity_policy_is_left_alone() => Clean(OneStatement.With("""{ "StringEquals": { "s3:ResourceAccount": "111122223333" } }"""), PolicyType.Identity);

    [Test]
    public void The_service_reports_the_key() => FindsCode(IssueCodes.IrrelevantConditionKeyInPolicy,
        OneStatement.Of("\"*\"", """{ "StringEquals": { [|"s3:ResourceAccount"|]: "111122223333" } }"""), resourceType: PolicyResourceType.S3Bucket);

    [Test]
    public void The_service_is_silent_about_other_keys() => FindsNoCode(
        OneStatement.Of("\"*\"", """{ "StringEquals": { "aws:PrincipalAccount": "111122223333" } }"""), resourceType: PolicyResourceType.S3AccessPoint);
}
