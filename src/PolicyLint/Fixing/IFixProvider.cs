namespace PolicyLint.Fixing;

/// <summary>
/// Knows how to mend one thing. It keeps no state, so that one instance serves every thread; rules know nothing of it.
/// </summary>
public interface IFixProvider
{
    /// <summary>The name of the rule whose findings it mends, or a kebab-case name of its own for a tidying that no rule asks for.</summary>
    string Name { get; }

    /// <summary>The fixes for a policy, in any order. Each stands for itself: two of them may overlap.</summary>
    /// <param name="context">The policy, its findings, and how to edit it. The policy could be read to its end.</param>
    IEnumerable<PolicyFix> Propose(FixContext context);
}
