using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class PassRolePlusCreateComputeTests : RuleTest<PassRolePlusCreateCompute>
{
    private const string AnyRole = "\"arn:aws:iam::111122223333:role/*\"";
    private const string ForSageMaker = """{ "StringEquals": { "iam:PassedToService": "sagemaker.amazonaws.com" } }""";

    [TestCase("sagemaker:CreatePipeline")]
    [TestCase("SageMaker:createtrainingjob")]
    [TestCase("sagemaker:CreateNotebookInstanc?")]
    [TestCase("sagemaker:CreateTrainin**gJob")]
    [TestCase("sagemaker:UpdateCluster")]
    [TestCase("sagemaker:CreateModel")]
    [TestCase("sagemaker:UpdateDomain")]
    [TestCase("sagemaker:CreateAlgorithm")]
    [TestCase("sagemaker:CreateMlflowApp")]
    [TestCase("sagemaker:UpdateDeviceFleet")]
    public void What_runs_as_a_role_that_is_passed_is_reported(string action) =>
        Finds(Document($"[|\"{action}\"|]", "*", Passing("(|\"iam:PassRole\"|)", "\"*\"")), risk: SecuritySeverity.High);

    [Test]
    public void The_action_and_the_roles_are_named() => Finds(
        Document("[|\"sagemaker:CreatePipeline\"|]", "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/fraud-*", Passing("(|\"iam:PassRole\"|)", AnyRole, ForSageMaker)),
        "`CreatePipeline` runs the caller's code as any role of the account, an administrator's too, for the policy passes them");

    [Test]
    public void The_most_direct_of_several_is_the_one() =>
        Finds(Document("[\"sagemaker:CreateImage\", \"sagemaker:CreateModel\", [|\"sagemaker:CreateTrainingJob\"|]]", "*", Passing("\"iam:PassRole\"", AnyRole)));

    [TestCase("iam:pass*")]
    [TestCase("iam:*")]
    [TestCase("*:PassRole")]
    public void Passing_is_found_in_any_spelling(string action) => Finds(Document("[|\"sagemaker:CreateTrainingJob\"|]", "*", Passing($"(|\"{action}\"|)", "\"*\"")));

    [Test]
    public void A_pattern_of_roles_is_medium() => Finds(
        Document("[|\"sagemaker:CreateTrainingJob\"|]", "*", Passing("\"iam:PassRole\"", "\"arn:aws:iam::111122223333:role/*SageMaker*\"", ForSageMaker)),
        "`CreateTrainingJob` runs the caller's code as each role of a pattern, whoever makes it, for the policy passes them",
        risk: SecuritySeverity.Medium);

    [Test]
    public void A_pattern_beside_every_role_does_not_hide_it() => Finds(
        Document("[|\"sagemaker:CreateTrainingJob\"|]", "*", $"{Passing("\"iam:PassRole\"", "\"arn:aws:iam::111122223333:role/ml-*\"")}, {Passing("(|\"iam:PassRole\"|)", "\"*\"")}"),
        risk: SecuritySeverity.High);

    [Test]
    public void Roles_that_are_written_out_are_clean() => Clean(Document("\"sagemaker:CreateTrainingJob\"", "*", Passing("\"iam:PassRole\"", "\"arn:aws:iam::111122223333:role/fraud\"", ForSageMaker)));

    [Test]
    public void Roles_for_other_services_are_clean() => Clean(Document(
        "\"sagemaker:CreateTrainingJob\"", "*", Passing("\"iam:PassRole\"", "\"*\"", """{ "StringEquals": { "iam:PassedToService": ["lambda.amazonaws.com", "glue.amazonaws.com"] } }""")));

    [Test]
    public void A_pattern_of_services_with_SageMaker_is_reported() => Finds(Document(
        "[|\"sagemaker:CreateTrainingJob\"|]", "*", Passing("\"iam:PassRole\"", "\"*\"", """{ "StringLike": { "iam:PassedToService": "s*.amazonaws.com" } }""")));

    [TestCase("sagemaker:DescribeTrainingJob")]
    [TestCase("sagemaker:StartPipelineExecution")]
    public void Passing_without_anything_that_takes_a_role_is_clean(string action) => Clean(Document($"\"{action}\"", "*", Passing("\"iam:PassRole\"", "\"*\"")));

    [Test]
    public void Nothing_is_passed_where_a_Deny_takes_it_away() => Clean(Document(
        "\"sagemaker:CreateTrainingJob\"", "*", $$"""{{Passing("\"iam:PassRole\"", "\"*\"")}}, { "Effect": "Deny", "Action": "iam:*", "Resource": "*" }"""));

    [Test]
    public void A_boundary_is_clean() => Clean(Document("\"sagemaker:CreateTrainingJob\"", "*", Passing("\"iam:PassRole\"", "\"*\"")), PolicyType.Boundary);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(Document("[|\"sagemaker:{?}\"|]", "*", Passing("\"iam:PassRole\"", "\"*\"")), "the action is not known before deployment");

    private static string Document(string action, string resource, string more) => OpenAccess.Wrap($"{OpenAccess.Allow(action, $"\"{resource}\"")}, {more}");

    private static string Passing(string action, string roles, string? condition = null) => OpenAccess.Allow(action, roles, condition);
}
