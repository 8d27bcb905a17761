using System.Collections.Immutable;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// What a condition block does: every one of its terms must hold. A statement without Condition has a block without terms.
/// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">several keys or values</see>.
/// </summary>
public sealed class ConditionAccess
{
    private ConditionScope? _scopes;

    private ConditionAccess()
    {
    }

    internal ConditionAccess(ConditionBlock block, ServiceCatalog catalog, bool policyVariables)
    {
        Block = block;
        ImmutableArray<ConditionTerm>.Builder terms = ImmutableArray.CreateBuilder<ConditionTerm>();
        foreach (ConditionClause clause in block.Clauses)
        {
            foreach (ConditionEntry entry in clause.Entries)
                terms.Add(new(clause, entry, catalog, policyVariables));
        }

        Terms = terms.DrainToImmutable();
        MarkRequiredKeys();
    }

    /// <summary>What a statement without Condition has.</summary>
    internal static ConditionAccess None { get; } = new();

    /// <summary>The block as written; null where the statement has no Condition.</summary>
    public ConditionBlock? Block { get; }

    /// <summary>One term for each key of each operator, in the order written.</summary>
    public ImmutableArray<ConditionTerm> Terms { get; } = [];

    /// <summary>Whether there is no term.</summary>
    public bool IsEmpty => Terms.IsEmpty;

    /// <summary>Everything that the block narrows an Allow to.</summary>
    public ConditionScope Scopes
    {
        get
        {
            if (_scopes is not { } scopes)
            {
                scopes = ConditionScope.None;
                foreach (ConditionTerm term in Terms)
                    scopes |= term.Scope;

                _scopes = scopes;
            }

            return scopes;
        }
    }

    /// <summary>
    /// Whether at least one term really narrows an Allow to certain callers, resources, requests, networks, sessions,
    /// regions, services or times. <see cref="Scopes"/> tells to which.
    /// </summary>
    public bool IsScoping => Scopes != ConditionScope.None;

    /// <summary>Whether every term is true in every request, so that the statement applies as if there were no Condition.</summary>
    public bool AlwaysHolds
    {
        get
        {
            foreach (ConditionTerm term in Terms)
            {
                if (!term.AlwaysHolds)
                    return false;
            }

            return true;
        }
    }

    /// <summary>Whether a part of a key or a value is not known before deployment.</summary>
    public bool HasUnknown
    {
        get
        {
            foreach (ConditionTerm term in Terms)
            {
                if (term.HasUnknown)
                    return true;
            }

            return false;
        }
    }

    /// <summary>
    /// Whether a term asks for this key and lets only some of its values through (<see cref="ConditionTerm.Narrows"/>); case
    /// is ignored. A name that ends in a slash, <c>aws:ResourceTag/</c>, means every key that starts with it.
    /// </summary>
    public bool Constrains(ReadOnlySpan<char> key)
    {
        foreach (ConditionTerm term in Terms)
        {
            if (term.IsAbout(key) && term.Narrows)
                return true;
        }

        return false;
    }

    /// <summary>Whether a term names this key, with whatever operator; names as in <see cref="Constrains"/>.</summary>
    public bool Mentions(ReadOnlySpan<char> key)
    {
        foreach (ConditionTerm term in Terms)
        {
            if (term.IsAbout(key))
                return true;
        }

        return false;
    }

    /// <summary>
    /// What the block comes to in a request that lacks some keys: one term that is false without its key is enough to keep it
    /// from ever holding; terms that are true without theirs drop out.
    /// </summary>
    /// <param name="isAbsent">Whether the key of a term cannot be in the request.</param>
    public KeyAbsence WhenAbsent(Func<ConditionTerm, bool> isAbsent)
    {
        ArgumentNullException.ThrowIfNull(isAbsent);
        KeyAbsence result = KeyAbsence.Holds;
        foreach (ConditionTerm term in Terms)
        {
            KeyAbsence one = isAbsent(term) ? term.WhenAbsent : term.AlwaysHolds ? KeyAbsence.Holds : KeyAbsence.DependsOnValue;
            if (one == KeyAbsence.NeverHolds)
                return one;

            if (one == KeyAbsence.DependsOnValue)
                result = one;
        }

        return result;
    }

    private void MarkRequiredKeys()
    {
        HashSet<string>? required = null;
        foreach (ConditionTerm term in Terms)
        {
            if (IsPresenceCheck(term))
                (required ??= new(StringComparer.OrdinalIgnoreCase)).Add(term.Entry.Key.Value);
        }

        if (required is null)
            return;

        foreach (ConditionTerm term in Terms)
            term.IsKeyRequired = !IsPresenceCheck(term) && required.Contains(term.Entry.Key.Value);
    }

    private static bool IsPresenceCheck(ConditionTerm term) =>
        term is { Operator: { Family: OperatorFamily.Null, Qualifier: SetQualifier.None }, WhenAbsent: KeyAbsence.NeverHolds };
}
