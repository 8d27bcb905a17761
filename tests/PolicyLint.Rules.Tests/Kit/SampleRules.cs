using PolicyLint.Analysis;

namespace PolicyLint.Rules.Tests.Kit;

/// <summary>Rules, good and bad, that the kit is tried on.</summary>
internal static class SampleRules
{
    private static readonly RuleDescriptor Sample = new()
    {
        Id = "ZZ1001",
        Name = "sample",
        Category = RuleCategory.Security,
        SecuritySeverity = SecuritySeverity.High,
        Title = "A sample",
        Why = "It is a sample.",
        Remedy = "Nothing.",
        Sources = [],
    };

    /// <summary>Reports each action that is a star, with the Resource element beside it.</summary>
    public static Rule Star { get; } = new OfStatement((statement, context) =>
    {
        foreach (PolicyString action in statement.Action?.Values ?? [])
        {
            if (action.Value != "*")
                continue;
            if (statement.Resource is { } resource)
                context.Report(action, "`*` is every action", related: (resource, "on this"));
            else
                context.Report(action, "`*` is every action");
        }
    });

    /// <summary>Reports each action in words of its own.</summary>
    public static Rule Saying(Func<PolicyString, string> message) => new OfStatement((statement, context) =>
    {
        foreach (PolicyString action in statement.Action?.Values ?? [])
            context.Report(action, message(action));
    });

    /// <summary>A rule of one function.</summary>
    public sealed class OfStatement(Action<Statement, RuleContext> check) : StatementRule(Sample)
    {
        public override void CheckStatement(StatementAccess statement, RuleContext context) => check(statement.Statement, context);
    }
}
