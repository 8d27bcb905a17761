using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Reporting;

/// <summary>
/// What a policy allows, as a picture needs it: the actions, and which of them nothing narrows. An action is open where one
/// Allow gives it on every resource that it works on and without a condition; for a resource or trust policy: to everybody
/// without a condition.
/// </summary>
internal sealed class AccessPicture
{
    private AccessPicture(ActionSet allowed, ActionSet open)
    {
        Allowed = allowed;
        Open = open;
    }

    /// <summary>Nothing.</summary>
    public static AccessPicture Empty { get; } = new(ActionSet.Empty, ActionSet.Empty);

    /// <summary>What is allowed, what other statements take away from it left out.</summary>
    public ActionSet Allowed { get; }

    /// <summary>The part of it that nothing narrows.</summary>
    public ActionSet Open { get; }

    public static AccessPicture Of(PolicyAccess policy)
    {
        ActionSet allowed = ActionSet.Empty;
        ActionSet open = ActionSet.Empty;
        foreach (StatementAccess statement in policy.Statements.Where(statement => statement.Statement.Effect == Effect.Allow))
        {
            ActionSet granted = Applicable(policy.GrantedBy(statement), statement);
            allowed = allowed.Union(granted);
            if (statement.IsUnconditional)
                open = open.Union(OpenOf(granted, statement));
        }

        return new AccessPicture(allowed, open);
    }

    public AccessPicture Union(AccessPicture other) => new(Allowed.Union(other.Allowed), Open.Union(other.Open));

    // A wide pattern of actions beside a narrow one of resources: most of the actions cannot work on them.
    private static ActionSet Applicable(ActionSet granted, StatementAccess statement) =>
        statement.CoversAnyResource ? granted : Where(granted, statement, static (statement, action) => statement.CanApplyTo(action));

    private static ActionSet OpenOf(ActionSet granted, StatementAccess statement)
    {
        if (statement.Policy.Document.Type is PolicyType.Resource or PolicyType.Trust)
            return statement.Statement.Principal is { IsEverybody: true } ? granted : ActionSet.Empty;

        return statement.CoversAnyResource ? granted : Where(granted, statement, static (statement, action) => statement.CoversEveryResourceOf(action));
    }

    private static ActionSet Where(ActionSet actions, StatementAccess statement, Func<StatementAccess, CatalogAction, bool> condition)
    {
        ServiceCatalog catalog = statement.Policy.Catalog;
        ActionSet kept = ActionSet.Empty;
        int start = -1;
        int previous = -1;
        foreach (int ordinal in actions)
        {
            // Nobody knows of an action that is not in the catalogue what it works on.
            if (!catalog.IsPhantom(ordinal) && !condition(statement, catalog.GetAction(ordinal)))
                continue;

            if (start < 0)
                start = ordinal;
            else if (ordinal != previous + 1)
                (kept, start) = (kept.Union(ActionSet.FromRange(start, previous + 1)), ordinal);

            previous = ordinal;
        }

        return start < 0 ? kept : kept.Union(ActionSet.FromRange(start, previous + 1));
    }
}
