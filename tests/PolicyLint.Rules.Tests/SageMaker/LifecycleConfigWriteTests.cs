using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class LifecycleConfigWriteTests : RuleTest<LifecycleConfigWrite>
{
    [TestCase("sagemaker:CreateNotebookInstanceLifecycleConfig")]
    [TestCase("sagemaker:updatenotebookinstancelifecycleconfig")]
    [TestCase("sagemaker:CreateStudioLifecycleConfi?")]
    [TestCase("sagemaker:Create*LifecycleConfig")]
    public void However_it_is_spelled_it_is_reported(string action) => Finds(OpenAccess.Document($"[\"sagemaker:ListEndpoints\", [|\"{action}\"|]]", "\"*\""), risk: SecuritySeverity.High);

    [Test]
    public void Without_anything_that_attaches_the_roles_are_named() => Finds(
        OpenAccess.Document("[|\"sagemaker:CreateStudioLifecycleConfig\"|]", "\"arn:aws:sagemaker:*:*:studio-lifecycle-config/*\""),
        "`CreateStudioLifecycleConfig` lets the caller write scripts that run as root, with the role of each notebook that starts with them");

    [TestCase("sagemaker:UpdateNotebookInstance", "UpdateNotebookInstance")]
    [TestCase("sagemaker:CreateNotebookInstance", "CreateNotebookInstance")]
    [TestCase("sagemaker:UpdateDomai?", "UpdateDomain")]
    [TestCase("sagemaker:UpdateUserProfile", "UpdateUserProfile")]
    [TestCase("sagemaker:*Space", "UpdateSpace")]
    [TestCase("sagemaker:CreateApp", "CreateApp")]
    public void What_attaches_is_pointed_to(string action, string name) => Finds(
        OpenAccess.Wrap($"{OpenAccess.Allow("[|\"sagemaker:CreateStudioLifecycleConfig\"|]", "\"*\"")}, {OpenAccess.Allow($"(|\"{action}\"|)", "\"*\"")}"),
        $"`CreateStudioLifecycleConfig` lets the caller write scripts that run as root, and `{name}` attaches them");

    [Test]
    public void Named_configurations_that_nothing_attaches_are_medium() => Finds(
        OpenAccess.Document("[|\"sagemaker:UpdateNotebookInstanceLifecycleConfig\"|]", "\"arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance-lifecycle-config/fraud-*\""),
        risk: SecuritySeverity.Medium);

    [Test]
    public void Named_configurations_that_are_attached_are_high() => Finds(
        OpenAccess.Document(
            "[[|\"sagemaker:CreateNotebookInstanceLifecycleConfig\"|], (|\"sagemaker:UpdateNotebookInstance\"|)]",
            "[\"arn:aws:sagemaker:*:*:notebook-instance-lifecycle-config/fraud-*\", \"arn:aws:sagemaker:*:*:notebook-instance/fraud-*\"]"),
        risk: SecuritySeverity.High);

    [Test]
    public void Only_approved_ones_can_be_attached() => Finds(
        OpenAccess.Wrap(
            OpenAccess.Allow("[|\"sagemaker:CreateNotebookInstanceLifecycleConfig\"|]", "\"arn:aws:sagemaker:*:*:notebook-instance-lifecycle-config/fraud-*\"")
            + ", " + OpenAccess.Allow("\"sagemaker:UpdateNotebookInstance\"", "\"*\"", """{ "ForAllValues:ArnEquals": { "sagemaker:NotebookInstanceLifecycleConfigArns": "arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance-lifecycle-config/approved" } }""")),
        risk: SecuritySeverity.Medium);

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    public void A_condition_on_the_configuration_clears_it(string comparison, string key, string value) => Clean(OpenAccess.Document(
        "\"sagemaker:UpdateNotebookInstanceLifecycleConfig\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("StringEquals", "aws:RequestedRegion", "eu-west-1", SecuritySeverity.High)]
    [TestCase("StringNotEquals", "aws:ResourceTag/team", "fraud", SecuritySeverity.High)]
    [TestCase("IpAddress", "aws:SourceIp", "192.0.2.0/24", SecuritySeverity.Medium)]
    public void Other_conditions_do_not(string comparison, string key, string value, SecuritySeverity risk) => Finds(
        OpenAccess.Document("[|\"sagemaker:UpdateNotebookInstanceLifecycleConfig\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: risk);

    [TestCase("sagemaker:DescribeNotebookInstanceLifecycleConfig")]
    [TestCase("sagemaker:DeleteStudioLifecycleConfig")]
    [TestCase("sagemaker:UpdateNotebookInstance")]
    public void Other_actions_are_clean(string action) => Clean(OpenAccess.Document($"\"{action}\"", "\"*\""));

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker:CreateStudioLifecycleConfig", "" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [Test]
    public void A_boundary_is_clean() => Clean(OpenAccess.Document("\"sagemaker:CreateStudioLifecycleConfig\"", "\"*\""), PolicyType.Boundary);
}
