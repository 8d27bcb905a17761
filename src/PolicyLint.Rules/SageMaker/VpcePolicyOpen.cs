using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3054: a VPC endpoint policy lets everybody do everything in SageMaker.</summary>
public sealed class VpcePolicyOpen() : StatementRule(new RuleDescriptor
{
    Id = "PL3054",
    Name = "vpce-policy-open",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.VpcEndpoint,
    LooksAt = Effect.Allow,
    Needs = StatementParts.Principal,
    Title = "A VPC endpoint policy lets everybody do everything in SageMaker",
    Why = "The endpoint is a door out of the network. With an open policy somebody can bring the credentials of an account of their own and carry data out through it, or use credentials that were stolen.",
    Remedy = "Allow the actions that are used through the endpoint, on your resources, and ask for `aws:PrincipalOrgID` and `aws:ResourceOrgID`.",
    Limits = "Statements are not added up. One perimeter in a Deny, of the caller or of the resource, is enough to be silent.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html",
        "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (context.Catalog.SageMaker is not { } sageMaker || !MayHoldAll(statement, sageMaker) || statement.Statement.Principal is not { IsEverybody: true })
            return;

        if (statement.Conditions.IsScoping || !statement.Policy.GrantedBy(statement).HoldsEveryWriteOf(sageMaker) || !statement.MeansEveryResourceOf(sageMaker))
            return;

        PolicyNode? place = statement.PlaceOfActions(actions => actions.HoldsEveryWriteOf(sageMaker));
        PolicyNode? resource = statement.PlaceOfResources(pattern => pattern.MeansEveryResourceOf(sageMaker));
        if (place is not null && resource is not null && !IsHeldByDeny(statement.Policy, sageMaker))
            context.Report(place, "Whoever reaches the endpoint may use all of SageMaker, with credentials and resources of any account", related: (resource, "on this"));
    }

    // Names alone would have to be written out by the hundred.
    private static bool MayHoldAll(StatementAccess statement, CatalogService sageMaker) =>
        statement.IsNotAction || (!statement.ActionPatterns.AreAllExact && statement.ActionPatterns.MayMatch(sageMaker));

    // The other way to write it: everything is allowed, and what is not of the organization is denied.
    private static bool IsHeldByDeny(PolicyAccess policy, CatalogService sageMaker)
    {
        foreach (StatementAccess deny in policy.Statements)
        {
            if (deny.Statement.Effect == Effect.Deny && deny.Actions.HoldsEveryWriteOf(sageMaker) && deny.Conditions.Terms.Any(static term => IsPerimeter(term)))
                return true;
        }

        return false;
    }

    private static bool IsPerimeter(ConditionTerm term) =>
        term.Operator is { IsNegated: true }
        && (term.IsAbout("aws:PrincipalOrgID") || term.IsAbout("aws:ResourceOrgID") || term.IsAbout("aws:PrincipalOrgPaths") || term.IsAbout("aws:ResourceOrgPaths")
            || term.IsAbout("aws:PrincipalAccount") || term.IsAbout("aws:ResourceAccount"));
}
