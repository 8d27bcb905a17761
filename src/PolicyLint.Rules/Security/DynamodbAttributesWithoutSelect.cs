using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Security;

/// <summary>PL1034: dynamodb:Attributes without dynamodb:Select.</summary>
public sealed class DynamodbAttributesWithoutSelect() : StatementRule(new RuleDescriptor
{
    Id = "PL1034",
    Name = "dynamodb-attributes-without-select",
    Category = RuleCategory.Security,
    Needs = StatementParts.Condition,
    Services = ["dynamodb"],
    SecuritySeverity = SecuritySeverity.Medium,
    IssueCodes = [IssueCodes.DynamoDBAttributesWithoutSelect],
    LooksAt = Effect.Allow,
    Title = "Attributes of a table are restricted, but not what is selected",
    Why = "DynamoDB compares `dynamodb:Attributes` only with the attributes that a request names. A request to read that names none gets the whole item, with every attribute that the condition was to keep back.",
    Remedy = "Add `\"StringEqualsIfExists\": { \"dynamodb:Select\": \"SPECIFIC_ATTRIBUTES\" }` to the same Condition.",
    Limits = "Statements that cannot read items are left alone.",
    Sources =
    [
        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-dynamodb-attributes-without-select",
    ],
    Since = "0.1.0",
})
{
    private const string Select = "dynamodb:Select";

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.IsAbout("dynamodb:Attributes") && term.Operator is { Family: OperatorFamily.String } && !Selects(statement.Conditions) && Reads(statement, context.Catalog))
                context.Report(term.Entry.Key, $"A request that names no attributes gets all of them: beside {term.Entry.Key.Quoted()} ask for `dynamodb:Select` to be `SPECIFIC_ATTRIBUTES`");
        }
    }

    private static bool Selects(ConditionAccess conditions)
    {
        foreach (ConditionTerm term in conditions.Terms)
        {
            if (term.IsAbout(Select) && term.Operator is { IsNegated: false } && term.Entry.Values.All(static value => value.Text == "SPECIFIC_ATTRIBUTES"))
                return true;
        }

        return false;
    }

    // Those actions read items whose requests say what they select.
    private static bool Reads(StatementAccess statement, ServiceCatalog catalog)
    {
        if (!catalog.TryGetService("dynamodb", out CatalogService dynamoDB))
            return false;

        foreach (CatalogAction action in dynamoDB.Actions)
        {
            bool isMeant = statement.Means(action);
            if (isMeant && action.ConditionKeys.TryFind(Select, out _))
                return true;
        }

        return false;
    }
}
