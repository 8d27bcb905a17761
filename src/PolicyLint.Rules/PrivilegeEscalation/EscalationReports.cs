using PolicyLint.Analysis;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>What all escalation rules ask of one policy, worked out once.</summary>
internal sealed class EscalationReports
{
    private readonly PolicyAccess _policy;
    private readonly bool _isOfAdministrator;

    private EscalationReports(PolicyAccess policy)
    {
        _policy = policy;
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect != Effect.Allow)
                continue;

            HasUnknownAction |= statement.HasUnknownAction;
            _isOfAdministrator |= AllowsEverything(statement);
        }
    }

    /// <summary>Whether an allowed action is not known before deployment.</summary>
    public bool HasUnknownAction { get; }

    /// <summary>The paths that somebody takes to more access.</summary>
    public EscalationReport Main => field ??= Make(EscalationIndex.Of(_policy.Catalog));

    /// <summary>The paths that strict shops ask for.</summary>
    public EscalationReport Guardrails => field ??= Make(EscalationIndex.OfGuardrails(_policy.Catalog));

    public static EscalationReports Of(PolicyAccess policy) => policy.Remember(static policy => new EscalationReports(policy));

    // PL1001 says of an administrator's policy all that is to be said, and each of the paths would be open.
    private static bool AllowsEverything(StatementAccess allow) =>
        !allow.IsNotAction
        && allow.ActionPatterns.Has(ActionPatternKind.Everything)
        && allow.CoversAnyResource
        && allow.IsUnconditional
        && allow.Policy.GrantedBy(allow).Count == allow.Policy.Catalog.OrdinalCount;

    private EscalationReport Make(EscalationIndex index) => _isOfAdministrator ? EscalationReport.Nothing : EscalationReport.On(index, _policy);
}
