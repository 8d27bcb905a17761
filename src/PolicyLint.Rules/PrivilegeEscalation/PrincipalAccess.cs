using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>
/// What the documents of one principal grant together. Only identity policies grant; a permissions boundary and the policies
/// of an organisation take away. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">policy evaluation</see>.
/// </summary>
internal sealed class PrincipalAccess
{
    private readonly ImmutableArray<PolicyAccess> _documents;
    private readonly Dictionary<int, List<StatementAccess>> _givers = [];
    private readonly List<StatementAccess> _denies = [];
    private readonly Dictionary<(StatementAccess Allow, KnownAction Action, bool IsOwnUserEnough), EscalationReach> _reaches = [];

    /// <param name="documents">The documents.</param>
    /// <param name="steps">The actions that may be asked about.</param>
    public PrincipalAccess(ImmutableArray<PolicyAccess> documents, ActionMask steps)
    {
        _documents = documents;
        foreach (PolicyAccess document in documents)
        {
            foreach (StatementAccess statement in document.Statements)
            {
                if (statement.Statement.Effect == Effect.Allow && document.Document.Type == PolicyType.Identity)
                    AddGiver(statement, steps);
                else if (statement.Statement.Effect == Effect.Deny)
                    _denies.Add(statement);
            }
        }
    }

    private void AddGiver(StatementAccess allow, ActionMask steps)
    {
        List<int>? given = null;
        if (allow.IsNotAction)
            steps.AddCommon(allow.Actions, ref given);
        else
            allow.ActionPatterns.AddMatches(steps, ref given);

        foreach (int action in given ?? [])
        {
            if (!_givers.TryGetValue(action, out List<StatementAccess>? givers))
                _givers.Add(action, givers = []);

            // An action that several values of a list mean is found several times.
            if (givers is not [.., var last] || last != allow)
                givers.Add(allow);
        }
    }

    /// <summary>Whether some document allows an action of a step, as far as its actions tell: a quick look.</summary>
    public bool MayAllow(KnownStep step)
    {
        foreach (KnownAction action in step.Actions)
        {
            if (_givers.ContainsKey(action.Action.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether some document may allow <c>iam:PassRole</c>: a quick look.</summary>
    public static bool MayPassRole(ImmutableArray<PolicyAccess> documents)
    {
        foreach (PolicyAccess document in documents)
        {
            if (document.Catalog.PassRole is not { } action)
                continue;

            foreach (StatementAccess statement in document.Statements)
            {
                if (statement.Statement.Effect == Effect.Allow && Names(statement, action))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The widest grant of a step; null where nothing grants it.</summary>
    public EscalationGrant? FindGrant(EscalationPath path, KnownStep step)
    {
        EscalationGrant? widest = null;
        foreach (KnownAction action in step.Actions)
        {
            if (!_givers.TryGetValue(action.Action.Ordinal, out List<StatementAccess>? givers))
                continue;

            foreach (StatementAccess allow in givers)
            {
                if (Judge(allow, action, step.Step, path) is { } grant && (widest is null || grant.IsWiderThan(widest)))
                    widest = grant;
            }
        }

        return widest;
    }

    private static bool Names(StatementAccess statement, CatalogAction action) =>
        statement.Means(action);

    private EscalationGrant? Judge(StatementAccess allow, KnownAction action, EscalationStep step, EscalationPath path)
    {
        EscalationReach reach = ReachOf(allow, action, path.Kind == EscalationKind.Permissions);
        if (reach == EscalationReach.None)
            return null;

        StepCondition condition = StepCondition.Of(allow.Conditions, step, path);
        if (condition.IsShut)
            return null;

        foreach (StatementAccess deny in _denies)
        {
            if (!Names(deny, action.Action))
                continue;

            if (StepDenial.TakesAway(deny, action, step, path))
                return null;

            if (deny is { IsNotResource: true, IsUnconditional: true })
                reach = Least(reach, EscalationReach.Some);
        }

        return new(step, action.Action, allow, PlaceOf(allow, action.Action), Least(reach, condition.Reach))
        {
            IsServiceLimited = condition.IsServiceLimited,
            IsConditional = condition.IsConditional,
        };
    }

    // Paths share their steps: many pass a role.
    private EscalationReach ReachOf(StatementAccess allow, KnownAction action, bool isOwnUserEnough)
    {
        if (_reaches.TryGetValue((allow, action, isOwnUserEnough), out EscalationReach known))
            return known;

        EscalationReach reach = new ReachOfResources(allow, isOwnUserEnough).Over(action.Types);
        if (reach != EscalationReach.None && !IsLeft(allow, action.Action))
            reach = EscalationReach.None;

        _reaches.Add((allow, action, isOwnUserEnough), reach);
        return reach;
    }

    private bool IsLeft(StatementAccess allow, CatalogAction action)
    {
        foreach (PolicyAccess document in _documents)
        {
            if (document.Document.Type == PolicyType.Boundary && !IsWithin(document, action))
                return false;

            // One document holds its own Denies against its Allows.
            if (!document.Grants(allow, action))
                return false;
        }

        return true;
    }

    private static bool IsWithin(PolicyAccess boundary, CatalogAction action)
    {
        foreach (StatementAccess statement in boundary.Statements)
        {
            if (statement.Statement.Effect == Effect.Allow && Names(statement, action))
                return true;
        }

        return false;
    }

    private static EscalationReach Least(EscalationReach left, EscalationReach right) => left < right ? left : right;

    // What names the action says more than a wildcard that holds it.
    private static PolicyNode PlaceOf(StatementAccess allow, CatalogAction action)
    {
        if (allow.IsNotAction)
            return allow.Statement.NotAction!;

        PolicyNode? place = null;
        foreach (ActionPattern pattern in allow.ActionPatterns)
        {
            if (pattern.Action is { } exact)
            {
                if (exact.Ordinal == action.Ordinal)
                    return pattern.Text;
            }
            else if (place is null && pattern.Actions.Contains(action.Ordinal))
            {
                place = pattern.Text;
            }
        }

        return place ?? allow.Statement;
    }
}
