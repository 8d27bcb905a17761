using PolicyLint.Analysis;

namespace PolicyLint.Rules.Maintainability;

/// <summary>PL4011: a resource that another value of the list holds already.</summary>
public sealed class RedundantResource() : StatementRule(new RuleDescriptor
{
    Id = "PL4011",
    Name = "redundant-resource",
    Category = RuleCategory.Maintainability,
    DefaultSeverity = Severity.Suggestion,
    Needs = StatementParts.SeveralValues,
    IssueCodes = [IssueCodes.RedundantResource],
    Title = "A resource that another value of the list holds already",
    Why = "The narrower ARN changes nothing: the statement reaches as far as the wider one, which readers overlook when a careful list of names stands beside it. It also counts against the size that AWS allows.",
    Remedy = "Take the narrower ARN out; or take out the wider one, if only the named resources are meant.",
    Limits = "Values are compared within one list, as text: upper and lower case differ, and other statements are not looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-resource",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if ((statement.Statement.Resource ?? statement.Statement.NotResource) is { Count: > 1 } list)
            Redundancy.Report(RedundantValues.Find(list, ignoreCase: false), context);
    }
}
