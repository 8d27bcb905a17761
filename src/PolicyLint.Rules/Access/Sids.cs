using PolicyLint.Analysis;

namespace PolicyLint.Rules.Access;

/// <summary>Finds Sids that several statements have.</summary>
internal static class Sids
{
    // So few are compared one by one, which costs no allocation; more are hashed.
    private const int Few = 24;

    /// <summary>Each Sid that an earlier statement has, with the first one of that text. Empty Sids are none.</summary>
    public static IEnumerable<(PolicyString Sid, PolicyString First)> FindRepeated(PolicyAccess policy) =>
        policy.Statements.Length <= Few && !AnyRepeated(policy) ? [] : Repeated(policy);

    /// <summary>Says of each Sid that is not known before deployment that it could not be judged.</summary>
    public static void CannotJudgeSids(this RuleContext context, PolicyAccess policy)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Sid is { HasUnknown: true } sid)
                context.CannotJudge(sid, "the Sid is not known before deployment");
        }
    }

    private static bool AnyRepeated(PolicyAccess policy)
    {
        for (int i = 1; i < policy.Statements.Length; i++)
        {
            if (policy.Statements[i].Statement.Sid is not { } sid)
                continue;

            for (int j = 0; j < i; j++)
            {
                if (policy.Statements[j].Statement.Sid?.HasSameText(sid) == true)
                    return true;
            }
        }

        return false;
    }

    private static IEnumerable<(PolicyString Sid, PolicyString First)> Repeated(PolicyAccess policy)
    {
        var firsts = new Dictionary<string, PolicyString>(StringComparer.Ordinal);
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Sid is { Value: not "", HasUnknown: false } sid && !firsts.TryAdd(sid.Value, sid))
                yield return (sid, firsts[sid.Value]);
        }
    }
}
