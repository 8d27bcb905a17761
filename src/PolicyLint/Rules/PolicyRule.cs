using PolicyLint.Analysis;

namespace PolicyLint.Rules;

/// <summary>A rule that looks at a whole document: what statements do together, or what is beside them.</summary>
/// <param name="descriptor">Everything about the rule that does not depend on a policy.</param>
/// <exception cref="ArgumentNullException"><paramref name="descriptor"/> is null.</exception>
#pragma warning disable RS0022 // Rule is closed to others on purpose, and this kind of it is open.
public abstract class PolicyRule(RuleDescriptor descriptor) : Rule(descriptor)
#pragma warning restore RS0022
{
    /// <summary>
    /// Called once for each document of a type that the rule <see cref="RuleDescriptor.AppliesTo"/>. May be called from several
    /// threads at once.
    /// </summary>
    /// <param name="policy">The document and what its statements allow and deny. Parts of it may be missing: nothing was kept back because of a problem.</param>
    /// <param name="context">The catalogue, the options, and where to report.</param>
    public abstract void CheckPolicy(PolicyAccess policy, RuleContext context);
}
