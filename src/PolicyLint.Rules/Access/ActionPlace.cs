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

        return statement.ActionPatterns.FindGiver(action)?.Text;
    }

    /// <summary>Whether the statement gives the action on some resource, and no Deny of the document takes it away.</summary>
    public static bool Gives(this StatementAccess statement, CatalogAction action) =>
        statement.Means(action)
        && statement.CanApplyTo(action)
        && statement.Policy.Grants(statement, action);
}
