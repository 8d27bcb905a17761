using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class StudioRemoteSessionTests : RuleTest<StudioRemoteSession>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "sagemaker:StartSession", "arn:aws:sagemaker:*:*:space/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`StartSession` lets the caller connect to any user's Studio space from outside, past the domain's sign-in", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:StartSession", "arn:aws:sagemaker:eu-west-1:111122223333:space/d-abc123/${aws:PrincipalTag/StudioUser}-*" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"sagemaker:StartSession\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"sagemaker:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"sagemaker:StartSession\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    [TestCase("StringLike", "sagemaker:ResourceTag/team", "fraud-*")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"sagemaker:StartSession\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("StringEquals", "aws:SourceVpc", "vpc-11112222")]
    public void A_condition_on_the_network_makes_it_low(string comparison, string key, string value) =>
        Finds(OpenAccess.Document("[|\"sagemaker:StartSession\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: SecuritySeverity.Low);

    [Test]
    public void A_Deny_of_remote_access_clears_it() => Clean(OpenAccess.Wrap(
        OpenAccess.Allow("\"sagemaker:StartSession\"", "\"*\"")
        + """, { "Effect": "Deny", "Action": ["sagemaker:CreateSpace", "sagemaker:UpdateSpace"], "Resource": "*", "Condition": { "StringEquals": { "sagemaker:RemoteAccess": "ENABLED" } } }"""));

    [Test]
    public void A_space_without_sessions_is_clean() => Clean(OpenAccess.Document("[\"sagemaker:CreateSpace\", \"sagemaker:UpdateSpace\"]", "\"*\""));
}
