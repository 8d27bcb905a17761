using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Pipeline;

/// <summary>Rules made for a test, and the policy they look at.</summary>
internal static class Made
{
    /// <summary>An identity policy: an Allow statement on line 4 and a Deny statement on line 5.</summary>
    public const string Policy = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
            { "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" }
          ]
        }
        """;

    public static RuleDescriptor Descriptor(
        string id,
        string name = "",
        Severity severity = Severity.Warning,
        SecuritySeverity risk = SecuritySeverity.None,
        RuleProfile profile = RuleProfile.Default,
        PolicyTypes appliesTo = PolicyTypes.All,
        Effect looksAt = Effect.None,
        params string[] supersedes) =>
        new()
        {
            Id = id,
            Name = name is "" ? $"rule-{id}" : name,
            Category = RuleCategory.Security,
            Title = "A title",
            Why = "A reason.",
            Remedy = "A remedy.",
            Sources = [],
            DefaultSeverity = severity,
            SecuritySeverity = risk,
            Profile = profile,
            AppliesTo = appliesTo,
            LooksAt = looksAt,
            Supersedes = [.. supersedes],
        };

    /// <summary>A rule that says its id on each statement.</summary>
    public static Rule OnStatements(RuleDescriptor descriptor) =>
        new MadeStatementRule(descriptor, (statement, context) => context.Report(statement.Statement, descriptor.Id));

    /// <summary>A rule that says its id on each statement.</summary>
    public static Rule OnStatements(string id) => OnStatements(Descriptor(id));

    public static LintResult Lint(params Rule[] rules) => Lint(Policy, LintOptions.Default, rules);

    public static LintResult Lint(LintOptions options, params Rule[] rules) => Lint(Policy, options, rules);

    public static LintResult Lint(string policy, LintOptions options, params Rule[] rules) => new PolicyLinter(rules, options).Lint(policy);

    /// <summary>The findings as <c>line:column id</c>.</summary>
    public static IEnumerable<string> PlacesAndIds(this LintResult result) => result.Findings.Select(finding => $"{finding.Start} {finding.Rule.Id}");

    public static LintOptions With(params (string Rule, Severity? Severity)[] severities) => new()
    {
        Severities = severities.ToImmutableDictionary(entry => entry.Rule, entry => entry.Severity),
    };
}

internal sealed class MadePolicyRule(RuleDescriptor descriptor, Action<PolicyAccess, RuleContext> check) : PolicyRule(descriptor)
{
    public override void CheckPolicy(PolicyAccess policy, RuleContext context) => check(policy, context);
}

internal sealed class MadeStatementRule(RuleDescriptor descriptor, Action<StatementAccess, RuleContext> check) : StatementRule(descriptor)
{
    public override void CheckStatement(StatementAccess statement, RuleContext context) => check(statement, context);
}
