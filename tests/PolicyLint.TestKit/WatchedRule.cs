using PolicyLint.Analysis;
using PolicyLint.Rules;

namespace PolicyLint.TestKit;

/// <summary>Passes everything on to a rule, and keeps what it throws: the engine reports only the exception's type.</summary>
internal sealed class WatchedRule(Rule rule) : Rule(rule.Descriptor)
{
    /// <summary>The last exception that the rule threw.</summary>
    public Exception? Thrown { get; private set; }

    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        try
        {
            rule.CheckPolicy(policy, context);
        }
        catch (Exception exception)
        {
            Thrown = exception;
            throw;
        }
    }

    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        try
        {
            rule.CheckStatement(statement, context);
        }
        catch (Exception exception)
        {
            Thrown = exception;
            throw;
        }
    }
}
