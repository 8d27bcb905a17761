using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2128: a range of addresses with bits behind those that it compares.</summary>
public sealed class IpRangeWithHostBits() : StatementRule(new RuleDescriptor
{
    Id = "PL2128",
    Name = "ip-range-with-host-bits",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.TypedOperator,
    DefaultSeverity = Severity.Suggestion,
    IssueCodes = [IssueCodes.ImproveIpRange],
    Title = "A range of addresses that does not start where it says",
    Why = "The bits of the address behind the length of the range are ignored. Whoever reads `203.0.113.7/24` may think of one address; it is all 256 of `203.0.113.0/24`.",
    Remedy = "Write the first address of the range, or the single address without a length.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-improve-ip-range",
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
            if (term.Operator is not { Family: OperatorFamily.IpAddress })
                continue;

            foreach (ConditionValue value in term.Entry.Values)
            {
                if (AddressRange.TryParse(value.Text, out AddressRange range) && range.HasHostBits)
                    context.Report(value, $"{value.Text.Quoted()} is the range `{range.First}/{range.PrefixLength}`: the other bits are ignored");
            }
        }
    }
}
