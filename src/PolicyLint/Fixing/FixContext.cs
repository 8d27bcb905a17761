using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.Fixing;

/// <summary>What an <see cref="IFixProvider"/> looks at: a policy, what was found in it, and how it can be edited.</summary>
public sealed class FixContext
{
    internal FixContext(LintResult result)
    {
        Result = result;
        Policy = PolicyAccess.Of(result.Document);
        Editor = new PolicyEditor(result.Document);
    }

    /// <summary>The findings.</summary>
    public LintResult Result { get; }

    /// <summary>The policy as access.</summary>
    public PolicyAccess Policy { get; }

    /// <summary>Makes edits that keep the layout of the file.</summary>
    public PolicyEditor Editor { get; }

    /// <summary>The findings of a rule.</summary>
    /// <param name="rule">The rule's name.</param>
    public IEnumerable<Finding> FindingsOf(string rule) => Result.Findings.Where(finding => finding.Rule.Name == rule);

    /// <summary>The findings of a rule inside a part of the policy.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="part">The part.</param>
    public ImmutableArray<Finding> FindingsIn(string rule, PolicyNode part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return [.. FindingsOf(rule).Where(finding => Holds(part.Span, finding.Span))];
    }

    /// <summary>The statement that a finding is in; null where it is about the whole document.</summary>
    public StatementAccess? StatementOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Policy.Statements.FirstOrDefault(statement => Holds(statement.Statement.Span, finding.Span));
    }

    private static bool Holds(TextSpan outer, TextSpan inner) => outer.Start <= inner.Start && inner.End <= outer.End;
}
