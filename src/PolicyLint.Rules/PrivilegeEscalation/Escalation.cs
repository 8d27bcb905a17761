using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>A path that some documents leave open.</summary>
public sealed class Escalation
{
    internal Escalation(EscalationPath path, ImmutableArray<EscalationGrant> grants, EscalationReach reach)
    {
        Path = path;
        Grants = grants;
        Reach = reach;
        foreach (EscalationGrant grant in grants)
        {
            IsServiceLimited |= grant.IsServiceLimited;
            IsConditional |= grant.IsConditional;
        }
    }

    /// <summary>The path.</summary>
    public EscalationPath Path { get; }

    /// <summary>Who grants each of its steps, in their order.</summary>
    public ImmutableArray<EscalationGrant> Grants { get; }

    /// <summary>The grant of the <see cref="EscalationPath.Key"/> step.</summary>
    public EscalationGrant Key => Grants[Path.Steps.IndexOf(Path.Key)];

    /// <summary>How far the steps that decide reach: the least of them.</summary>
    public EscalationReach Reach { get; }

    /// <summary>Whether <c>iam:PassedToService</c> lets the role go to some services only, one of the path's among them.</summary>
    public bool IsServiceLimited { get; }

    /// <summary>Whether a condition holds a step to certain callers, networks, sessions, times or go-betweens.</summary>
    public bool IsConditional { get; }

    /// <summary>
    /// How grave it is; none where it is what a narrow policy looks like, such as one named role for one job, or new code for
    /// one's own functions.
    /// </summary>
    public SecuritySeverity Risk => EscalationRisk.Of(this);

    /// <summary>The path's id and its risk.</summary>
    public override string ToString() => $"{Path.Id}: {Risk}";
}

/// <summary>What grants one step of a path.</summary>
public sealed class EscalationGrant
{
    internal EscalationGrant(EscalationStep step, CatalogAction action, StatementAccess statement, PolicyNode place, EscalationReach reach)
    {
        Step = step;
        Action = action;
        Statement = statement;
        Place = place;
        Reach = reach;
    }

    /// <summary>The step.</summary>
    public EscalationStep Step { get; }

    /// <summary>The action of the step that is allowed.</summary>
    public CatalogAction Action { get; }

    /// <summary>The statement that allows it.</summary>
    public StatementAccess Statement { get; }

    /// <summary>The value of Action that names or matches the action, or NotAction.</summary>
    public PolicyNode Place { get; }

    /// <summary>How far it reaches.</summary>
    public EscalationReach Reach { get; }

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
