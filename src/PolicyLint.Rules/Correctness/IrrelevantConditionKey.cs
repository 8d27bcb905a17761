using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2138: a condition key that says nothing in this resource's policy.</summary>
public sealed class IrrelevantConditionKey() : StatementRule(new RuleDescriptor
{
    Id = "PL2138",
    Name = "irrelevant-condition-key",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Suggestion,
    AppliesTo = PolicyTypes.Resource,
    IssueCodes = [IssueCodes.IrrelevantConditionKeyInPolicy],
    Title = "A condition key that says nothing in this resource's policy",
    Why = "`s3:ResourceAccount` is the account that owns the bucket. In the policy of a bucket or an access point that is always the same account, so that the condition is always true or never.",
    Remedy = "Ask for the account in identity policies, where requests may go to any bucket; here ask who the caller is.",
    Sources =
    [
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-irrelevant-condition-key-in-policy",
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
            if (term.IsAbout("s3:ResourceAccount"))
                context.Report(term.Entry.Key, $"{term.Entry.Key.Quoted()} is the account of the bucket that the policy is attached to, whoever calls");
        }
    }
}
