using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Conditions;

/// <summary>A term of a condition whose key requests for some actions of the statement never have.</summary>
internal sealed class UncarriedKey
{
    private readonly List<PolicyString> _whole = [];
    private readonly List<PolicyString> _partly = [];
    private readonly List<CatalogAction> _wholeActions = [];
    private readonly List<CatalogAction> _partlyActions = [];

    private UncarriedKey(ConditionTerm term) => Term = term;

    /// <summary>The term.</summary>
    public ConditionTerm Term { get; }

    /// <summary>The values of Action none of whose actions has the key: all that are names, and some wildcards.</summary>
    public IReadOnlyList<PolicyString> Whole => _whole;

    /// <summary>The wildcards of which some actions have the key and some have not.</summary>
    public IReadOnlyList<PolicyString> Partly => _partly;

    /// <summary>The actions of <see cref="Partly"/> that have not.</summary>
    public IReadOnlyList<CatalogAction> PartlyActions => _partlyActions;

    /// <summary>Whether some value of Action is without the key as a whole.</summary>
    public bool HasWhole => _whole.Count > 0;

    /// <summary>The full names of the actions of <see cref="Whole"/>, or of <see cref="Partly"/> where that is all.</summary>
    public IReadOnlyList<string> Actions => [.. (HasWhole ? _wholeActions : _partlyActions).Select(static action => action.FullName)];

    /// <summary>The values of Action that name <see cref="Actions"/>, as second places of a finding.</summary>
    public (PolicyNode Node, string Note)[] Places => [.. (HasWhole ? _whole : _partly).Select(static value => ((PolicyNode)value, "for this"))];

    /// <summary>
    /// Looks through the values of Action that name actions of one service; null where all can have the key. What cannot apply to
    /// the statement's resources is passed over, and so are actions that another term keeps out anyway.
    /// </summary>
    public static UncarriedKey? Find(StatementAccess statement, ConditionTerm term, CatalogService service)
    {
        if (statement.IsNotAction || !statement.ActionPatterns.MayMatch(service))
            return null;

        var found = new UncarriedKey(term);
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Service is { } named && named.Index == service.Index)
                found.Add(statement, pattern);
        }

        return found.HasWhole || found._partly.Count > 0 ? found : null;
    }

    private void Add(StatementAccess statement, ActionPattern pattern)
    {
        List<CatalogAction> without = [];
        bool hasCarrier = false;
        foreach (int ordinal in pattern.Actions)
        {
            if (statement.Policy.Catalog.IsPhantom(ordinal))
                continue;

            CatalogAction action = statement.Policy.Catalog.GetAction(ordinal);
            if (!statement.CanApplyTo(action))
                continue;

            if (statement.CanCarry(action, Term.Entry.Key.Value))
                hasCarrier = true;
            else if (!IsKeptOutOtherwise(statement, action))
                without.Add(action);
        }

        if (without.Count == 0)
            return;

        (hasCarrier ? _partly : _whole).Add(pattern.Text);
        (hasCarrier ? _partlyActions : _wholeActions).AddRange(without);
    }

    private bool IsKeptOutOtherwise(StatementAccess statement, CatalogAction action) =>
        Term.WhenAbsent == KeyAbsence.Holds
        && statement.Conditions.WhenAbsent(other => (other == Term || other.Key is { IsGlobal: false }) && !statement.CanCarry(action, other.Entry.Key.Value)) == KeyAbsence.NeverHolds;
}
