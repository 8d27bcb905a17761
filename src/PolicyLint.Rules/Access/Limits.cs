using PolicyLint.Analysis;

namespace PolicyLint.Rules.Access;

/// <summary>Which conditions keep an Allow from being everybody's on everything.</summary>
internal static class Limits
{
    /// <summary>Tags and parameters, callers, networks, sessions, services. A region or a time leaves everything in it open.</summary>
    public const ConditionScope Any =
        ConditionScope.Resource | ConditionScope.Request | ConditionScope.Principal | ConditionScope.Network | ConditionScope.Session | ConditionScope.Service;

    /// <summary>What says on which resources, with which tags.</summary>
    public const ConditionScope Tags = ConditionScope.Resource | ConditionScope.Request;

    /// <summary>Whether a term limits in one of these ways. Resources of the own account or organization are still everybody's.</summary>
    public static bool IsLimitedBy(this ConditionAccess conditions, ConditionScope scopes)
    {
        foreach (ConditionTerm term in conditions.Terms)
        {
            if ((term.Scope & scopes) != 0 && !IsWholeAccount(term))
                return true;
        }

        return false;
    }

    /// <summary>Whether a term says anything about who, what or from where, if only that the account is the own.</summary>
    public static bool HaveSomeLimit(this ConditionAccess conditions) => (conditions.Scopes & Any) != 0;

    private static bool IsWholeAccount(ConditionTerm term) =>
        term.IsAbout("aws:ResourceAccount") || term.IsAbout("aws:ResourceOrgID") || term.IsAbout("aws:ResourceOrgPaths");
}
