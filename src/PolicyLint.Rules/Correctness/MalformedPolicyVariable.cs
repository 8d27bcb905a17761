using PolicyLint.Analysis;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2131: a policy variable with a mistake in it.</summary>
public sealed class MalformedPolicyVariable() : StatementRule(new RuleDescriptor
{
    Id = "PL2131",
    Name = "malformed-policy-variable",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.EmptyVariable, IssueCodes.MissingBraceInVariable, IssueCodes.MissingQuoteInVariable, IssueCodes.UnsupportedSpaceInVariable],
    Needs = StatementParts.PolicyVariable,
    Title = "A policy variable with a mistake in it",
    Why = "IAM replaces `${name}` and `${name, 'default'}`, written like this. What is written otherwise has no value, so that the resource or the condition does not match what it is meant for.",
    Remedy = "Correct what the message names.",
    Limits = "Policies without `\"Version\": \"2012-10-17\"` have no variables.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-brace-in-variable",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (!statement.Policy.Document.HasPolicyVariables || !PolicyVariable.MayBeIn(statement))
            return;

        foreach ((PolicyNode node, string text) in PolicyVariable.PlacesIn(statement.Statement))
        {
            foreach (PolicyVariable variable in PolicyVariable.In(text))
            {
                if (!variable.Inside.Contains(PolicyString.Unknown) && MistakeIn(variable) is var (code, complaint))
                    context.As(code).Report(node, $"The policy variable in {text.Quoted()} {complaint}");
            }
        }
    }

    private static (IssueCode Code, string Complaint)? MistakeIn(PolicyVariable variable)
    {
        if (!variable.IsClosed)
            return (IssueCodes.MissingBraceInVariable, "has no closing brace");

        if (variable.Inside.IsWhiteSpace())
            return (IssueCodes.EmptyVariable, "is empty");

        // Behind the comma there may be a space, and in the default any number.
        if (variable.Name.Contains(' '))
            return (IssueCodes.UnsupportedSpaceInVariable, "has a space in its name");

        return HasUnquotedDefault(variable) ? (IssueCodes.MissingQuoteInVariable, "has a default that does not stand in single quotes") : null;
    }

    private static bool HasUnquotedDefault(PolicyVariable variable)
    {
        if (variable.Name.Length == variable.Inside.Length)
            return false;

        ReadOnlySpan<char> byDefault = variable.Inside[(variable.Name.Length + 1)..].Trim();
        return byDefault is not ['\'', .., '\''];
    }
}
