using System.Globalization;
using PolicyLint.Analysis;

namespace PolicyLint.Evaluation;

/// <summary>Compares one value of a request to one value of a policy, as the operators do before they are negated.</summary>
internal static class ConditionComparison
{
    /// <summary>
    /// Whether the values match. Null where they cannot be compared: one is not of the operator's type, or a policy variable has
    /// no value. Then neither the operator nor its negated form holds.
    /// </summary>
    public static Truth? Of(ConditionOperator @operator, string given, PolicyText written, RequestFacts facts)
    {
        if (@operator.Family is OperatorFamily.String or OperatorFamily.Arn)
        {
            return written.FillPattern(facts, @operator.AllowsWildcards) is not { } pattern ? null
                : @operator.Family == OperatorFamily.String ? OfStrings(@operator, given, pattern)
                : OfArns(given, pattern);
        }

        if (written.Fill(facts) is not { } value)
            return null;

        if (IsUnknown(given) || IsUnknown(value))
            return Truth.Maybe;

        return @operator.Family switch
        {
            OperatorFamily.Numeric => Order(@operator, ReadNumber(given), ReadNumber(value)),
            OperatorFamily.Date => Order(@operator, ConditionMoment.Parse(given), ConditionMoment.Parse(value)),
            OperatorFamily.Bool => OfBooleans(given, value),
            OperatorFamily.Binary => OfBinaries(given, value),
            OperatorFamily.IpAddress => OfAddresses(given, value),
            _ => null,
        };
    }

    private static Truth OfStrings(ConditionOperator @operator, string given, string pattern)
    {
        bool ignoreCase = @operator.Name.EndsWith("IgnoreCase", StringComparison.Ordinal);
        return GlobTruth.Of(Glob.Parse(pattern, ignoreCase), given);
    }

    // "Each of the six colon-delimited components of the ARN is checked separately and each can include multi-character match
    // wildcards (*) or single-character match wildcards (?)":
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
    private static Truth? OfArns(string given, string pattern)
    {
        if (!ArnPattern.TryParse(pattern, policyVariables: true, out ArnPattern? arn))
        {
            Glob whole = Glob.Parse(pattern);
            return whole.MatchesEverything ? Truth.Yes : whole.HasUnknown ? Truth.Maybe : null;
        }

        if (given.Split(':', 6) is not ["arn", var partition, var service, var region, var account, var resource])
            return IsUnknown(given) ? Truth.Maybe : null;

        return GlobTruth.Of(arn.Partition, partition)
            .And(GlobTruth.Of(arn.Service, service))
            .And(GlobTruth.Of(arn.Region, region))
            .And(GlobTruth.Of(arn.Account, account))
            .And(GlobTruth.Of(arn.Resource, resource));
    }

    private static Truth? Order(ConditionOperator @operator, decimal? given, decimal? written)
    {
        if (given is null || written is null)
            return null;

        int order = decimal.Compare(given.Value, written.Value);
        bool holds = @operator.Name switch
        {
            "NumericLessThan" or "DateLessThan" => order < 0,
            "NumericLessThanEquals" or "DateLessThanEquals" => order <= 0,
            "NumericGreaterThan" or "DateGreaterThan" => order > 0,
            "NumericGreaterThanEquals" or "DateGreaterThanEquals" => order >= 0,
            _ => order == 0,
        };
        return holds.ToTruth();
    }

    private static Truth? OfBooleans(string given, string written) =>
        bool.TryParse(given, out bool left) && bool.TryParse(written, out bool right) ? (left == right).ToTruth() : null;

    private static Truth? OfBinaries(string given, string written)
    {
        byte[] left = new byte[given.Length];
        byte[] right = new byte[written.Length];
        return Convert.TryFromBase64String(given, left, out int leftLength) && Convert.TryFromBase64String(written, right, out int rightLength)
            ? left.AsSpan(0, leftLength).SequenceEqual(right.AsSpan(0, rightLength)).ToTruth()
            : null;
    }

    private static Truth? OfAddresses(string given, string written) =>
        IpRange.TryParse(given, out IpRange address) && IpRange.TryParse(written, out IpRange range) ? range.Contains(address).ToTruth() : null;

    private static decimal? ReadNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static bool IsUnknown(string text) => text.Contains(PolicyString.Unknown, StringComparison.Ordinal);
}
