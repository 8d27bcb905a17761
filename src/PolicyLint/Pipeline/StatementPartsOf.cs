using PolicyLint.Analysis;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Which parts a statement has that rules can be about.</summary>
internal static class StatementPartsOf
{
    public static StatementParts Of(StatementAccess access)
    {
        Statement statement = access.Statement;
        ActionPatternList actions = access.ActionPatterns;
        return (statement.NotAction is null ? 0 : StatementParts.NotAction)
            | (statement.NotResource is null ? 0 : StatementParts.NotResource)
            | (statement.Principal is null ? 0 : StatementParts.Principal)
            | (statement.NotPrincipal is null ? 0 : StatementParts.NotPrincipal)
            | (access.Policy.MayHaveVariables ? StatementParts.PolicyVariable : 0)
            | (access.IsNotAction || actions.HasWildcard ? StatementParts.ActionPattern : 0)
            | (actions.HasUncatalogued ? StatementParts.UncataloguedAction : 0)
            | (actions.Count > 1 ? StatementParts.SeveralValues : 0)
            | Of(statement.Resource ?? statement.NotResource)
            | Of(statement.Condition);
    }

    private static StatementParts Of(PolicyStringList? resources) =>
        resources is null or { Count: 0 } ? 0
        : resources.Count > 1 ? StatementParts.NamedResource | StatementParts.SeveralValues
        : resources.Utf8(0) is [(byte)'*'] ? 0 : StatementParts.NamedResource;

    private static StatementParts Of(ConditionBlock? condition)
    {
        if (condition is null)
            return 0;

        StatementParts parts = StatementParts.Condition;
        foreach (ConditionClause clause in condition.Clauses)
        {
            if (clause.Operator is not { } @operator)
                continue;

            if (@operator.Qualifier != SetQualifier.None)
                parts |= StatementParts.SetOperator;
            if (@operator.Family is not (OperatorFamily.String or OperatorFamily.Arn or OperatorFamily.Null))
                parts |= StatementParts.TypedOperator;
        }

        return parts;
    }
}
