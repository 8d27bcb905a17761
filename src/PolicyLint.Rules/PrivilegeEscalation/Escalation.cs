using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>A path that some documents leave open.</summary>
/// <param name="Path">The path.</param>
/// <param name="Grants">Who grants each of its steps, in their order.</param>
/// <param name="Reach">How far the steps that decide reach: the least of them.</param>
/// <param name="IsServiceLimited">Whether <c>iam:PassedToService</c> lets the role go to some services only, one of the path's among them.</param>
/// <param name="IsConditional">Whether a condition holds a step to certain callers, networks, sessions, times or go-betweens.</param>
public sealed record Escalation(
    EscalationPath Path,
    ImmutableArray<EscalationGrant> Grants,
    EscalationReach Reach,
    bool IsServiceLimited,
    bool IsConditional)
{
    /// <summary>
    /// How grave it is; none where it is what a narrow policy looks like, such as one named role for one job, or new code for
    /// one's own functions.
    /// </summary>
    public SecuritySeverity Risk => EscalationRisk.Of(this);

    /// <summary>The grant of the <see cref="EscalationPath.Key"/> step.</summary>
    public EscalationGrant Key => Grants[Path.Steps.IndexOf(Path.Key)];
}

/// <summary>What grants one step of a path.</summary>
/// <param name="Step">The step.</param>
/// <param name="Action">The action of the step that is allowed.</param>
/// <param name="Statement">The statement that allows it.</param>
/// <param name="Place">The value of Action that names or matches the action, or NotAction.</param>
/// <param name="Reach">How far it reaches.</param>
public sealed record EscalationGrant(
    EscalationStep Step,
    CatalogAction Action,
    StatementAccess Statement,
    PolicyNode Place,
    EscalationReach Reach)
{
    internal bool IsServiceLimited { get; init; }

    internal bool IsConditional { get; init; }

    /// <summary>Whether it opens the path wider than another grant of the same step; of equals, the first stands.</summary>
    internal bool IsWiderThan(EscalationGrant other)
    {
        if (Reach != other.Reach)
            return Reach > other.Reach;

        return IsServiceLimited != other.IsServiceLimited ? other.IsServiceLimited : !IsConditional && other.IsConditional;
    }
}
