namespace PolicyLint.Analysis;

/// <summary>
/// Whether a Deny takes away everything of an Allow but for the actions. Each question is answered yes only where the text
/// proves it: a Deny that is taken for wider than it is would hide what the policy allows.
/// </summary>
internal static class DenyCoverage
{
    /// <summary>Whether the Deny applies to every resource, to everybody the policy is about, in every request.</summary>
    public static bool IsTotal(StatementAccess deny) =>
        deny.IsUnconditional && MeansEverybody(deny.Statement) && MeansEveryResource(deny);

    /// <summary>Whether the Deny applies wherever the Allow does, as far as it names the action.</summary>
    public static bool Covers(StatementAccess deny, StatementAccess allow) =>
        deny.IsUnconditional && CoversPrincipals(deny.Statement, allow.Statement) && CoversResources(deny, allow);

    private static bool MeansEverybody(Statement deny) =>
        deny.NotPrincipal is null && deny.Principal is null or { IsEverybody: true };

    private static bool MeansEveryResource(StatementAccess deny) =>
        !deny.IsNotResource && deny.MatchesStar && (deny.ResourcePatterns.IsEmpty || deny.CoversAnyResource);

    private static bool CoversPrincipals(Statement deny, Statement allow)
    {
        if (MeansEverybody(deny))
            return true;

        if (deny.NotPrincipal is not null || deny.Principal is not { } denied || allow.Principal is not { Text: null } allowed)
            return false;

        foreach (PolicyStringList entry in allowed.Entries)
        {
            foreach (PolicyString value in entry.Values)
            {
                if (value.HasUnknown || !Names(denied, entry.Name, value.Value))
                    return false;
            }
        }

        return !allowed.Entries.IsEmpty;
    }

    private static bool Names(Principal principal, string kind, string name)
    {
        foreach (PolicyStringList entry in principal.Entries)
        {
            if (entry.Name != kind)
                continue;

            foreach (PolicyString value in entry.Values)
            {
                if (value.Value == name)
                    return true;
            }
        }

        return false;
    }

    private static bool CoversResources(StatementAccess deny, StatementAccess allow)
    {
        if (MeansEveryResource(deny))
            return true;

        // What an Allow with NotResource leaves open is named nowhere.
        if (allow.IsNotResource || allow.ResourcePatterns.IsEmpty)
            return false;

        foreach (ResourcePattern allowed in allow.ResourcePatterns)
        {
            if (deny.IsNotResource ? SparesSomeOf(deny, allowed) : !CoversOne(deny, allowed))
                return false;
        }

        return true;
    }

    private static bool CoversOne(StatementAccess deny, ResourcePattern allowed)
    {
        foreach (ResourcePattern denied in deny.ResourcePatterns)
        {
            if (denied.Covers(allowed))
                return true;
        }

        return false;
    }

    private static bool SparesSomeOf(StatementAccess deny, ResourcePattern allowed)
    {
        foreach (ResourcePattern spared in deny.ResourcePatterns)
        {
            if (spared.Overlaps(allowed))
                return true;
        }

        return deny.ResourcePatterns.IsEmpty;
    }
}
