using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2112: a set operator on the audience of a token.</summary>
public sealed class AudienceWithSetOperator() : StatementRule(new RuleDescriptor
{
    Id = "PL2112",
    Name = "audience-with-set-operator",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Suggestion,
    AppliesTo = PolicyTypes.Trust,
    Needs = StatementParts.Condition,
    IssueCodes = [IssueCodes.ForAnyValueWithAudienceClaimType, IssueCodes.ConfirmAudienceClaimType],
    Title = "A set operator on the audience of a token",
    Why = "A token has one audience, so that the qualifier does nothing with `ForAnyValue` and, with `ForAllValues`, makes the condition true for a token that has none.",
    Remedy = "Take the qualifier away: `StringEquals`.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-foranyvalue-with-audience-claim-type",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Operator is not { Qualifier: not SetQualifier.None } known || !IsAudience(term.Entry.Key.Value))
                continue;

            IssueCode code = known.Qualifier == SetQualifier.ForAnyValue ? IssueCodes.ForAnyValueWithAudienceClaimType : IssueCodes.ConfirmAudienceClaimType;
            context.As(code).Report(term.Entry.Key, $"{term.Entry.Key.Quoted()} has one value, so `{known.Qualifier}` does not belong there");
        }
    }

    // The keys of a provider start with its host: accounts.google.com:aud.
    private static bool IsAudience(string key)
    {
        int colon = key.LastIndexOf(':');
        return colon > 0 && key.AsSpan(0, colon).Contains('.') && key[(colon + 1)..].ToLowerInvariant() is "aud" or "oaud";
    }
}
