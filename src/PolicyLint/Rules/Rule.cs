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
    public RuleDescriptor Descriptor { get; } = descriptor ?? throw new ArgumentNullException(nameof(descriptor));

    /// <summary>
    /// Called once for each document of a type that the rule <see cref="RuleDescriptor.AppliesTo"/>. May be called from several
    /// threads at once.
    /// </summary>
    /// <param name="policy">The document and what its statements allow and deny. Parts of it may be missing: nothing was kept back because of a problem.</param>
    /// <param name="context">The catalogue, the options, and where to report.</param>
    public virtual void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
    }

    /// <summary>
    /// Called for each statement with the effect that the rule <see cref="RuleDescriptor.LooksAt"/>, in the order written. May
    /// be called from several threads at once.
    /// </summary>
    /// <param name="statement">The statement and what it allows or denies. Elements may be missing.</param>
    /// <param name="context">The catalogue, the options, and where to report.</param>
    public virtual void CheckStatement(StatementAccess statement, RuleContext context)
    {
    }
}

/// <summary>
/// The rules of somebody else: a company's own guardrails, say. <see cref="PolicyLinter.With"/> adds them to those of a
/// linter and holds them to the promises of this interface.
/// </summary>
public interface IRulePack
{
    /// <summary>
    /// The letters A to Z that every id of the pack starts with, before its four digits: <c>ACME</c> for <c>ACME0001</c>.
    /// <c>PL</c> is PolicyLint's own.
    /// </summary>
    string IdPrefix { get; }

    /// <summary>The rules.</summary>
    IReadOnlyList<Rule> Rules { get; }
}
