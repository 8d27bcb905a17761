using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>Whose buckets a statement means. Names of buckets are global: without a word on the owner, a pattern means everybody's.</summary>
internal static class BucketOwners
{
    private static readonly string[] Keys = ["aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths", "s3:ResourceAccount"];

    /// <summary>
    /// Whether the buckets are those of known accounts: the condition of the Allow says so, or a Deny of the action on all
    /// others'. See <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html">s3:ResourceAccount</see>.
    /// </summary>
    public static bool IsKeptToAccounts(this StatementAccess allow, CatalogAction action)
    {
        foreach (ConditionTerm term in allow.Conditions.Terms)
        {
            if (term.Narrows && IsAboutOwner(term))
                return true;
        }

        foreach (StatementAccess deny in allow.Policy.Statements)
        {
            if (deny.Statement.Effect == Effect.Deny && SparesOnlyKnownOwners(deny) && deny.Actions.Contains(action.Ordinal) && deny.MatchesStar)
                return true;
        }

        return false;
    }

    private static bool SparesOnlyKnownOwners(StatementAccess deny)
    {
        bool names = false;
        foreach (ConditionTerm term in deny.Conditions.Terms)
        {
            bool isAbout = IsAboutOwner(term);
            names |= isAbout && term.Operator is { IsNegated: true };
            if (!(isAbout ? term.Operator is { IsNegated: true } : term.IsAboutCaller()))
                return false;
        }

        return names;
    }

    private static bool IsAboutOwner(ConditionTerm term)
    {
        foreach (string key in Keys)
        {
            if (term.IsAbout(key))
                return true;
        }

        return false;
    }
}
