using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>One operator with one key and its values. The terms of a block must all hold.</summary>
public sealed class ConditionTerm
{
    private readonly ServiceCatalog _catalog;
    private readonly bool _policyVariables;
    private CatalogConditionKey? _key;
    private bool _isKeyLookedUp;

    internal ConditionTerm(ConditionClause clause, ConditionEntry entry, ServiceCatalog catalog, bool policyVariables)
    {
        Clause = clause;
        Entry = entry;
        _catalog = catalog;
        _policyVariables = policyVariables;
        WhenAbsent = KeyAbsenceTable.Of(clause.Operator, entry);
        foreach (ConditionValue value in entry.Values)
            HasUnknown |= value.HasUnknown;

        HasUnknown |= entry.Key.HasUnknown;
    }

    /// <summary>The operator's clause.</summary>
    public ConditionClause Clause { get; }

    /// <summary>The key and its values as written.</summary>
    public ConditionEntry Entry { get; }

    /// <summary>The operator; null where the text is none.</summary>
    public ConditionOperator? Operator => Clause.Operator;

    /// <summary>The key in the catalogue; null where it has none of this name.</summary>
    public CatalogConditionKey? Key
    {
        get
        {
            if (!_isKeyLookedUp)
            {
                _key = _catalog.TryGetConditionKey(Entry.Key.Value, out CatalogConditionKey found) ? found : null;
                _isKeyLookedUp = true;
            }

            return _key;
        }
    }

    /// <summary>What the term comes to when its key is not in the request.</summary>
    public KeyAbsence WhenAbsent { get; }

    /// <summary>Whether the term is true when its key is not in the request.</summary>
    public bool TrueWhenAbsent => WhenAbsent == KeyAbsence.Holds;

    /// <summary>
    /// Whether another term of the block asks that the key be in the request: <c>Null</c> with <c>false</c>. What is said for a
    /// missing key then does not matter.
    /// </summary>
    public bool IsKeyRequired { get; internal set; } // set once, by the block: the other terms have to be there first

    /// <summary>Whether a part of the key or of a value is not known before deployment.</summary>
    public bool HasUnknown { get; }

    /// <summary>
    /// Whether the term is certainly true in every request, key or no key, and so says nothing. <c>StringLike</c> with
    /// <c>*</c> is not: the key may be missing.
    /// </summary>
    public bool AlwaysHolds =>
        Operator is { Qualifier: not SetQualifier.ForAnyValue } known && TrueWhenAbsent && ConditionValues.HoldForEveryValue(known, Entry);

    /// <summary>
    /// Whether the term asks for the key and lets only some of its values through, whatever the key is about: a positive
    /// operator, without IfExists and ForAllValues unless the key <see cref="IsKeyRequired"/>, and no value that matches
    /// everything. Values not known count as narrow.
    /// </summary>
    public bool Narrows =>
        Operator is { IsNegated: false, Family: not OperatorFamily.Null } known
        && (IsKeyRequired || known is { IfExists: false, Qualifier: not SetQualifier.ForAllValues })
        && !ConditionValues.NarrowNothing(known, Entry, _policyVariables);

    /// <summary>What the term narrows an Allow to; <see cref="ConditionScope.None"/> where it does not narrow.</summary>
    public ConditionScope Scope
    {
        get
        {
            if (!Narrows || (ConditionScopes.NarrowsOnlyWhenTrue(Entry.Key.Value) && MayBeFalse()))
                return ConditionScope.None;

            return ConditionScopes.Of(Entry.Key.Value, Key);
        }
    }

    /// <summary>Whether the term narrows an Allow to certain callers, resources, requests, networks…</summary>
    public bool IsScoping => Scope != ConditionScope.None;

    /// <summary>
    /// Whether the term is about this key; case is ignored. A name that ends in a slash, <c>aws:ResourceTag/</c>, means every
    /// key that starts with it.
    /// </summary>
    public bool IsAbout(ReadOnlySpan<char> key) => key.EndsWith("/", StringComparison.Ordinal)
        ? Entry.Key.Value.AsSpan().StartsWith(key, StringComparison.OrdinalIgnoreCase)
        : Entry.Key.Value.AsSpan().Equals(key, StringComparison.OrdinalIgnoreCase);

    private bool MayBeFalse()
    {
        foreach (ConditionValue value in Entry.Values)
        {
            if (value.Text.Equals("false", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
