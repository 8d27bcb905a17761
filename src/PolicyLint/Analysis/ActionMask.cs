using System.Numerics;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// A set of actions that is asked about again and again: one bit for each action of the catalogue, so that a whole list of
/// values is held against it in the time of a few look-ups. Make one and keep it.
/// </summary>
public sealed class ActionMask
{
    private const int WordBits = 64;

    private readonly ulong[] _words;
    private readonly bool[] _services;

    /// <summary>Makes a mask of known actions.</summary>
    /// <param name="catalog">The catalogue that the actions are of.</param>
    /// <param name="actions">The actions.</param>
    public ActionMask(ServiceCatalog catalog, IEnumerable<CatalogAction> actions)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(actions);
        _words = new ulong[(catalog.OrdinalCount + WordBits - 1) / WordBits];
        _services = new bool[catalog.ServiceCount];
        foreach (CatalogAction action in actions)
        {
            _words[action.Ordinal / WordBits] |= 1UL << (action.Ordinal % WordBits);
            _services[action.Service.Index] = true;
        }
    }

    /// <summary>Whether the action is in the set.</summary>
    /// <param name="ordinal">The action's number in the catalogue.</param>
    public bool Contains(int ordinal) => (_words[ordinal / WordBits] >> (ordinal % WordBits) & 1) != 0;

    /// <summary>Adds the actions that are in both sets to a list, in ascending order; makes the list where there is one to add.</summary>
    /// <param name="actions">The other set.</param>
    /// <param name="found">The list.</param>
    public void AddCommon(ActionSet actions, ref List<int>? found)
    {
        ArgumentNullException.ThrowIfNull(actions);
        ReadOnlySpan<int> bounds = actions.Bounds;
        for (int i = 0; i < bounds.Length; i += 2)
            AddRange(bounds[i], bounds[i + 1], ref found);
    }

    /// <summary>Whether the two sets have an action in common.</summary>
    /// <param name="actions">The other set.</param>
    public bool Overlaps(ActionSet actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        ReadOnlySpan<int> bounds = actions.Bounds;
        for (int i = 0; i < bounds.Length; i += 2)
        {
            if (Next(bounds[i], bounds[i + 1]) >= 0)
                return true;
        }

        return false;
    }

    internal bool HasActionOf(int service) => _services[service];

    private void AddRange(int first, int end, ref List<int>? found)
    {
        while ((first = Next(first, end)) >= 0)
            (found ??= []).Add(first++);
    }

    // The first action of the set in a range, or -1.
    private int Next(int first, int end)
    {
        while (first < end)
        {
            ulong rest = _words[first / WordBits] >> (first % WordBits);
            if (rest != 0)
                return first + BitOperations.TrailingZeroCount(rest) is var found && found < end ? found : -1;

            first += WordBits - (first % WordBits);
        }

        return -1;
    }
}
