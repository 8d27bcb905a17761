namespace PolicyLint.Analysis;

/// <summary>Whether the values of a condition let everything through.</summary>
internal static class ConditionValues
{
    /// <summary>
    /// Whether the values narrow nothing that anybody would mean to narrow: <c>*</c>, all ARNs of a partition, all IPv4
    /// addresses, both Booleans. Values are alternatives, so one of them is enough. False where it is not certain.
    /// </summary>
    public static bool NarrowNothing(ConditionOperator @operator, ConditionEntry entry, bool policyVariables)
    {
        // A negated operator excludes each of its values.
        if (@operator.IsNegated)
            return false;

        if (@operator.Family == OperatorFamily.Bool)
            return Has(entry, "true") && Has(entry, "false");

        foreach (ConditionValue value in entry.Values)
        {
            bool everything = @operator.Family switch
            {
                OperatorFamily.String => @operator.AllowsWildcards && Glob.Parse(value.Text, policyVariables: policyVariables).MatchesEveryNonEmpty,
                OperatorFamily.Arn => IsEveryArn(value.Text, policyVariables),
                OperatorFamily.IpAddress => value.Text.EndsWith("/0", StringComparison.Ordinal),
                _ => false,
            };
            if (everything)
                return true;
        }

        return false;
    }

    /// <summary>Whether the operator is certainly true for every single value that the key can have.</summary>
    public static bool HoldForEveryValue(ConditionOperator @operator, ConditionEntry entry) => @operator switch
    {
        { IsNegated: true } => false,
        { Family: OperatorFamily.Bool or OperatorFamily.Null } => Has(entry, "true") && Has(entry, "false"),
        { Family: OperatorFamily.String, AllowsWildcards: true } => Has(entry, "*"),
        _ => false,
    };

    private static bool IsEveryArn(string value, bool policyVariables) =>
        ArnPattern.TryParse(value, policyVariables, out ArnPattern? arn)
            ? arn.CoversEveryService
            : Glob.Parse(value, policyVariables: policyVariables).MatchesEveryNonEmpty;

    private static bool Has(ConditionEntry entry, string text)
    {
        foreach (ConditionValue value in entry.Values)
        {
            if (value.Text.Equals(text, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
