using System.Collections.Immutable;
using System.Text;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <summary>A set of elements by their place in an <see cref="ElementTable"/>.</summary>
internal readonly record struct ElementSet(int Bits)
{
    public bool Has(int element) => (Bits & (1 << element)) != 0;

    public ElementSet With(int element) => new(Bits | (1 << element));
}

/// <summary>The names seen so far in one object whose members are elements.</summary>
internal struct ElementNames
{
    private ElementSet _spelt;
    private ElementSet _meant;
    private NameSet _unknown;

    /// <summary>The elements that are there, in their own spelling or in one that means them.</summary>
    public readonly ElementSet Present => new(_spelt.Bits | _meant.Bits);

    /// <summary>Notes an element in its own spelling; false where it was there. A misspelt one before it does not count.</summary>
    public bool AddElement(int element)
    {
        bool isNew = !_spelt.Has(element);
        _spelt = _spelt.With(element);
        return isNew;
    }

    /// <summary>Notes an element that a misspelt name means; false where the element is there already.</summary>
    public bool AddMeant(int element)
    {
        bool isNew = !Present.Has(element);
        _meant = _meant.With(element);
        return isNew;
    }

    /// <summary>Notes a name that is no element; false where it was there.</summary>
    public bool AddUnknown(string name) => _unknown.Add(name);
}

/// <summary>The member names of one kind of object, found by their bytes without decoding.</summary>
internal sealed class ElementTable
{
    private readonly ImmutableArray<string> _names;
    private readonly byte[][] _utf8;

    private ElementTable(ImmutableArray<string> names, string kind, RuleDescriptor unknownRule)
    {
        _names = names;
        _utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];
        Kind = kind;
        UnknownRule = unknownRule;
    }

    public static ElementTable Document { get; } = new(PolicyGrammar.DocumentElements, "an element of a policy", GrammarRules.UnknownElement);

    public static ElementTable Statement { get; } = new(PolicyGrammar.StatementElements, "an element of a statement", GrammarRules.UnknownElement);

    public static ElementTable PrincipalKinds { get; } = new(PolicyGrammar.PrincipalKinds, "a kind of principal", GrammarRules.UnknownPrincipalKind);

    /// <summary>What its names are, for a message.</summary>
    public string Kind { get; }

    /// <summary>The rule that a name of no element breaks.</summary>
    public RuleDescriptor UnknownRule { get; }

    public string this[int element] => _names[element];

    /// <summary>The element's place in the table, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < _utf8.Length; i++)
        {
            if (name.SequenceEqual(_utf8[i]))
                return i;
        }

        return -1;
    }

    /// <summary>The element that a misspelt name means: another case, or a plural. -1 where none.</summary>
    public int FindMisspelt(string name)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (name.Equals(_names[i], StringComparison.OrdinalIgnoreCase) || name.Equals(_names[i] + "s", StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }
}

/// <summary>Places in <see cref="ElementTable.Document"/>.</summary>
internal static class DocumentElement
{
    public const int Version = 0, Id = 1, Statement = 2;
}

/// <summary>Places in <see cref="ElementTable.Statement"/>.</summary>
internal static class StatementElement
{
    public const int Sid = 0, Effect = 1, Principal = 2, NotPrincipal = 3, Action = 4, NotAction = 5, Resource = 6, NotResource = 7, Condition = 8;
}
