using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Conditions;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class ResourceTagOnCreateTests : RuleTest<ResourceTagOnCreate>
{
    [TestCase("Allow", "StringEquals", "never allows the creation")]
    [TestCase("Allow", "StringEqualsIfExists", "allows the creation whatever the tags")]
    [TestCase("Deny", "StringEquals", "never denies the creation")]
    [TestCase("Deny", "StringNotEquals", "denies every creation")]
    public void What_is_being_created_has_no_tags(string effect, string name, string outcome) => Finds(
        OneStatement.With($$"""{ "{{name}}": { [|"aws:ResourceTag/team"|]: "fraud" } }""", """["sagemaker:CreateTrainingJob", "sagemaker:CreateModel"]""", effect),
        $"What is being created has no `aws:ResourceTag/team` yet, so this {outcome}: ask for `aws:RequestTag`",
        risk: SecuritySeverity.Medium);

    [TestCase("\"SageMaker:Create*\"")]
    [TestCase("\"sagemaker:createtrainingjob\"")]
    public void However_it_is_spelled(string action) => Finds(OneStatement.With("""{ "StringEquals": { [|"sagemaker:ResourceTag/team"|]: "fraud" } }""", action), risk: SecuritySeverity.Medium);

    [Test]
    public void With_a_parent_it_is_a_suggestion() => Finds(
        OneStatement.With("""{ "StringEquals": { [|"aws:ResourceTag/team"|]: "fraud" } }""", """["sagemaker:CreateEndpoint", "sagemaker:CreateModelPackage"]"""),
        risk: SecuritySeverity.None, severity: Severity.Suggestion);

    [Test]
    public void Tags_of_the_request_are_clean() => Clean(OneStatement.With("""{ "StringEquals": { "aws:RequestTag/team": "fraud" } }""", "\"sagemaker:CreateTrainingJob\""));

    [Test]
    public void Both_tags_are_clean() => Clean(OneStatement.With("""{ "StringEquals": { "aws:RequestTag/team": "fraud", "aws:ResourceTag/team": "fraud" } }""", "\"sagemaker:CreateTrainingJob\""));

    [Test]
    public void Presigned_URLs_other_actions_and_other_services_are_left_alone()
    {
        Clean(OneStatement.With("""{ "StringEquals": { "aws:ResourceTag/team": "fraud" } }""", "\"sagemaker:CreatePresignedDomainUrl\""));
        Clean(OneStatement.With("""{ "StringEquals": { "aws:ResourceTag/team": "fraud" } }""", """["sagemaker:CreateModel", "sagemaker:DeleteModel"]"""));
        Clean(OneStatement.With("""{ "StringEquals": { "aws:ResourceTag/team": "fraud" } }""", "\"ec2:CreateSnapshot\""));
    }
}
