using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>Looks for open paths in the documents of one principal.</summary>
internal sealed class EscalationSearch
{
    private readonly PrincipalAccess _access;

    private EscalationSearch(ImmutableArray<PolicyAccess> documents, ActionMask steps) => _access = new PrincipalAccess(documents, steps);

    /// <summary>The open paths, the gravest first, those of no risk and those that nobody can judge last.</summary>
    public static List<Escalation> Run(EscalationIndex index, ImmutableArray<PolicyAccess> documents) =>
        FindKeys(index, documents) is { } keys ? new EscalationSearch(documents, index.Steps).Try(index, keys) : [];

    // Most policies have none of these actions, and are done here.
    private static List<int>? FindKeys(EscalationIndex index, ImmutableArray<PolicyAccess> documents) =>
        FindNamed(PrincipalAccess.MayPassRole(documents) ? index.Keys : index.KeysWithoutPassRole, documents);

    // The actions of a set that some statement may allow, in ascending order.
    private static List<int>? FindNamed(ActionMask mask, ImmutableArray<PolicyAccess> documents)
    {
        List<int>? named = null;
        foreach (PolicyAccess document in documents)
        {
            if (document.Document.Type != PolicyType.Identity)
                continue;

            foreach (StatementAccess statement in document.Statements)
            {
                if (statement.Statement.Effect != Effect.Allow)
                    continue;

                if (statement.IsNotAction)
                    mask.AddCommon(statement.Actions, ref named);
                else
                    statement.ActionPatterns.AddMatches(mask, ref named);
            }
        }

        named?.Sort();
        return named;
    }

    private List<Escalation> Try(EscalationIndex index, List<int> keys)
    {
        List<(Escalation Open, int Number)> found = [];
        var isTried = new bool[index.Count];
        foreach (int key in keys)
        {
            foreach (KnownPath path in index.PathsOf(key))
            {
                if (isTried[path.Number])
                    continue;

                isTried[path.Number] = true;
                if (Try(path) is { } open)
                    found.Add((open, path.Number));
            }
        }

        return
        [
            .. found
                .OrderByDescending(static one => one.Open.Risk)
                .ThenBy(static one => one.Open.Path.RuleId, StringComparer.Ordinal)
                .ThenBy(static one => one.Number)
                .Select(static one => one.Open),
        ];
    }

    private Escalation? Try(KnownPath path)
    {
        foreach (KnownStep step in path.Steps)
        {
            if (!_access.MayAllow(step))
                return null;
        }

        var grants = new EscalationGrant[path.Steps.Length];
        EscalationReach reach = EscalationReach.Any;
        for (int i = 0; i < grants.Length; i++)
        {
            KnownStep step = path.Steps[i];
            if (_access.FindGrant(path.Path, step) is not { } grant)
                return null;

            grants[i] = grant;
            if ((step.Decides || grant.Reach == EscalationReach.Unknown) && grant.Reach < reach)
                reach = grant.Reach;
        }

        return new(path.Path, [.. grants], reach);
    }
}
