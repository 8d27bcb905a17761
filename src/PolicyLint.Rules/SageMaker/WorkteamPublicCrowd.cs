using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3067: labeling work may be given to the public.</summary>
public sealed class WorkteamPublicCrowd() : StatementRule(new RuleDescriptor
{
    Id = "PL3067",
    Name = "workteam-public-crowd",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Title = "Labeling work may be given to the public",
    Why = "With the public workforce whatever is to be labeled is shown to strangers of Amazon Mechanical Turk.",
    Remedy = "Add StringEquals with `sagemaker:WorkteamType` and `private-crowd` or `vendor-crowd`, or deny `public-crowd`.",
    Limits = "With IfExists requests without a workteam pass, which is fine for flow definitions.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/sms-workforce-management-public.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context) =>
        Guardrails.Check(statement, [Guardrails.Workteam], "may give data to the public workforce", context);
}
