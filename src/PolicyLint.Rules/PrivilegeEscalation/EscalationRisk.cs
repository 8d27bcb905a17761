namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>
/// How grave an open path is. Passing any role is graver than reaching all that already runs: the caller chooses the
/// administrator's role there, and here gets what happens to be there. What is held to a pattern of roles is graver than
/// what is held to a pattern of functions, for the latter is how a team's own deployment looks.
/// </summary>
internal static class EscalationRisk
{
    public static SecuritySeverity Of(Escalation escalation)
    {
        // What is a middling risk on everything is nobody's worry on a part of it.
        if (escalation.Reach < EscalationReach.Any && escalation.Path.Most <= SecuritySeverity.Medium)
            return SecuritySeverity.None;

        SecuritySeverity risk = ByReach(escalation);
        if (risk > escalation.Path.Most)
            risk = escalation.Path.Most;

        return escalation.IsConditional && risk > SecuritySeverity.Low ? risk - 1 : risk;
    }

    /// <summary>The gravest risk of a kind.</summary>
    public static SecuritySeverity MostOf(EscalationKind kind) => kind switch
    {
        EscalationKind.NewRole or EscalationKind.Permissions or EscalationKind.Credentials => SecuritySeverity.Critical,
        EscalationKind.ExistingRole or EscalationKind.Session => SecuritySeverity.High,
        _ => SecuritySeverity.Medium,
    };

    private static SecuritySeverity ByReach(Escalation escalation) => (escalation.Path.Kind, escalation.Reach) switch
    {
        (EscalationKind.NewRole, EscalationReach.Any) when escalation.IsServiceLimited => SecuritySeverity.High,
        (_, EscalationReach.Any) => MostOf(escalation.Path.Kind),
        (EscalationKind.NewRole, EscalationReach.Some) => SecuritySeverity.Medium,
        (EscalationKind.Permissions, EscalationReach.Some) => SecuritySeverity.High,
        (EscalationKind.Permissions, EscalationReach.Named) when escalation.Path.Most == SecuritySeverity.Critical => SecuritySeverity.Medium,
        (EscalationKind.Credentials, EscalationReach.Some) => SecuritySeverity.Medium,
        _ => SecuritySeverity.None,
    };
}
