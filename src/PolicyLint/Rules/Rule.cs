namespace PolicyLint.Rules;

/// <summary>
/// A rule: a pure function of a policy, the catalogue and the options. Each is one of two kinds: a <see cref="StatementRule"/>
/// or a <see cref="PolicyRule"/>; derive from one of those. It keeps no state, so that one instance serves every thread, and
/// reports through the context; severity, order, links and suppression are the engine's.
/// </summary>
public abstract class Rule
{
    // There is no third kind: the engine would not know when to call it.
    private protected Rule(RuleDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Descriptor = descriptor;
    }

    /// <summary>Everything about the rule that does not depend on a policy.</summary>
    public RuleDescriptor Descriptor { get; }
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
