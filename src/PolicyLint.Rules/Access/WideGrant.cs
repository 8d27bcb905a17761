using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>
/// An action that hands out roles, given on every resource, as IAM Access Analyzer sees it: by name, by a wildcard or by
/// NotAction, on <c>*</c> itself or by NotResource. The service looks at the one statement, not at Deny, and at no ARN.
/// </summary>
internal readonly record struct WideGrant(IssueCode Code, PolicyNode Action, PolicyNode Resource)
{
    /// <summary>Looks for the grant; null where the statement gives the action otherwise, or not at all.</summary>
    /// <param name="statement">An Allow statement.</param>
    /// <param name="action">The action.</param>
    /// <param name="codes">
    /// The codes of its six forms: named, by wildcard and by NotAction, on <c>*</c>, then the same three with NotResource.
    /// </param>
    public static WideGrant? Find(StatementAccess statement, CatalogAction action, ImmutableArray<IssueCode> codes)
    {
        if (FindResource(statement) is not { } resource || RoleActionPlace.Find(statement, action) is not { } place)
            return null;

        int form = statement.IsNotAction ? 2 : statement.ActionPatterns.Names(action) ? 0 : 1;
        return new(codes[(statement.IsNotResource ? 3 : 0) + form], place, resource);
    }

    private static PolicyNode? FindResource(StatementAccess statement)
    {
        if (statement.IsNotResource)
            return statement.Statement.NotResource;

        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern is { MatchesStar: true, Kind: ResourcePatternKind.Everything })
                return pattern.Text;
        }

        return null;
    }
}
