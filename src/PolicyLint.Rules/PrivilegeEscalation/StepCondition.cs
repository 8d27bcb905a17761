using PolicyLint.Analysis;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>What a statement's condition leaves of a step, judged by what its keys mean and not by its being there.</summary>
internal readonly struct StepCondition
{
    // These hold for nearly every caller and resource of the account that the policy is in.
    private static readonly string[] OfTheAccount =
    [
        "aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths", "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths",
    ];

    /// <summary>Whether the condition closes the path.</summary>
    public bool IsShut { get; private init; }

    /// <summary>How far the resources can still reach.</summary>
    public EscalationReach Reach { get; private init; }

    /// <summary>Whether the role may go to some services only.</summary>
    public bool IsServiceLimited { get; private init; }

    /// <summary>Whether certain callers, networks, sessions, times or go-betweens are asked for.</summary>
    public bool IsConditional { get; private init; }

    public static StepCondition Of(ConditionAccess conditions, EscalationStep step, EscalationPath path)
    {
        if (conditions.IsEmpty)
            return new() { Reach = EscalationReach.Any };

        PassedServices.Verdict services = step.PassesRole ? PassedServices.Of(conditions, path.Services) : PassedServices.Verdict.Free;
        EscalationReach reach = services == PassedServices.Verdict.Unknown ? EscalationReach.Unknown : EscalationReach.Any;
        bool isConditional = false;
        foreach (ConditionTerm term in conditions.Terms)
        {
            if (!term.Narrows || IsOfTheAccount(term))
                continue;

            if (EscalationGuard.IsHeld(term, path))
                return Shut;

            switch (term.Scope)
            {
                // A role that is passed has no tags in the request: such a condition never holds.
                case ConditionScope.Resource when step.PassesRole:
                    return Shut;
                case ConditionScope.Resource when reach > EscalationReach.Some:
                    reach = EscalationReach.Some;
                    break;
                case ConditionScope.Principal or ConditionScope.Network or ConditionScope.Session or ConditionScope.Time:
                    isConditional = true;
                    break;
                case ConditionScope.Service when !(step.PassesRole && term.IsAbout("iam:PassedToService")):
                    isConditional = true;
                    break;
            }
        }

        return services == PassedServices.Verdict.Shut
            ? Shut
            : new() { Reach = reach, IsServiceLimited = services == PassedServices.Verdict.Limited, IsConditional = isConditional };
    }

    private static StepCondition Shut => new() { IsShut = true };

    private static bool IsOfTheAccount(ConditionTerm term)
    {
        foreach (string key in OfTheAccount)
        {
            if (term.IsAbout(key))
                return true;
        }

        return false;
    }
}
