using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>
/// Whether a Deny that names a step's action closes the path, beyond what <see cref="PolicyAccess.GrantedBy"/> knows of single
/// statements: by covering all that the action works on, and by asking for what a way out would lack.
/// </summary>
internal static class StepDenial
{
    public static bool TakesAway(StatementAccess deny, KnownAction action, EscalationStep step, EscalationPath path) =>
        CoversEverything(deny, action.Types) && (deny.IsUnconditional || IsOnlyAboutPath(deny, step, path));

    private static bool CoversEverything(StatementAccess deny, ReadOnlySpan<CatalogResourceType> types)
    {
        if (deny.IsNotResource)
            return false;

        if (types.IsEmpty)
            return deny.MatchesStar;

        foreach (CatalogResourceType type in types)
        {
            if (!CoversEverywhere(deny, type))
                return false;
        }

        return true;
    }

    private static bool CoversEverywhere(StatementAccess deny, CatalogResourceType type)
    {
        foreach (ResourcePattern pattern in deny.ResourcePatterns)
        {
            if (pattern.CoversAllOf(type, everywhere: true))
                return true;
        }

        return false;
    }

    // Terms must all hold: a second one would spare some requests.
    private static bool IsOnlyAboutPath(StatementAccess deny, EscalationStep step, EscalationPath path)
    {
        if (deny.Conditions.Terms is not [var term] || term.HasUnknown)
            return false;

        if (step.PassesRole && PassedServices.AreDenied(term, path.Services))
            return true;

        // "Unless it is our boundary": without the key the negation holds, and the Deny with it.
        return term.Operator is { IsNegated: true, Qualifier: SetQualifier.None } && EscalationGuard.IsHeld(term, path) && !SparesEverything(term);
    }

    private static bool SparesEverything(ConditionTerm term)
    {
        foreach (ConditionValue value in term.Entry.Values)
        {
            if (Glob.Parse(value.Text).MatchesEveryNonEmpty)
                return true;
        }

        return false;
    }
}
