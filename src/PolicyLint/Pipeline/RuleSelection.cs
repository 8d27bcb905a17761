using System.Numerics;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>
/// The rules for one policy type, and which of them a statement concerns: one look at each of its actions gives all that are
/// about one of them, so that what costs is what has something to say.
/// </summary>
internal sealed class RuleSelection
{
    private const int EffectCount = (int)Effect.Deny + 1;
    private const StatementParts EveryPart = (StatementParts)((2 * (int)StatementParts.TypedOperator) - 1);

    private readonly RuleGroup[] _groups;
    private readonly ServiceCatalog _catalog;
    private readonly RuleBits _everything;
    private readonly RuleBits _aboutAnyAction;
    private readonly RuleBits _ofEveryPolicy;
    private readonly RuleBits[] _byEffect = new RuleBits[EffectCount];
    private readonly RuleBits[] _byNeed = new RuleBits[BitOperations.PopCount((uint)EveryPart)];

    // For each service that was met, the number of each of its actions' choice in the list of choices. Few actions have a rule
    // of their own: theirs is the first choice, of nothing.
    private readonly byte[]?[] _byService;
    private volatile RuleBits[] _choices = [default];

    // Where the choices of a service's actions are put together, under the lock.
    private RuleBits[] _bits = [];

    public RuleSelection(IEnumerable<Rule> rules, ServiceCatalog catalog)
    {
        _catalog = catalog;
        _groups = GroupsOf(rules, catalog);
        _byService = new byte[catalog.ServiceCount][];
        for (int i = 0; i < _groups.Length; i++)
        {
            RuleGroup group = _groups[i];
            RuleBits bit = RuleBits.Of(i);
            _everything |= bit;
            if (group.IsOfPolicies)
                OfPolicies |= bit;
            else
                OfStatements |= bit;
            if (group.About is null)
                _aboutAnyAction |= bit;
            if (group is { IsOfPolicies: true, About: null, Needs: StatementParts.None })
                _ofEveryPolicy |= bit;

            for (int effect = 0; effect < EffectCount; effect++)
            {
                if (group.LooksAt == Effect.None || effect == (int)group.LooksAt)
                    _byEffect[effect] |= bit;
            }

            for (int need = 0; need < _byNeed.Length; need++)
            {
                if (((int)group.Needs & (1 << need)) != 0)
                    _byNeed[need] |= bit;
            }
        }
    }

    /// <summary>The groups whose rules look at whole policies.</summary>
    public RuleBits OfPolicies { get; }

    /// <summary>The groups whose rules look at statements.</summary>
    public RuleBits OfStatements { get; }

    public RuleGroup this[int number] => _groups[number];

    /// <summary>The groups that a statement concerns; all that look at its effect where its actions are not known.</summary>
    public RuleBits Choose(StatementAccess statement)
    {
        RuleBits about = statement.IsNotAction || statement.HasUnknownAction ? _everything : _aboutAnyAction | statement.ActionPatterns.Select(this);
        RuleBits chosen = about & _byEffect[(int)statement.Statement.Effect];
        for (uint missing = (uint)(EveryPart & ~StatementPartsOf.Of(statement)); missing != 0; missing &= missing - 1)
            chosen = chosen.Without(_byNeed[BitOperations.TrailingZeroCount(missing)]);

        return chosen;
    }

    /// <summary>The groups that look at every policy, whatever its statements are.</summary>
    public RuleBits OfEveryPolicy => _ofEveryPolicy;

    /// <summary>For each action of the service that an action is of, what to give <see cref="Of(byte)"/>; and the first of them.</summary>
    public ReadOnlySpan<byte> OfServiceOf(int ordinal, out int first)
    {
        first = ordinal;
        if (ordinal == _catalog.UnknownServiceOrdinal)
            return [0];

        CatalogService service = _catalog.GetServiceOfOrdinal(ordinal);
        first = service.FirstOrdinal;
        return Volatile.Read(ref _byService[service.Index]) ?? Index(service);
    }

    /// <summary>The groups that are about actions of this choice.</summary>
    public RuleBits Of(byte choice) => _choices[choice];

    /// <summary>The groups that are about one of the actions.</summary>
    public RuleBits Of(ActionSet actions)
    {
        RuleBits found = default;
        byte last = 0;
        ReadOnlySpan<int> bounds = actions.Bounds;
        for (int i = 0; i < bounds.Length; i += 2)
        {
            if (bounds[i + 1] - bounds[i] == _catalog.OrdinalCount)
                return _everything;

            for (int ordinal = bounds[i]; ordinal < bounds[i + 1];)
            {
                ReadOnlySpan<byte> choices = OfServiceOf(ordinal, out int first);
                int end = Math.Min(bounds[i + 1], first + choices.Length);
                foreach (byte choice in choices[(ordinal - first)..(end - first)])
                {
                    if (choice != last)
                        found |= Of(last = choice);
                }

                ordinal = end;
            }
        }

        return found;
    }

    private byte[] Index(CatalogService service)
    {
        lock (_groups)
        {
            byte[] numbers = new byte[service.EndOrdinal - service.FirstOrdinal];
            Number(service, numbers);
            Volatile.Write(ref _byService[service.Index], numbers);
            return numbers;
        }
    }

    private void Number(CatalogService service, byte[] numbers)
    {
        if (_bits.Length < numbers.Length)
            _bits = new RuleBits[numbers.Length];

        Span<RuleBits> bits = _bits.AsSpan(0, numbers.Length);
        bits.Clear();
        for (int i = 0; i < _groups.Length; i++)
        {
            if (_groups[i].About is not { } about)
                continue;

            RuleBits bit = RuleBits.Of(i);
            ReadOnlySpan<int> bounds = about.Bounds;
            for (int at = 0; at < bounds.Length && bounds[at] < service.EndOrdinal; at += 2)
            {
                int first = Math.Max(bounds[at], service.FirstOrdinal);
                int end = Math.Min(bounds[at + 1], service.EndOrdinal);
                for (int ordinal = first; ordinal < end; ordinal++)
                    bits[ordinal - service.FirstOrdinal] |= bit;
            }
        }

        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = NumberOf(bits[i]);
    }

    // Where there are more choices than numbers, the last one is of every rule.
    private byte NumberOf(RuleBits bits)
    {
        int number = Array.IndexOf(_choices, bits);
        if (number >= 0)
            return (byte)number;

        if (_choices.Length > byte.MaxValue)
            return byte.MaxValue;

        _choices = [.. _choices, _choices.Length == byte.MaxValue ? _everything : bits];
        return (byte)(_choices.Length - 1);
    }

    private static RuleGroup[] GroupsOf(IEnumerable<Rule> rules, ServiceCatalog catalog)
    {
        List<List<Rule>> alike = [];
        foreach (Rule rule in rules)
        {
            if (alike.Find(group => RuleGroup.AreAlike(group[0], rule)) is { } known)
                known.Add(rule);
            else
                alike.Add([rule]);
        }

        RuleGroup[] groups = [.. alike.Select(group => RuleGroup.Of(group, catalog))];
        if (groups.Length <= RuleBits.Capacity)
            return groups;

        // So many rules of others: those beyond what there are numbers for are called without being asked what they are about.
        int kept = RuleBits.Capacity - (2 * EffectCount);
        return [.. groups.Take(kept), .. groups.Skip(kept).GroupBy(static group => (group.IsOfPolicies, group.LooksAt)).Select(static rest => RuleGroup.OfAnything(rest))];
    }
}
