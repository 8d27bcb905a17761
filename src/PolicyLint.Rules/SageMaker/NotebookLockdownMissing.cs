using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3064: notebook instances may have internet, root or the old metadata service.</summary>
public sealed class NotebookLockdownMissing() : StatementRule(new RuleDescriptor
{
    Id = "PL3064",
    Name = "notebook-lockdown-missing",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Title = "Notebook instances may have internet, root or the old metadata service",
    Why = "By default a notebook instance has its own way to the internet, and its user is root and can read the credentials of the "
        + "role from the metadata service. UpdateNotebookInstance gives root back where only the making was guarded.",
    Remedy = "Ask for `sagemaker:DirectInternetAccess` and `sagemaker:RootAccess` to be `Disabled`, and for "
        + "`sagemaker:MinimumInstanceMetadataServiceVersion` to be `2`; the last two also for UpdateNotebookInstance.",
    Limits = "That the notebook is in a VPC is for PL3060 to ask.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context) =>
        Guardrails.Check(statement, Guardrails.Notebook.AsSpan(), "may make a notebook that leaks", context);
}
