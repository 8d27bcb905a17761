using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2101: a wildcard stands for a part of a principal.</summary>
public sealed class WildcardInPrincipal() : StatementRule(new RuleDescriptor
{
    Id = "PL2101",
    Name = "wildcard-in-principal",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Resource | PolicyTypes.Trust | PolicyTypes.VpcEndpoint,
    IssueCodes = [IssueCodes.UnsupportedWildcardInPrincipal],
    Title = "A wildcard stands for a part of a principal",
    Why = "A Principal names whole principals. Only `\"AWS\": \"*\"` and `\"*\"` mean more than one, namely everybody; AWS refuses a policy with another wildcard, or matches nobody by it.",
    Remedy = "Name the principals. To match them by a pattern, write `\"AWS\": \"*\"` and a condition on `aws:PrincipalArn`.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-wildcard-in-principal",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        Check(statement.Statement.Principal, context);
        Check(statement.Statement.NotPrincipal, context);
    }

    private static void Check(Principal? principal, RuleContext context)
    {
        if (principal is null)
            return;

        foreach (PolicyStringList entry in principal.Entries)
        {
            foreach (PolicyString value in entry.Values)
            {
                if (value.Value.AsSpan().ContainsAny('*', '?') && !(entry.Name == PrincipalValues.Account && value.Value == "*"))
                    context.Report(value, $"A wildcard in {value.Quoted()}: a principal of the kind `{entry.Name}` is named in full");
            }
        }
    }
}
