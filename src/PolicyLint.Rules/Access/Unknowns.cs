using PolicyLint.Analysis;

namespace PolicyLint.Rules.Access;

/// <summary>
/// Says what a template leaves open. Rules share the words, so that a value is said once however many rules could not
/// judge it.
/// </summary>
internal static class Unknowns
{
    /// <summary>Says of each action that is not known before deployment that it could not be judged.</summary>
    public static void CannotJudgeActions(this RuleContext context, StatementAccess statement)
    {
        if (!statement.HasUnknownAction)
            return;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.HasUnknown)
                context.CannotJudge(pattern.Text, "the action is not known before deployment");
        }
    }

    /// <summary>Says of each action that an Allow of the policy may turn out to give that it could not be judged.</summary>
    public static void CannotJudgeActions(this RuleContext context, PolicyAccess policy)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Allow)
                context.CannotJudgeActions(statement);
        }
    }

    /// <summary>Says of each Sid that is not known before deployment that it could not be judged.</summary>
    public static void CannotJudgeSids(this RuleContext context, PolicyAccess policy)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Sid is { HasUnknown: true } sid)
                context.CannotJudge(sid, "the Sid is not known before deployment");
        }
    }

    /// <summary>Says of each resource of which nothing is known before deployment that it could not be judged.</summary>
    public static void CannotJudgeResources(this RuleContext context, StatementAccess statement)
    {
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.Kind == ResourcePatternKind.Unresolved)
                context.CannotJudge(pattern.Text, "the resource is not known before deployment");
        }
    }
}
