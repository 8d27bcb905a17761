using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2108: a condition asks a service for what only users and roles have.</summary>
public sealed class PrincipalKeyForService() : StatementRule(new RuleDescriptor
{
    Id = "PL2108",
    Name = "principal-key-for-service",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Resource | PolicyTypes.Trust | PolicyTypes.VpcEndpoint,
    LooksAt = Effect.Allow,
    Needs = StatementParts.Condition,
    IssueCodes = [IssueCodes.UnsupportedConditionKeyForServicePrincipal],
    Title = "A condition asks a service for what only users and roles have",
    Why = "A service that calls by its own service principal belongs to no organization and has no tags and no user id. The key is not in its requests, so the statement never applies to it.",
    Remedy = "Take the key out of the statement for the service, and restrict the service by `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`.",
    Limits = "Statements that name other principals beside the service are not looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-condition-key-for-service-principal",
    ],
    Since = "0.1.0",
})
{
    private static readonly string[] KeysOfPeople = ["aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalTag/", "aws:userid", "aws:username"];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null || statement.Statement.Principal is not { Text: null } principal || !NamesServicesOnly(principal))
            return;

        List<PolicyString>? keys = null;
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.WhenAbsent == KeyAbsence.NeverHolds && IsOfPeople(term))
                (keys ??= []).Add(term.Entry.Key);
        }

        if (keys is not null)
        {
            string names = keys.ConvertAll(static key => key.Value).Listed();
            context.Report(keys[0], $"A service principal never has {names}, so the statement gives it nothing", related: [.. keys.Skip(1).Select(static key => ((PolicyNode)key, "nor this"))]);
        }
    }

    private static bool NamesServicesOnly(Principal principal)
    {
        foreach (PolicyStringList entry in principal.Entries)
        {
            if (entry.Name != PrincipalValues.Service)
                return false;
        }

        return !principal.Entries.IsEmpty;
    }

    private static bool IsOfPeople(ConditionTerm term)
    {
        foreach (string key in KeysOfPeople)
        {
            if (term.IsAbout(key))
                return true;
        }

        return false;
    }
}
