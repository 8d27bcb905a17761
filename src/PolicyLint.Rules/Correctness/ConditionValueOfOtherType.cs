using System.Globalization;
using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2125: a condition value that is not of the type that the operator compares.</summary>
public sealed class ConditionValueOfOtherType() : StatementRule(new RuleDescriptor
{
    Id = "PL2125",
    Name = "condition-value-of-other-type",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes =
    [
        IssueCodes.TypeMismatchBoolean, IssueCodes.TypeMismatchDate, IssueCodes.TypeMismatchNumber, IssueCodes.TypeMismatchString,
        IssueCodes.TypeMismatchIpRange, IssueCodes.InvalidDateValue,
    ],
    Title = "A condition value that is not of the type that the operator compares",
    Why = "The operator cannot read the value, so that no request ever compares to it as meant. A date of digits only is read as seconds since 1970: `2021` is half an hour after midnight of 1 January 1970.",
    Remedy = "Write `true` or `false` for `Bool` and `Null`, a number for Numeric operators, YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ for Date operators, an address or a range in CIDR notation for `IpAddress`, Base64 for `BinaryEquals`.",
    Limits = "Policy variables are another rule's matter.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-type-mismatch-boolean",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-invalid-date-value",
    ],
    Since = "0.1.0",
})
{
    // Seconds since 1970 have nine digits since 1973; fewer are meant as a year, a month or a day.
    private const int FewestDigitsOfMoment = 9;

    // https://www.w3.org/TR/NOTE-datetime
    private static readonly string[] DateFormats = ["yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is not { } condition)
            return;

        foreach (ConditionClause clause in condition.Clauses)
        {
            if (clause.Operator is null or { Family: OperatorFamily.String or OperatorFamily.Arn })
                continue;

            foreach (ConditionEntry entry in clause.Entries)
            {
                foreach (ConditionValue value in entry.Values)
                    Check(clause, value, context);
            }
        }
    }

    private static void Check(ConditionClause clause, ConditionValue value, RuleContext context)
    {
        if (value.HasUnknown)
        {
            context.CannotJudge(value, "the condition value is not known before deployment");
            return;
        }

        if (value.Text.Contains("${", StringComparison.Ordinal))
            return;

        switch (clause.Operator!.Family)
        {
            case OperatorFamily.Bool or OperatorFamily.Null when !IsBoolean(value.Text):
                Report(IssueCodes.TypeMismatchBoolean, "`true` or `false`", clause, value, context);
                break;
            case OperatorFamily.Numeric when !IsNumber(value.Text):
                Report(IssueCodes.TypeMismatchNumber, "a number", clause, value, context);
                break;
            case OperatorFamily.Binary when !IsBase64(value.Text):
                Report(IssueCodes.TypeMismatchString, "Base64", clause, value, context);
                break;
            case OperatorFamily.IpAddress when !AddressRange.TryParse(value.Text, out _):
                Report(IssueCodes.TypeMismatchIpRange, "an address or a range in CIDR notation", clause, value, context);
                break;
            case OperatorFamily.Date:
                CheckDate(clause, value, context);
                break;
        }
    }

    private static void CheckDate(ConditionClause clause, ConditionValue value, RuleContext context)
    {
        if (DateTimeOffset.TryParseExact(value.Text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            return;

        if (!IsNumber(value.Text))
            Report(IssueCodes.TypeMismatchDate, "a date such as `2026-09-26`", clause, value, context);
        else
            context.As(IssueCodes.InvalidDateValue).Report(
                value,
                $"{value.Text.Quoted()} is read as seconds since 1970: write the date as YYYY-MM-DD",
                value.Text.Length < FewestDigitsOfMoment ? Severity.Error : Severity.Suggestion);
    }

    private static void Report(IssueCode code, string expected, ConditionClause clause, ConditionValue value, RuleContext context) =>
        context.As(code).Report(value, $"{clause.OperatorText.Quoted()} takes {expected}, and {value.Text.Quoted()} is none");

    private static bool IsBoolean(string text) => text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);
}
