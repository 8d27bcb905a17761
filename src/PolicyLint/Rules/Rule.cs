using PolicyLint.Analysis;

namespace PolicyLint.Rules;

/// <summary>
/// A rule: a pure function of a policy, the catalogue and the options. It keeps no state, so that one instance serves
/// every thread. Override one of the two hooks and report through the context; severity, order, links and
/// suppression are the engine's.
/// </summary>
/// <param name="descriptor">Everything about the rule that does not depend on a policy.</param>
public abstract class Rule(RuleDescriptor descriptor)
{
    /// <summary>Everything about the rule that does not depend on a policy.</summary>
    public RuleDescriptor Descriptor { get; } = descriptor;

    /// <summary>Called once for a document of a type that the rule applies to.</summary>
    public virtual void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
    }

    /// <summary>Called for each statement with the effect that the rule looks at.</summary>
    public virtual void CheckStatement(StatementAccess statement, RuleContext context)
    {
    }
}

/// <summary>A set of rules that comes from one place.</summary>
public interface IRulePack
{
    /// <summary>The letters that every id of the pack starts with. <c>PL</c> is the built-in rules' own.</summary>
    string IdPrefix { get; }

    /// <summary>The rules.</summary>
    IReadOnlyList<Rule> Rules { get; }
}
