using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>Where a statement gives an action that hands out roles.</summary>
internal static class RoleActionPlace
{
    /// <summary>The value of Action that names it, else the first pattern that holds it, or NotAction; null where it is not given.</summary>
    public static PolicyNode? Find(StatementAccess statement, CatalogAction action)
    {
        if (statement.IsNotAction)
            return statement.Actions.Contains(action.Ordinal) ? statement.Statement.NotAction : null;

        if (!statement.ActionPatterns.MayMatch(action))
            return null;

        PolicyString? wildcard = null;
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Action is { } exact)
            {
                // What names the action says more than a wildcard that holds it.
                if (exact.Ordinal == action.Ordinal)
                    return pattern.Text;
            }
            else if (wildcard is null && pattern.Actions.Contains(action.Ordinal))
            {
                wildcard = pattern.Text;
            }
        }

        return wildcard;
    }
}
