using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3028: every MLflow server may be written to.</summary>
public sealed class MlflowUnscoped() : StatementRule(new RuleDescriptor
{
    Id = "PL3028",
    Name = "mlflow-unscoped",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker", "sagemaker-mlflow"],
    Title = "Every MLflow server may be written to",
    Why = "The caller changes and deletes the experiments, runs and registered models of every tracking server in the account, and reads "
        + "what their artifact stores hold. Registered models are what pipelines deploy.",
    Remedy = "Name the tracking server or the MLflow app in Resource. `sagemaker-mlflow:AccessUI` knows no resources and stays on `*`.",
    Limits = "URLs that open the interface are for PL3012. Actions that only read are not looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-create-tracking-server-iam.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerwithmlflow.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Writing = new("sagemaker-mlflow", action => action.IsWrite);

    private static readonly ActionGroup Calling = new("sagemaker", "CallMlflowAppApi");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if ((OpenGrant.Find(Writing, statement, context) ?? OpenGrant.Find(Calling, statement, context)) is { } grant)
            grant.Report(context, $"{grant.Lets} change every team's experiments, runs and registered models", grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }
}
