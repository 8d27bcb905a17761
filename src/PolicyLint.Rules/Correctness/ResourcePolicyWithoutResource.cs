using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2100: a statement of a resource policy names no resource.</summary>
public sealed class ResourcePolicyWithoutResource() : StatementRule(new RuleDescriptor
{
    Id = "PL2100",
    Name = "resource-policy-without-resource",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    Profile = RuleProfile.AccessAnalyzer,
    AppliesTo = PolicyTypes.Resource,
    IssueCodes = [IssueCodes.MissingResource],
    Title = "A statement of a resource policy names no resource",
    Why = "Most services refuse a statement without Resource; a few, such as Amazon ECR, know what the policy is attached to. Access Analyzer asks for the element whatever the service.",
    Remedy = "Write the ARN of the resource that the policy is attached to.",
    Limits = "A policy that only lets somebody assume a role is taken for a trust policy, unless the resource type says otherwise.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-resource",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        Statement written = statement.Statement;
        if (written.Resource is null && written.NotResource is null && !IsTrust(statement) && !IsOfWrongType(statement))
            context.Report(written, "The statement has no `Resource` or `NotResource`");
    }

    // What is written in a wrong form is not missing.
    private static bool IsOfWrongType(StatementAccess statement)
    {
        string pointer = statement.Statement.Pointer;
        return statement.Policy.Document.Problems.Any(problem => problem.Pointer == $"{pointer}/Resource" || problem.Pointer == $"{pointer}/NotResource");
    }

    // Told no resource type, the service has been seen to take a role's trust policy for what it is.
    private static bool IsTrust(StatementAccess statement) =>
        statement.Policy.Document.ResourceType is null && statement.OnlyAssumesRole();
}
