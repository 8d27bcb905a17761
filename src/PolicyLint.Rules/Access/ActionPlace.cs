using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>Where a statement gives an action.</summary>
internal static class ActionPlace
{
    /// <summary>
    /// The value of Action that gives the action, one that names it before a wildcard that holds it, or NotAction; null where
    /// the statement does not mean the action.
    /// </summary>
    public static PolicyNode? PlaceOf(this StatementAccess statement, CatalogAction action)
    {
        if (statement.IsNotAction)
            return statement.Actions.Contains(action.Ordinal) ? statement.Statement.NotAction : null;

        PolicyString? wildcard = null;
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Action is { } exact)
            {
                // What names the action says more than a wildcard that holds it.
                if (exact.Ordinal == action.Ordinal)
                    return pattern.Text;
            }
            else if (wildcard is null && pattern.Holds(action))
            {
                wildcard = pattern.Text;
            }
        }

        return wildcard;
    }

    /// <summary>Whether the statement gives the action on some resource, and no Deny of the document takes it away.</summary>
    public static bool Gives(this StatementAccess statement, CatalogAction action) =>
        (statement.IsNotAction ? statement.Actions.Contains(action.Ordinal) : statement.ActionPatterns.MayMatch(action))
        && statement.CanApplyTo(action)
        && statement.Policy.GrantedBy(statement).Contains(action.Ordinal);
}
