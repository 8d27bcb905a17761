using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Security;

/// <summary>PL1038: a Deny by tag that many of its actions escape.</summary>
public sealed class TagDenyDoesNotCoverLists() : StatementRule(new RuleDescriptor
{
    Id = "PL1038",
    Name = "tag-deny-does-not-cover-lists",
    Category = RuleCategory.Security,
    Needs = StatementParts.Condition,
    Services = ["sagemaker"],
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Deny,
    Title = "A Deny by tag that many of its actions escape",
    Why = "Requests to list or search are about no resource and have no tag of one, so that a Deny on the tag never holds for them. Whoever reads the statement believes the resources walled off; `sagemaker:Search` and the lists still show all of them.",
    Remedy = "Allow by tag only what knows tags, and leave out the lists that people must not see.",
    Limits = "Only wildcards over actions of SageMaker are looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-deny-with-unsupported-tag-condition-key-for-service",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null || context.Catalog.SageMaker is not { } sageMaker)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.WhenAbsent == KeyAbsence.NeverHolds && (term.IsAbout("aws:ResourceTag/") || term.IsAbout("sagemaker:ResourceTag/")))
            {
                Check(statement, term, sageMaker, context);
                return;
            }
        }
    }

    private static void Check(StatementAccess statement, ConditionTerm term, CatalogService sageMaker, RuleContext context)
    {
        if (UncarriedKey.Find(statement, term, sageMaker) is not { Partly: [var wildcard, ..], PartlyActions: var escaping })
            return;

        List<string> names = [.. escaping.Select(static action => action.FullName).Distinct()];
        context.Report(
            term.Entry.Key,
            $"This Deny misses {names.Count.Times("action")} of {wildcard.Quoted()}, for their requests have no tag of a resource: {names.Listed()}",
            escaping.Any(action => IsGivenBy(statement.Policy, action)) ? SecuritySeverity.Medium : SecuritySeverity.None,
            (wildcard, "in this"));
    }

    private static bool IsGivenBy(PolicyAccess policy, CatalogAction action)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Allow && policy.Grants(statement, action))
                return true;
        }

        return false;
    }
}
