using System.Collections.Immutable;
using System.Text;

namespace PolicyLint.Parsing;

/// <summary>A set of elements by their place in an <see cref="ElementTable"/>.</summary>
internal readonly record struct ElementSet(int Bits)
{
    public bool Has(int element) => (Bits & (1 << element)) != 0;

    public ElementSet With(int element) => new(Bits | (1 << element));
}

/// <summary>The member names of one kind of object, found by their bytes without decoding.</summary>
internal sealed class ElementTable
{
    private readonly ImmutableArray<string> _names;
    private readonly byte[][] _utf8;

    private ElementTable(ImmutableArray<string> names)
    {
        _names = names;
        _utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];
    }

    public static ElementTable Document { get; } = new(PolicyGrammar.DocumentElements);

    public static ElementTable Statement { get; } = new(PolicyGrammar.StatementElements);

    public static ElementTable PrincipalKinds { get; } = new(PolicyGrammar.PrincipalKinds);

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
