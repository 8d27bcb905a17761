using System.Collections;
using System.Text;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// The values of Action or NotAction against the catalogue. Nearly every string of a policy comes through here: each is
/// looked up as the bytes that it is in the source and becomes one number; what else one may ask of it is made when asked.
/// </summary>
public sealed partial class ActionPatternList : IReadOnlyList<ActionPattern>
{
    private readonly PolicyStringList? _values;
    private readonly ServiceCatalog _catalog;

    // The ordinal of an exact action; else below zero, kind and service (see Pack).
    private readonly int[] _entries;
    private readonly int _kinds;
    private ActionSet?[]? _expanded;

    internal ActionPatternList(PolicyStringList? values, ServiceCatalog catalog)
    {
        _values = values;
        _catalog = catalog;
        _entries = values is null ? [] : new int[values.Count];
        var table = new ActionTable(catalog.Blob);
        var before = new Prefix([], NoService);
        for (int i = 0; i < _entries.Length; i++)
        {
            _entries[i] = Classify(values!.Utf8(i), table, ref before);
            _kinds |= 1 << (int)KindOf(i);
        }
    }

    private const int NoService = -1;

    /// <summary>The number of values.</summary>
    public int Count => _entries.Length;

    /// <summary>Whether there is no value.</summary>
    public bool IsEmpty => _entries.Length == 0;

    /// <summary>The value at a place.</summary>
    public ActionPattern this[int index] => new(this, index);

    /// <summary>Whether a value is of this kind.</summary>
    public bool Has(ActionPatternKind kind) => (_kinds & (1 << (int)kind)) != 0;

    /// <summary>Whether every value names an action that the catalogue has.</summary>
    public bool AreAllExact => _kinds == 1 << (int)ActionPatternKind.Exact;

    /// <summary>Whether a value has a wildcard, or is not known before deployment.</summary>
    internal bool HasWildcard => (_kinds & ((1 << (int)ActionPatternKind.Wildcard) | (1 << (int)ActionPatternKind.Everything) | (1 << (int)ActionPatternKind.Unresolved))) != 0;

    /// <summary>Whether a value is nothing that the catalogue has, or is not known before deployment.</summary>
    internal bool HasUncatalogued => (_kinds & ~((1 << (int)ActionPatternKind.Exact) | (1 << (int)ActionPatternKind.Wildcard) | (1 << (int)ActionPatternKind.Everything))) != 0;

    /// <summary>The values as written; null where there is no Action or NotAction.</summary>
    internal PolicyStringList? Values => _values;

    /// <summary>Whether an action of the service is named, or some pattern may match one: a quick look before a thorough one.</summary>
    public bool MayMatch(CatalogService service)
    {
        if (Has(ActionPatternKind.Everything) || NamesOneOf(service.FirstOrdinal, service.EndOrdinal))
            return true;

        return Has(ActionPatternKind.Wildcard)
            && (_entries.AsSpan().Contains(AnyServicePattern) || _entries.AsSpan().Contains(Pack(ActionPatternKind.Wildcard, service.Index)));
    }

    /// <summary>
    /// The values that name an action of the service, or may match one: a pattern of its own, or one of every service. Also what
    /// is written as an action of the service and is none.
    /// </summary>
    public SomeOfList About(CatalogService service) => new(this, service);

    /// <summary>The values of one kind.</summary>
    public SomeOfList OfKind(ActionPatternKind kind) => new(this, kind);

    /// <summary>Whether the action is named, without wildcards.</summary>
    public bool Names(CatalogAction action) => _entries.AsSpan().Contains(action.Ordinal);

    /// <summary>Whether the action is named, or some pattern may match it: a quick look before a thorough one.</summary>
    public bool MayMatch(CatalogAction action) =>
        Names(action) || (!AreAllExact && MayMatchByPattern(action));

    /// <summary>
    /// Adds each action of the mask that a value names or matches to a list, and makes the list where there is one to add: a
    /// list of values that have nothing to do with the mask costs a few nanoseconds each and allocates nothing. An action that
    /// several values match is added several times.
    /// </summary>
    /// <param name="mask">The actions asked for.</param>
    /// <param name="found">The list.</param>
    public void AddMatches(ActionMask mask, ref List<int>? found)
    {
        ArgumentNullException.ThrowIfNull(mask);
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is var ordinal and >= 0)
            {
                if (mask.Contains(ordinal))
                    (found ??= []).Add(ordinal);
            }
            else if (MayMeet(i, mask))
            {
                mask.AddCommon(ActionsOf(i), ref found);
            }
        }
    }

    /// <summary>Whether an action of the set is named, or some pattern matches one.</summary>
    public bool MayMatch(ActionMask mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is var ordinal and >= 0)
            {
                if (mask.Contains(ordinal))
                    return true;
            }
            else if (MayMeet(i, mask) && mask.Overlaps(ActionsOf(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The groups of rules that are about an action that a value names or matches.</summary>
    internal RuleBits Select(RuleSelection rules)
    {
        RuleBits found = default;
        byte last = 0;
        ReadOnlySpan<byte> service = [];
        int first = 0;
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is var ordinal and >= 0)
            {
                // Lists name the actions of one service one after the other.
                if ((uint)(ordinal - first) >= (uint)service.Length)
                    service = rules.OfServiceOf(ordinal, out first);

                if (service[ordinal - first] is var choice && choice != last)
                    found |= rules.Of(last = choice);
            }
            else if (KindOf(i) is ActionPatternKind.Wildcard or ActionPatternKind.Everything)
            {
                found |= rules.Of(ActionsOf(i));
            }
        }

        return found;
    }

    /// <summary>The value that gives an action: one that names it before a pattern that matches it; null where there is none.</summary>
    public ActionPattern? FindGiver(CatalogAction action)
    {
        if (_entries.AsSpan().IndexOf(action.Ordinal) is var named and >= 0)
            return this[named];

        if (!AreAllExact)
        {
            for (int i = 0; i < _entries.Length; i++)
            {
                if (_entries[i] < 0 && Holds(i, action))
                    return this[i];
            }
        }

        return null;
    }

    // A quick look before a pattern is expanded.
    private bool MayMeet(int index, ActionMask mask) =>
        KindOf(index) is ActionPatternKind.Wildcard or ActionPatternKind.Everything
        && (ServiceIndexOf(index) is var service && (service == NoService || mask.HasActionOf(service)));

    /// <summary>Goes through the values.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<ActionPattern> IEnumerable<ActionPattern>.GetEnumerator()
    {
        for (int i = 0; i < _entries.Length; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<ActionPattern>)this).GetEnumerator();

    internal PolicyString TextOf(int index) => _values![index];

    internal ReadOnlySpan<byte> Utf8Of(int index) => _values!.Utf8(index);

    internal ActionPatternKind KindOf(int index) => _entries[index] is var entry and < 0 ? (ActionPatternKind)(~entry & KindMask) : ActionPatternKind.Exact;

    internal CatalogAction? ActionOf(int index) => _entries[index] is var ordinal and >= 0 ? _catalog.GetAction(ordinal) : null;

    internal CatalogService? ServiceOf(int index)
    {
        if (_entries[index] is var ordinal and >= 0)
            return _catalog.GetServiceOfOrdinal(ordinal);

        return ServiceIndexOf(index) is var service and not NoService ? _catalog.GetService(service) : null;
    }

    internal ActionSet ActionsOf(int index)
    {
        if (_entries[index] is var ordinal and >= 0)
            return ActionSet.FromRange(ordinal, ordinal + 1);

        return KindOf(index) switch
        {
            ActionPatternKind.Everything => ActionSet.All(_catalog),
            ActionPatternKind.Wildcard => (_expanded ??= new ActionSet?[_entries.Length])[index] ??= Expand(index),
            _ => ActionSet.Empty,
        };
    }

    internal bool Holds(int index, CatalogAction action)
    {
        if (_entries[index] is var ordinal and >= 0)
            return ordinal == action.Ordinal;

        return KindOf(index) switch
        {
            ActionPatternKind.Everything => true,
            ActionPatternKind.Wildcard => MayBeOf(index, action) && ActionsOf(index).Contains(action.Ordinal),
            _ => false,
        };
    }

    /// <summary>All actions that match one of the values.</summary>
    internal ActionSet Unite()
    {
        if (_entries.Length == 1)
            return ActionsOf(0);

        var builder = new ActionSetBuilder();
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is var ordinal and >= 0)
                builder.Add(ordinal, ordinal + 1);
            else
                builder.Add(ActionsOf(i));
        }

        return builder.ToSet();
    }

    private ActionSet Expand(int index)
    {
        if (_catalog.Expansions.Find(Utf8Of(index)) is { } known)
            return known;

        ActionPattern pattern = this[index];
        ActionSet actions = new ActionExpansion(_catalog, pattern.Name).In(pattern.Service, pattern.Prefix);
        _catalog.Expansions.Keep(Utf8Of(index), actions);
        return actions;
    }

    private bool NamesOneOf(int first, int end) => _entries.AsSpan().IndexOfAnyInRange(first, end - 1) >= 0;

    private bool MayMatchByPattern(CatalogAction action)
    {
        if (Has(ActionPatternKind.Everything))
            return true;

        if (!Has(ActionPatternKind.Wildcard))
            return false;

        int own = Pack(ActionPatternKind.Wildcard, action.Service.Index);
        ReadOnlySpan<int> entries = _entries;
        for (int i = 0; entries[i..].IndexOfAny(own, AnyServicePattern) is var next and >= 0; i++)
        {
            i += next;
            if (Holds(i, action))
                return true;
        }

        return false;
    }

    // A quick look before the pattern is expanded: most patterns are of another service, or start with another verb.
    private bool MayBeOf(int index, CatalogAction action)
    {
        int service = ServiceIndexOf(index);
        if (service == NoService || service != action.Service.Index)
            return service == NoService;

        ReadOnlySpan<byte> pattern = Utf8Of(index);
        ReadOnlySpan<byte> start = pattern[(pattern.IndexOf((byte)':') + 1)..];
        start = start[..start.IndexOfAny((byte)'*', (byte)'?')];
        ReadOnlySpan<byte> name = _catalog.Blob.Utf8(CatalogLayout.Section.Actions, action.Ordinal);
        return start.Length <= name.Length && Ascii.EqualsIgnoreCase(start, name[..start.Length]);
    }

    // What the catalogue has needs no other look: only what it has not is taken apart.
    private int Classify(ReadOnlySpan<byte> value, ActionTable table, ref Prefix before)
    {
        // Lists name the actions of one service one after the other.
        int colon = before.Text.Length;
        if (!before.IsOf(value))
        {
            colon = value.IndexOf((byte)':');
            ReadOnlySpan<byte> text = value[..Math.Max(colon, 0)];
            before = new Prefix(text, _catalog.TryGetService(text, out CatalogService known) ? known.Index : NoService);
        }

        ReadOnlySpan<byte> prefix = before.Text;
        ReadOnlySpan<byte> name = value[(colon + 1)..];
        int found = before.Service;
        if (found != NoService && table.Find(found, name) is var ordinal and not ActionTable.None)
            return ordinal;

        if (value.IndexOf("\uFFFF"u8) >= 0)
            return Pack(ActionPatternKind.Unresolved);

        if (colon < 0)
            return Pack(value.Trim((byte)'*').IsEmpty ? ActionPatternKind.Everything : ActionPatternKind.Malformed);

        if (!IsWellFormed(prefix, name))
            return Pack(ActionPatternKind.Malformed);

        if (prefix.ContainsAny((byte)'*', (byte)'?'))
            return Pack(ActionExpansion.IsEveryName(prefix) && ActionExpansion.IsEveryName(name) ? ActionPatternKind.Everything : ActionPatternKind.Wildcard);

        if (found == NoService)
            return Pack(ActionPatternKind.UnknownService);

        return Pack(name.ContainsAny((byte)'*', (byte)'?') ? ActionPatternKind.Wildcard : ActionPatternKind.UnknownAction, found);
    }

    private const int KindBits = 3;
    private const int KindMask = (1 << KindBits) - 1;

    private static int Pack(ActionPatternKind kind, int service = NoService) => ~((int)kind | ((service + 1) << KindBits));

    private static readonly int AnyServicePattern = Pack(ActionPatternKind.Wildcard);

    private int ServiceIndexOf(int index) => (~_entries[index] >> KindBits) - 1;

    // Both parts are there, and no blank, control character or second colon is in them.
    private static bool IsWellFormed(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> name) =>
        !prefix.IsEmpty
        && !name.IsEmpty
        && !name.Contains((byte)':')
        && prefix.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0
        && name.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;

    // The text before the colon of the value before, and the service of that prefix.
    private readonly ref struct Prefix(ReadOnlySpan<byte> text, int service)
    {
        public ReadOnlySpan<byte> Text { get; } = text;

        public int Service { get; } = service;

        public bool IsOf(ReadOnlySpan<byte> value) =>
            value.Length > Text.Length && value[Text.Length] == (byte)':' && value.StartsWith(Text);
    }

    /// <summary>Goes through the values without allocating.</summary>
    public struct Enumerator
    {
        private readonly ActionPatternList _list;
        private int _index;

        internal Enumerator(ActionPatternList list)
        {
            _list = list;
            _index = -1;
        }

        /// <summary>The current value.</summary>
        public readonly ActionPattern Current => _list[_index];

        /// <summary>Goes to the next value.</summary>
        public bool MoveNext() => ++_index < _list.Count;
    }
}
