using PolicyLint.Analysis;
using PolicyLint.Rules.Access;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2139: a VPC endpoint key for services that do not have it.</summary>
public sealed class EndpointKeyForUnsupportedService() : StatementRule(new RuleDescriptor
{
    Id = "PL2139",
    Name = "endpoint-key-for-unsupported-service",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Warning,
    IssueCodes = [IssueCodes.UseConditionKeyOnlyWithSupportedServices],
    Title = "A VPC endpoint key for services that do not have it",
    Why = "Only requests to certain services have `aws:VpceAccount`, `aws:VpceOrgID` and `aws:VpceOrgPaths`. To all others the key is missing even where the request comes through an endpoint: an Allow does not allow, and a Deny of everything from elsewhere denies everything.",
    Remedy = "Name actions of the services that have the key, and for others use `aws:SourceVpc` or `aws:SourceVpce`.",
    Limits = "The services are those that AWS listed when this version was made.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-use-condition-key-only-with-supported-services",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (!EndpointKeys.Has(term))
                continue;

            if (statement.IsNotAction || statement.ActionPatterns.Has(ActionPatternKind.Everything))
                context.Report(term.Entry.Key, $"Only some services have {term.Entry.Key.Quoted()}, and this is about all of them: name the actions");
            else if (UnsupportedIn(statement, term) is { Count: > 0 } services)
                context.Report(term.Entry.Key, $"Requests to {services.Listed()} never have {term.Entry.Key.Quoted()}");
        }
    }

    private static List<string> UnsupportedIn(StatementAccess statement, ConditionTerm term)
    {
        List<string> services = [];
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            // "AWS Identity and Access Management (except for the iam:PassRole action)"
            if (pattern.Service is { } service && (!EndpointKeys.IsSupportedBy(service, term) || IsPassRole(pattern)) && !services.Contains(service.Prefix))
                services.Add(service.Prefix);
        }

        return services;
    }

    private static bool IsPassRole(ActionPattern pattern) => pattern.Action is { FullName: "iam:PassRole" };
}
