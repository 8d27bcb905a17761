using PolicyLint.Analysis;

namespace PolicyLint.Rules.Security;

/// <summary>PL1035: s3:prefix in a Deny, or negated in an Allow.</summary>
public sealed class S3PrefixInNegativeContext() : StatementRule(new RuleDescriptor
{
    Id = "PL1035",
    Name = "s3-prefix-in-negative-context",
    Category = RuleCategory.Security,
    Needs = StatementParts.Condition,
    Services = ["s3"],
    SecuritySeverity = SecuritySeverity.Medium,
    IssueCodes = [IssueCodes.S3PrefixInNegativeContext],
    Title = "Listing is denied by prefix",
    Why = "`s3:prefix` is what the request asks for, not what it gets. A request with a shorter prefix, or with none, does not match the condition and lists the objects under the prefix all the same.",
    Remedy = "Allow what may be listed: `s3:prefix` with `StringLike` in an Allow, or a Deny with `StringNotLike`.",
    Sources =
    [
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
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
            if (!term.IsAbout("s3:prefix") || term.Operator is not { Family: OperatorFamily.String } @operator)
                continue;

            if (statement.Statement.Effect == (@operator.IsNegated ? Effect.Allow : Effect.Deny))
                context.Report(term.Entry.Key, $"A request with a shorter {term.Entry.Key.Quoted()} than this lists the objects all the same");
        }
    }
}
