using PolicyLint.Analysis;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>Whether a term holds a step to values that keep the path closed.</summary>
internal static class EscalationGuard
{
    // A boundary, or a list of policies to attach, that has this one guards nothing.
    private const string Administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

    /// <summary>Whether the term is about a guard of the path, and an administrator's policy is none of its values.</summary>
    public static bool IsHeld(ConditionTerm term, EscalationPath path)
    {
        foreach (string guard in path.Guards)
        {
            if (term.IsAbout(guard))
                return !HasAdministrator(term);
        }

        return false;
    }

    private static bool HasAdministrator(ConditionTerm term)
    {
        bool takesWildcards = term.Operator is { AllowsWildcards: true } or { Family: OperatorFamily.Arn };
        foreach (ConditionValue value in term.Entry.Values)
        {
            if (!value.HasUnknown && (takesWildcards ? Glob.Parse(value.Text).Matches(Administrator) : value.Text == Administrator))
                return true;
        }

        return false;
    }
}
