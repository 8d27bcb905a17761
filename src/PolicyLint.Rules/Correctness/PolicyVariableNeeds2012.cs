using PolicyLint.Analysis;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2130: a policy variable that stays literal text.</summary>
public sealed class PolicyVariableNeeds2012() : StatementRule(new RuleDescriptor
{
    Id = "PL2130",
    Name = "policy-variable-needs-2012",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.VariableUnsupportedInVersion],
    Needs = StatementParts.PolicyVariable,
    Title = "A policy variable that stays literal text",
    Why = "Without `\"Version\": \"2012-10-17\"` IAM takes `${aws:username}` for these very letters: the resource or the condition never matches anything. The same is true of a variable whose name is no condition key.",
    Remedy = "Write `\"Version\": \"2012-10-17\"` into the policy, or correct the name of the variable.",
    Limits = "Of the names only those that start with `aws:` and `sagemaker:` are looked up. What looks like a template's own parameter is left alone.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-variable-unsupported-in-version",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (!PolicyVariable.MayBeIn(statement))
            return;

        // Another Version does not exist, and the grammar says so.
        PolicyDocument document = statement.Policy.Document;
        bool isOld = document.Version is null or { Value: "2008-10-17" };
        foreach ((PolicyNode node, string text) in PolicyVariable.PlacesIn(statement.Statement))
        {
            if (isOld && PolicyVariable.FirstIn(text) is { } variable)
                context.Report(node, $"{variable.Quoted()} is no variable without `\"Version\": \"2012-10-17\"`, but these very letters");
            else if (document.HasPolicyVariables && UnknownIn(text, context) is { } unknown)
                context.As(null).Report(node, $"There is no condition key {unknown.Quoted()} in the catalogue of {context.Catalog.Date:O}, so the variable of this name has no value", Severity.Warning);
        }
    }

    private static string? UnknownIn(string text, RuleContext context)
    {
        foreach (PolicyVariable variable in PolicyVariable.In(text))
        {
            ReadOnlySpan<char> name = variable.Name.Trim();
            bool isLookedUp = variable is { IsClosed: true, IsMeantForIam: true }
                && (name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || name.StartsWith("sagemaker:", StringComparison.OrdinalIgnoreCase))
                && !name.Contains(PolicyString.Unknown);
            if (isLookedUp && !context.Catalog.TryGetConditionKey(name, out _))
                return name.ToString();
        }

        return null;
    }
}
