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
        SecuritySeverity risk = ByReach(escalation);
        if (risk > escalation.Path.Most)
            risk = escalation.Path.Most;

        return escalation.IsConditional && risk > SecuritySeverity.Low ? risk - 1 : risk;
    }

    private static SecuritySeverity ByReach(Escalation escalation) => (escalation.Path.Kind, escalation.Reach) switch
    {
        (EscalationKind.NewRole, EscalationReach.Any) => escalation.IsServiceLimited ? SecuritySeverity.High : SecuritySeverity.Critical,
        (EscalationKind.NewRole, EscalationReach.Some) => SecuritySeverity.Medium,
        (EscalationKind.ExistingRole or EscalationKind.Session, EscalationReach.Any) => SecuritySeverity.High,
        (EscalationKind.Permissions, EscalationReach.Any) => SecuritySeverity.Critical,
        (EscalationKind.Permissions, EscalationReach.Some) => SecuritySeverity.High,
        (EscalationKind.Permissions, EscalationReach.Named) => SecuritySeverity.Medium,
        (EscalationKind.Credentials, EscalationReach.Any) => SecuritySeverity.Critical,
        (EscalationKind.Credentials, EscalationReach.Some) => SecuritySeverity.Medium,
        (EscalationKind.Secrets or EscalationKind.Exposure or EscalationKind.Tampering, EscalationReach.Any) => SecuritySeverity.Medium,
        _ => SecuritySeverity.None,
    };
}
