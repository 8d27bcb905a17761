using PolicyLint.Analysis;

namespace PolicyLint.Rules;

/// <summary>A rule that looks at statements one by one: most rules do.</summary>
/// <param name="descriptor">Everything about the rule that does not depend on a policy.</param>
/// <exception cref="ArgumentNullException"><paramref name="descriptor"/> is null.</exception>
#pragma warning disable RS0022 // Rule is closed to others on purpose, and this kind of it is open.
public abstract class StatementRule(RuleDescriptor descriptor) : Rule(descriptor)
#pragma warning restore RS0022
{
    /// <summary>
    /// Called for each statement with the effect that the rule <see cref="RuleDescriptor.LooksAt"/>, in the order written, in
    /// documents of the types that it <see cref="RuleDescriptor.AppliesTo"/>. May be called from several threads at once.
    /// </summary>
    /// <param name="statement">The statement and what it allows or denies. Elements may be missing.</param>
    /// <param name="context">The catalogue, the options, and where to report.</param>
    public abstract void CheckStatement(StatementAccess statement, RuleContext context);
}
