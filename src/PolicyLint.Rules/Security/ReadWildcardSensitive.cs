using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1012: a wildcard for reading also reads data and invokes models.</summary>
public sealed class ReadWildcardSensitive() : StatementRule(new RuleDescriptor
{
    Id = "PL1012",
    Name = "read-wildcard-sensitive",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Low,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Needs = StatementParts.ActionPattern,
    Title = "A wildcard for reading also reads data and invokes models",
    Why = "Among the actions that AWS calls reading are those that return the records of feature stores and the answers of models. `sagemaker:Get*` and `sagemaker:BatchGet*` look like looking around, and hand out the data itself.",
    Remedy = "Name the actions: `Describe*` and `List*` to look around, and `GetRecord` or `InvokeEndpoint` on the feature groups and endpoints that are meant.",
    Limits = "Scripts and environment variables that Describe actions return are not counted. Patterns that also change something have rules of their own (PL3006, PL3007).",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_feature_store_GetRecord.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (context.Catalog.SageMaker is not { } sageMaker || !statement.ActionPatterns.Has(ActionPatternKind.Wildcard) || !statement.ActionPatterns.MayMatch(sageMaker))
            return;

        foreach (ActionPattern pattern in statement.ActionPatterns.About(sageMaker))
        {
            if (pattern.Kind == ActionPatternKind.Wildcard && pattern.Service == sageMaker && FindReads(pattern, context.Catalog) is { Count: > 0 } reads)
                Report(pattern, reads, statement, context);
        }
    }

    private static void Report(ActionPattern pattern, List<CatalogAction> reads, StatementAccess statement, RuleContext context)
    {
        ActionSet granted = statement.Policy.GrantedBy(statement);
        List<string> names = [.. reads.Where(action => granted.Contains(action.Ordinal) && statement.CoversEveryResourceOf(action)).Select(action => action.FullName)];
        if (names.Count > 0 && statement.PlaceOfResources(value => value.CoversAllOf(reads[0].ResourceTypes[0].Type)) is { } resource)
            context.Report(pattern.Text, $"{pattern.Text.Quoted()} reads data or uses models, and not only their descriptions: it holds {names.Listed()}", related: (resource, "on this"));
    }

    // A pattern that changes something is blamed for that.
    private static List<CatalogAction>? FindReads(ActionPattern pattern, ServiceCatalog catalog)
    {
        List<CatalogAction>? reads = null;
        foreach (int ordinal in pattern.Actions)
        {
            if (catalog.IsPhantom(ordinal))
                return null;

            CatalogAction action = catalog.GetAction(ordinal);
            if (action.Risk == ActionRisk.DataAccess && action.SupportsResourceLevel)
                (reads ??= []).Add(action);
            else if (action.IsWrite)
                return null;
        }

        return reads;
    }
}
