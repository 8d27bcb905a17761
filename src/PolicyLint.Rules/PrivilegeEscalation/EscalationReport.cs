using PolicyLint.Analysis;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>
/// The open paths of one policy, dealt out to the rules that report them. A pattern such as <c>iam:*</c> opens paths of
/// several rules at once: one rule, that of the gravest, then speaks for all.
/// </summary>
internal sealed class EscalationReport
{
    /// <summary>The report that says nothing.</summary>
    public static readonly EscalationReport Nothing = new([]);

    private readonly List<Escalation> _open = [];
    private readonly Dictionary<(StatementAccess Statement, int Place), string> _speakers = [];

    /// <param name="found">The open paths, the gravest first.</param>
    public EscalationReport(List<Escalation> found)
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
            if (IsPattern(open.Key))
                _speakers.TryAdd(PlaceOf(open.Key), open.Path.RuleId);
        }
    }

    /// <summary>Whether no rule has anything to say.</summary>
    public bool IsEmpty => _open.Count == 0 && Unjudged.Count == 0;

    /// <summary>Paths that are open if what is not known before deployment makes them so.</summary>
    public List<Escalation> Unjudged { get; } = [];

    /// <summary>The report on one policy.</summary>
    /// <param name="index">The paths that are asked for.</param>
    /// <param name="policy">The policy.</param>
    public static EscalationReport On(EscalationIndex index, PolicyAccess policy) =>
        EscalationSearch.Run(index, [policy]) is { Count: > 0 } found ? new(found) : Nothing;

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

    private static bool IsPattern(EscalationGrant grant)
    {
        foreach (ActionPattern pattern in grant.Statement.ActionPatterns)
        {
            if (pattern.Text.Span == grant.Place.Span)
                return pattern.Kind != ActionPatternKind.Exact;
        }

        return grant.Statement.IsNotAction;
    }

    private static (StatementAccess Statement, int Place) PlaceOf(EscalationGrant grant) => (grant.Statement, grant.Place.Span.Start);
}
