using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class MlflowUnscopedTests : RuleTest<MlflowUnscoped>
{
    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Spellings), new object[] { "sagemaker-mlflow:CreateExperiment", "arn:aws:sagemaker:*:*:mlflow-tracking-server/*" })]
    public void However_it_is_spelled_it_is_reported(string document) => Finds(document, "`CreateExperiment` lets the caller change every team's experiments, runs and registered models", risk: SecuritySeverity.Medium);

    [TestCaseSource(typeof(OpenAccess), nameof(OpenAccess.Closed), new object[] { "sagemaker-mlflow:CreateExperiment", "arn:aws:sagemaker:eu-west-1:111122223333:mlflow-tracking-server/fraud" })]
    public void What_is_closed_is_clean(string document) => Clean(document);

    [TestCase(PolicyType.Scp)]
    [TestCase(PolicyType.Boundary)]
    public void What_only_limits_is_clean(PolicyType type) => Clean(OpenAccess.Document("\"sagemaker-mlflow:CreateExperiment\"", "\"*\""), type);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("[|\"sagemaker-mlflow:{?}\"|]", "\"*\""), "the action is not known before deployment");

    [Test]
    public void A_resource_of_a_template_cannot_be_judged() =>
        CannotJudge(OpenAccess.Document("\"sagemaker-mlflow:CreateExperiment\"", "[|\"{?}\"|]"), "the resource is not known before deployment");

    [TestCase("StringEquals", "aws:ResourceTag/team", "fraud")]
    public void A_condition_that_says_which_clears_it(string comparison, string key, string value) =>
        Clean(OpenAccess.Document("\"sagemaker-mlflow:CreateExperiment\"", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""));

    [TestCase("sagemaker-mlflow:*")]
    [TestCase("sagemaker:CallMlflowAppApi")]
    public void The_whole_of_MLflow_is_reported(string action) => Finds(OpenAccess.Document($"[|\"{action}\"|]", "\"*\""), risk: SecuritySeverity.Medium);

    // The reference lists tracking servers alone; AWS's own policies name apps too.
    [Test]
    public void Every_app_is_reported_like_every_server() => Finds(OpenAccess.Document("[|\"sagemaker-mlflow:CreateRun\"|]", "(|\"arn:aws:sagemaker:*:*:mlflow-app/*\"|)"));

    [TestCase("sagemaker-mlflow:AccessUI", "*")]
    [TestCase("sagemaker-mlflow:SearchRuns", "*")]
    [TestCase("sagemaker-mlflow:*", "arn:aws:sagemaker:eu-west-1:111122223333:mlflow-app/fraud")]
    [TestCase("sagemaker:CallMlflowAppApi", "arn:aws:sagemaker:eu-west-1:111122223333:mlflow-app/fraud")]
    public void Reads_and_what_is_limited_are_clean(string action, string resource) => Clean(OpenAccess.Document($"\"{action}\"", $"\"{resource}\""));
}
