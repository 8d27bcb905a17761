using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2126: a value that the condition key never has.</summary>
public sealed class ConditionValueInvalid() : StatementRule(new RuleDescriptor
{
    Id = "PL2126",
    Name = "condition-value-invalid",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidRegion, IssueCodes.InvalidKmsKeyValue, IssueCodes.InvalidVpcFormat, IssueCodes.InvalidVpceFormat, IssueCodes.InvalidService],
    Title = "A value that the condition key never has",
    Why = "The key has certain words or texts of a certain form only, and most operators compare them letter by letter: `VPCOnly` is not `VpcOnly`. A condition with another value never matches, and its negated form excludes nothing.",
    Remedy = "Write one of the values that the message names, spelled like this.",
    Limits = "Values with policy variables are not looked at, nor is the region, the account or the name in an ARN. Regions and services are those that are known at the catalogue's date.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Types.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-kms-key-value",
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
            if (term.Operator is not { Family: OperatorFamily.String or OperatorFamily.Arn } @operator)
                continue;

            if (KeyVocabulary.Of(term.Entry.Key.Value) is { } vocabulary)
                CheckWords(term, @operator, vocabulary, context);
            else if (@operator.Family == OperatorFamily.Arn)
                CheckArns(term, context);
        }
    }

    private static void CheckWords(ConditionTerm term, ConditionOperator @operator, KeyVocabulary vocabulary, RuleContext context)
    {
        foreach (ConditionValue value in term.Entry.Values)
        {
            if (value.HasUnknown)
                context.CannotJudge(value, "the condition value is not known before deployment");
            else if (!IsForOtherRules(value.Text, @operator) && !vocabulary.CanMatch(value.Text, @operator, context.Catalog))
                (vocabulary.Code == IssueCodes.InvalidRegion ? context.OfCatalog() : context).As(vocabulary.Code).Report(value, Message(term, value, vocabulary, context.Catalog));
        }
    }

    private static string Message(ConditionTerm term, ConditionValue value, KeyVocabulary vocabulary, ServiceCatalog catalog)
    {
        string since = vocabulary.Code == IssueCodes.InvalidRegion ? $" in the catalogue of {catalog.Date:O}" : "";
        return $"{term.Entry.Key.Quoted()} is never {value.Text.Quoted()}{since}: it is {vocabulary.Expected}";
    }

    private static void CheckArns(ConditionTerm term, RuleContext context)
    {
        foreach (ConditionValue value in term.Entry.Values)
        {
            if (value.HasUnknown || !ArnPattern.TryParse(value.Text, policyVariables: true, out ArnPattern? arn))
                continue;

            if (arn.Service is { IsLiteral: true, Text.Length: > 0 } service && !IsService(service.Text, context.Catalog))
                context.As(IssueCodes.InvalidService).Report(value, $"There is no service {service.Text.Quoted()} in the catalogue of {context.Catalog.Date:O}, so no ARN is like {value.Text.Quoted()}", Severity.Warning);
        }
    }

    // ARNs of some services have another prefix than their actions.
    private static bool IsService(string prefix, ServiceCatalog catalog)
    {
        if (catalog.TryGetService(prefix, out _))
            return true;

        // Types of ended services are still in the reference of others.
        if (catalog.FindPrefixNote(prefix) is { Kind: PrefixNoteKind.Retired } note)
            return note.IsStillAccepted;

        return catalog.IsServiceOfArns(prefix);
    }

    // A wildcard under an operator that has none is PL2129.
    private static bool IsForOtherRules(string text, ConditionOperator @operator) =>
        text.Contains("${", StringComparison.Ordinal) || (!@operator.AllowsWildcards && text.AsSpan().ContainsAny('*', '?'));
}
