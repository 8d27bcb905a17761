using PolicyLint.Analysis;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2121: a condition key that AWS has replaced.</summary>
public sealed class DeprecatedConditionKey() : StatementRule(new RuleDescriptor
{
    Id = "PL2121",
    Name = "deprecated-condition-key",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Warning,
    IssueCodes = [IssueCodes.UnsupportedGlobalConditionKey, IssueCodes.DeprecatedGlobalConditionKey],
    Title = "A condition key that AWS has replaced",
    Why = "No action lists the key any more, so that nobody can say which requests still have it: a condition on it may stop working without notice. `aws:ARN` is in no request at all.",
    Remedy = "Write the key that the message names. Keys of SageMaker that end in `KmsKeyArn` hold the ARN of the key, never its id or an alias: compare them with `ArnEquals`.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html#amazonsagemaker-policy-keys",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-global-condition-key",
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
            if (ReplacedKeys.Find(term.Entry.Key.Value) is { } replacement)
                Report(term, replacement, context);
        }
    }

    private static void Report(ConditionTerm term, string replacement, RuleContext context)
    {
        PolicyString key = term.Entry.Key;
        string message = $"AWS has replaced {key.Quoted()} by `{replacement}`";
        if (!term.IsAbout(ReplacedKeys.OldPrincipalArn))
        {
            context.As(null).Report(key, message);
            return;
        }

        context.As(IssueCodes.UnsupportedGlobalConditionKey).Report(key, $"No request has {key.Quoted()}: write `{replacement}`, or `aws:SourceArn` for the resource that a service acts for", Severity.Error);

        // The service has two checks of one trigger; to people it is one mistake.
        if (context.Options.Profile == RuleProfile.AccessAnalyzer)
            context.As(IssueCodes.DeprecatedGlobalConditionKey).Report(key, message);
    }
}
