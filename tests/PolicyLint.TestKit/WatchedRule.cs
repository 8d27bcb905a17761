using PolicyLint.Analysis;
using PolicyLint.Rules;

namespace PolicyLint.TestKit;

/// <summary>Passes everything on to a rule, and keeps what it throws: the engine reports only the exception's type.</summary>
internal sealed class WatchedRule
{
    public WatchedRule(Rule rule) => Rule = rule switch
    {
        PolicyRule ofPolicies => new OfPolicies(ofPolicies, this),
        StatementRule ofStatements => new OfStatements(ofStatements, this),
        _ => throw new ArgumentException($"{rule.Descriptor} is of no kind", nameof(rule)),
    };

    /// <summary>What a linter is given instead of the rule: of the same kind, with the same descriptor.</summary>
    public Rule Rule { get; }

    /// <summary>The last exception that the rule threw.</summary>
    public Exception? Thrown { get; private set; }

    private void Watch(Action check)
    {
        try
        {
            check();
        }
        catch (Exception exception)
        {
            Thrown = exception;
            throw;
        }
    }

    private sealed class OfPolicies(PolicyRule rule, WatchedRule watch) : PolicyRule(rule.Descriptor)
    {
        public override void CheckPolicy(PolicyAccess policy, RuleContext context) => watch.Watch(() => rule.CheckPolicy(policy, context));
    }

    private sealed class OfStatements(StatementRule rule, WatchedRule watch) : StatementRule(rule.Descriptor)
    {
        public override void CheckStatement(StatementAccess statement, RuleContext context) =>
            watch.Watch(() => rule.CheckStatement(statement, context));
    }
}
