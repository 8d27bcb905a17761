using PolicyLint.Rules;

namespace PolicyLint.Cli.Commands;

/// <summary>What <c>rules</c> and <c>explain</c> say about a rule, in words.</summary>
internal static class RuleFacts
{
    /// <summary><c>error (high risk)</c>.</summary>
    public static string SeverityOf(RuleDescriptor rule) =>
        rule.SecuritySeverity.ToName() is { } risk ? $"{rule.DefaultSeverity.ToName()} ({risk} risk)" : rule.DefaultSeverity.ToName();

    /// <summary><c>every policy type</c>, or the types by name.</summary>
    public static string TypesOf(RuleDescriptor rule) =>
        rule.AppliesTo == PolicyTypes.All
            ? "every policy type"
            : string.Join(", ", Enum.GetValues<PolicyType>().Where(type => rule.AppliesTo.Includes(type)).Select(type => type.ToName()));
}
