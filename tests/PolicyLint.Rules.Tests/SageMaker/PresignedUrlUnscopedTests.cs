using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class PresignedUrlUnscopedTests : RuleTest<PresignedUrlUnscoped>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "sagemaker:CreatePresignedDomainUrl", "arn:aws:sagemaker:*:*:user-profile/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`CreatePresignedDomainUrl` lets the caller open any user's Studio as that user, with that user's role and files", risk: SecuritySeverity.High);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:CreatePresignedDomainUrl", "arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-abc123/alice" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"sagemaker:CreatePresignedDomainUrl\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"sagemaker:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"sagemaker:CreatePresignedDomainUrl\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringLike", "sagemaker:ResourceTag/team", "fraud-*")]
    [TestCase("StringEquals", "aws:sourceVpce", "vpce-0a1b2c3d")]
    [TestCase("ForAnyValue:StringEquals", "aws:SourceVpc", "vpc-11112222")]
    [TestCase("IpAddress", "aws:SourceIp", "192.0.2.0/24")]
    [TestCase("IpAddress", "aws:VpcSourceIp", "10.0.0.0/16")]
    public void A_condition_on_the_resource_or_the_network_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"sagemaker:CreatePresignedDomainUrl\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("StringEquals", "aws:PrincipalTag/team", "fraud")]
    [TestCase("Bool", "aws:MultiFactorAuthPresent", "true")]
    [TestCase("StringEquals", "aws:ResourceAccount", "111122223333")]
    public void A_condition_on_who_makes_it_medium(string comparison, string key, string value) =>
        Finds(OpenAccess.Document("[|\"sagemaker:CreatePresignedDomainUrl\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: SecuritySeverity.Medium);

    [TestCase("CreatePresignedNotebookInstanceUrl", "work in any notebook instance, as its role and with its files")]
    [TestCase("CreatePresignedMlflowTrackingServerUrl", "log in to any MLflow server and read and change all experiments there")]
    [TestCase("CreatePresignedMlflowAppUrl", "log in to any MLflow server and read and change all experiments there")]
    [TestCase("CreatePartnerAppPresignedUrl", "log in to any partner application")]
    public void Each_URL_is_told_by_what_it_opens(string action, string deed) =>
        Finds(OpenAccess.Document($"[|\"sagemaker:{action}\"|]", "(|\"*\"|)"), $"`{action}` lets the caller {deed}");

    [Test]
    public void Several_are_one_finding_at_the_gravest() => Finds(
        OpenAccess.Document("[\"sagemaker:CreatePartnerAppPresignedUrl\", [|\"sagemaker:CreatePresignedDomainUrl\"|]]", "\"*\""),
        "`CreatePresignedDomainUrl` and `CreatePartnerAppPresignedUrl` let the caller open any user's Studio as that user, with that user's role and files");

    [TestCase("${aws:PrincipalTag/StudioUser}")]
    [TestCase("${aws:username}")]
    [TestCase("${sagemaker:UserProfileName}")]
    public void The_own_profile_in_any_domain_is_clean(string variable) =>
        Clean(OpenAccess.Document("\"sagemaker:CreatePresignedDomainUrl\"", $"\"arn:aws:sagemaker:*:*:user-profile/*/{variable}\""));

    [Test]
    public void One_of_several_resources_that_covers_all_is_enough() => Finds(OpenAccess.Document(
        "[|\"sagemaker:CreatePresignedNotebookInstanceUrl\"|]",
        "[\"arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/fraud\", (|\"arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/*\"|)]"));
}
