using PolicyLint.Analysis;

namespace PolicyLint.Rules.Maintainability;

/// <summary>PL4001: the Version is missing or the old one.</summary>
public sealed class VersionMissingOrOld() : PolicyRule(new RuleDescriptor
{
    Id = "PL4001",
    Name = "version-missing-or-old",
    Category = RuleCategory.Maintainability,
    DefaultSeverity = Severity.Warning,
    IssueCodes = [IssueCodes.MissingVersion],
    Title = "The Version is missing or the old one",
    Why = "Without `\"Version\": \"2012-10-17\"` the policy is read in the language of 2008, which has no policy variables: `${aws:username}` is then those very letters, which no resource is called. Where the policy has one, the finding is an error.",
    Remedy = "Write `\"Version\": \"2012-10-17\"` as the first element.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-missing-version",
    ],
    Since = "0.1.0",
})
{
    private const string Remedy = "write 2012-10-17, without which there are no policy variables";

    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        PolicyDocument document = policy.Document;
        if (document.HasPolicyVariables || !document.IsReadable)
            return;

        if (document.Version is { HasUnknown: true } unknown)
            context.CannotJudge(unknown, "the Version is not known before deployment");
        else if (IsGrammarsMatter(document))
            return;
        else if (document.Version is null)
            ReportMissing(document, context);
        else
            ReportOld(document, document.Version, context.As(null));
    }

    private static void ReportMissing(PolicyDocument document, RuleContext context)
    {
        if (FindVariable(document) is { } variable)
            context.Report(document, $"The policy has no Version, so {VariableIn(variable).Quoted()} is no variable but literal text", Severity.Error);
        else
            context.Report(document, $"The policy has no Version: {Remedy}");
    }

    private static void ReportOld(PolicyDocument document, PolicyString version, RuleContext context)
    {
        if (FindVariable(document) is { } variable)
            context.Report(version, $"The Version {version.Quoted()} is the old one, so {VariableIn(variable).Quoted()} is no variable but literal text", Severity.Error, (variable, "this text"));
        else
            context.Report(version, $"The Version {version.Quoted()} is the old one: {Remedy}");
    }

    // A Version of a wrong type, or one that does not exist.
    private static bool IsGrammarsMatter(PolicyDocument document) =>
        document.Problems.Any(static problem => problem.Pointer == "/Version");

    // Policy variables can be used in the Resource element and in the values of a Condition.
    private static PolicyNode? FindVariable(PolicyDocument document)
    {
        foreach (Statement statement in document.Statements)
        {
            foreach (PolicyString resource in (statement.Resource ?? statement.NotResource)?.Values ?? [])
            {
                if (HasVariable(resource.Value))
                    return resource;
            }

            foreach (ConditionClause clause in statement.Condition?.Clauses ?? [])
            {
                if (clause.Entries.SelectMany(static entry => entry.Values).FirstOrDefault(static value => HasVariable(value.Text)) is { } value)
                    return value;
            }
        }

        return null;
    }

    private static bool HasVariable(string text) =>
        text.IndexOf("${", StringComparison.Ordinal) is var start and >= 0 && text.IndexOf('}', start) >= 0;

    private static string VariableIn(PolicyNode node)
    {
        string text = node.ToString()!;
        int start = text.IndexOf("${", StringComparison.Ordinal);
        return text[start..(text.IndexOf('}', start) + 1)];
    }
}
