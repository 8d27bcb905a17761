using PolicyLint.Analysis;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>
/// The open paths of one policy, dealt out to the rules that report them. A pattern such as <c>*</c> opens paths of every
/// rule at once: one rule, that of the gravest, then speaks for all.
/// </summary>
internal sealed class EscalationReport
{
    private static readonly EscalationReport Nothing = new([]);

    private readonly List<Escalation> _open = [];
    private readonly Dictionary<(StatementAccess Statement, int Place), string> _speakers = [];

    private EscalationReport(List<Escalation> found)
    {
        foreach (Escalation open in found)
        {
            if (open.Reach == EscalationReach.Unknown)
                Unjudged.Add(open);
            else if (open.Risk != SecuritySeverity.None)
                _open.Add(open);
        }

        foreach (Escalation open in _open)
        {
            if (CrossesServices(open.Key))
                _speakers.TryAdd(PlaceOf(open.Key), open.Path.RuleId);
        }
    }

    /// <summary>Whether no rule has anything to say.</summary>
    public bool IsEmpty => _open.Count == 0 && Unjudged.Count == 0;

    /// <summary>Paths that are open if what is not known before deployment makes them so.</summary>
    public List<Escalation> Unjudged { get; } = [];

    /// <summary>What is found in a policy, worked out once for all rules.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="ofGuardrails">Whether the paths of strict shops are asked for, or those of everybody.</param>
    public static EscalationReport Of(PolicyAccess policy, bool ofGuardrails)
    {
        Both both = policy.Remember(static policy => new Both(policy));
        return ofGuardrails ? both.Guardrails : both.Main;
    }

    /// <summary>The paths that a rule speaks for, the gravest first.</summary>
    /// <param name="ruleId">The rule.</param>
    public List<Escalation> Of(string ruleId)
    {
        List<Escalation> own = [];
        foreach (Escalation open in _open)
        {
            if (_speakers.GetValueOrDefault(PlaceOf(open.Key), open.Path.RuleId) == ruleId)
                own.Add(open);
        }

        return own;
    }

    // PL1001 says of an administrator's policy all that is to be said, and each of the paths would be open.
    private static bool IsOfAdministrator(PolicyAccess policy)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Allow && !statement.IsNotAction && statement.ActionPatterns.Has(ActionPatternKind.Everything)
                && statement.CoversAnyResource && statement.IsUnconditional && policy.GrantedBy(statement).Count == policy.Catalog.OrdinalCount)
                return true;
        }

        return false;
    }

    private static bool CrossesServices(EscalationGrant grant)
    {
        if (grant.Statement.IsNotAction)
            return true;

        foreach (ActionPattern pattern in grant.Statement.ActionPatterns)
        {
            if (pattern.Text.Span == grant.Place.Span)
                return pattern.Kind == ActionPatternKind.Everything || (pattern.Kind == ActionPatternKind.Wildcard && pattern.Service is null);
        }

        return false;
    }

    private static (StatementAccess Statement, int Place) PlaceOf(EscalationGrant grant) => (grant.Statement, grant.Place.Span.Start);

    private sealed class Both(PolicyAccess policy)
    {
        private readonly bool _isOfAdministrator = IsOfAdministrator(policy);

        public EscalationReport Main => field ??= Make(EscalationIndex.Of(policy.Catalog));

        public EscalationReport Guardrails => field ??= Make(EscalationIndex.OfGuardrails(policy.Catalog));

        private EscalationReport Make(EscalationIndex index) =>
            !_isOfAdministrator && EscalationSearch.Run(index, [policy]) is { Count: > 0 } found ? new(found) : Nothing;
    }
}
