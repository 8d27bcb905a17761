namespace PolicyLint.Rules;

/// <summary>The names of categories.</summary>
public static class RuleCategoryNames
{
    /// <summary><c>grammar</c>, <c>security</c>, <c>correctness</c>, <c>sagemaker</c>, <c>maintainability</c> or <c>privilege-escalation</c>.</summary>
    public static string ToName(this RuleCategory category) => category switch
    {
        RuleCategory.Grammar => "grammar",
        RuleCategory.Security => "security",
        RuleCategory.Correctness => "correctness",
        RuleCategory.SageMaker => "sagemaker",
        RuleCategory.Maintainability => "maintainability",
        RuleCategory.PrivilegeEscalation => "privilege-escalation",
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };
}
