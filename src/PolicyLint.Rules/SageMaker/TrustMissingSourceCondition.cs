using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3050: sageMaker may assume the role for anybody's account.</summary>
public sealed class TrustMissingSourceCondition() : StatementRule(new RuleDescriptor
{
    Id = "PL3050",
    Name = "trust-missing-source-condition",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Trust,
    LooksAt = Effect.Allow,
    Needs = StatementParts.Principal,
    Title = "SageMaker may assume the role for anybody's account",
    Why = "SageMaker works for every customer of AWS. Without a condition on the source the role trusts it whoever it works for: the confused deputy. The risk is held down by PassRole, which does not cross accounts.",
    Remedy = "Add `aws:SourceAccount` with your account, and `aws:SourceArn` with `ArnLike` on your SageMaker resources where the feature documents its form.",
    Limits = "Whether the ARN has the form that a feature of SageMaker needs is not looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly string[] Sources = ["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths"];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (SageMakerService.FindIn(statement) is not { } service || HasSource(statement.Conditions))
            return;

        context.Report(service, $"{service.Quoted()} may assume the role for any account: no condition on `aws:SourceAccount` or `aws:SourceArn`");
    }

    private static bool HasSource(ConditionAccess conditions)
    {
        foreach (ConditionTerm term in conditions.Terms)
        {
            foreach (string key in Sources)
            {
                if (term.IsAbout(key) && (term.Narrows || term.HasUnknown))
                    return true;
            }
        }

        return false;
    }
}
