using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class PresignedUrlWrongResourceTests : RuleTest<PresignedUrlWrongResource>
{
    [TestCase("app/d-abc123/alice/*", "an app")]
    [TestCase("app/*", "an app")]
    [TestCase("domain/d-abc123", "a domain")]
    [TestCase("space/d-abc123/alice", "a space")]
    public void What_is_no_user_profile_is_reported_with_its_kind(string resource, string kind) => Finds(
        OpenAccess.Document("(|\"sagemaker:CreatePresignedDomainUrl\"|)", $"[|\"arn:aws:sagemaker:eu-west-1:111122223333:{resource}\"|]"),
        $"`CreatePresignedDomainUrl` is decided on the user profile, and `arn:aws:sagemaker:eu-west-1:111122223333:{resource}` names {kind}",
        risk: SecuritySeverity.Medium);

    [TestCase("sagemaker:createpresigneddomainurl")]
    [TestCase("sagemaker:CreatePresignedDomain?rl")]
    [TestCase("sagemaker:CreatePresignedDomain*")]
    public void However_the_action_is_spelled_it_is_reported(string action) =>
        Finds(OpenAccess.Document($"\"{action}\"", "[\"arn:aws:s3:::data/*\", [|\"arn:aws:sagemaker:*:*:app/*\"|]]"));

    [TestCase("sagemaker:CreatePresignedDomainUrl", "arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-abc123/alice")]
    [TestCase("sagemaker:CreatePresignedDomainUrl", "arn:aws:sagemaker:*:*:*")]
    [TestCase("sagemaker:CreatePresignedDomainUrl", "*")]
    [TestCase("sagemaker:CreateApp", "arn:aws:sagemaker:*:*:app/*")]
    [TestCase("sagemaker:Create*", "arn:aws:sagemaker:*:*:app/*")]
    [TestCase("sagemaker:CreatePresignedDomainUrl", "arn:aws:s3:::data/*")]
    public void User_profiles_and_other_actions_are_clean(string action, string resource) => Clean(OpenAccess.Document($"\"{action}\"", $"\"{resource}\""));

    [Test]
    public void A_user_profile_beside_the_app_is_clean() => Clean(OpenAccess.Document(
        "[\"sagemaker:CreateApp\", \"sagemaker:CreatePresignedDomainUrl\"]",
        "[\"arn:aws:sagemaker:*:*:app/d-abc123/*\", \"arn:aws:sagemaker:*:*:user-profile/d-abc123/*\"]"));

    [Test]
    public void Deny_is_clean() =>
        Clean(OpenAccess.Wrap("""{ "Effect": "Deny", "Action": "sagemaker:CreatePresignedDomainUrl", "Resource": "arn:aws:sagemaker:*:*:app/*" }"""));

    [Test]
    public void An_SCP_is_clean() => Clean(OpenAccess.Document("\"sagemaker:CreatePresignedDomainUrl\"", "\"arn:aws:sagemaker:*:*:app/*\""), PolicyType.Scp);
}
