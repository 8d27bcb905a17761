using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3052: a service principal that looks like SageMaker's and is none.</summary>
public sealed class TrustUnknownServicePrincipal() : StatementRule(new RuleDescriptor
{
    Id = "PL3052",
    Name = "trust-unknown-service-principal",
    Category = RuleCategory.SageMaker,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Trust,
    Needs = StatementParts.Principal,
    Supersedes = ["PL2105"],
    Title = "A service principal that looks like SageMaker's and is none",
    Why = "The names of endpoints and SDK clients, such as `sagemaker-runtime` or `runtime.sagemaker`, are no service principals, nor is one with a region. IAM refuses the policy, or SageMaker can never assume the role.",
    Remedy = "Write `sagemaker.amazonaws.com`, in every partition.",
    Limits = "Service principals that AWS has added since the rule was written are reported too.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        Principal? principal = statement.Statement.Principal;
        if (!principal.Has(PrincipalValues.Service))
            return;

        foreach (PolicyString value in principal.Of(PrincipalValues.Service))
        {
            if (!value.HasUnknown && SageMakerService.LooksLike(value.Value) && !SageMakerService.IsKnown(value.Value))
                context.Report(value, $"{value.Quoted()} is no service principal of SageMaker; did you mean `sagemaker.amazonaws.com`?");
        }
    }
}
