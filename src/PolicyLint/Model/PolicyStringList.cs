using System.Collections.Immutable;
using PolicyLint.Catalog;

namespace PolicyLint;

/// <summary>The value of Action, NotAction, Resource, NotResource or one kind of principal: a string or a list of strings.</summary>
public sealed class PolicyStringList : PolicyNode
{
    private readonly SourceText _source;
    private readonly StringPlace[] _places;
    private readonly int[]? _indices;
    private PolicyString?[]? _made;
    private PolicyPath? _path;
    private ImmutableArray<PolicyString> _values;

    /// <param name="source">The text that the list stands in.</param>
    /// <param name="name">The element's name.</param>
    /// <param name="nameSpan">Where the name stands.</param>
    /// <param name="isList">Whether the values stand in square brackets.</param>
    /// <param name="places">Where the values stand.</param>
    /// <param name="indices">Their places in the list as written, where some item was left out.</param>
    /// <param name="span">The whole value.</param>
    /// <param name="place">The way to the element.</param>
    internal PolicyStringList(SourceText source, string name, TextSpan nameSpan, bool isList, StringPlace[] places, int[]? indices, TextSpan span, PolicyPlace place)
        : base(span, place)
    {
        _source = source;
        _places = places;
        _indices = indices;
        Name = name;
        NameSpan = nameSpan;
        IsList = isList;
    }

    /// <summary>The element's name: <c>Action</c>, <c>NotResource</c>, <c>AWS</c>…</summary>
    public string Name { get; }

    /// <summary>Where the name stands, with its quotes.</summary>
    public TextSpan NameSpan { get; }

    /// <summary>Whether the values stand in square brackets.</summary>
    public bool IsList { get; }

    /// <summary>The number of <see cref="Values"/>.</summary>
    public int Count => _places.Length;

    /// <summary>
    /// A number that is the same for lists of the same values, whatever their order and the case of their letters, and rarely for
    /// others: to tell lists apart without reading them.
    /// </summary>
    public int Outline
    {
        get
        {
            uint sum = 0;
            for (int i = 0; i < _places.Length; i++)
                sum += CatalogLayout.HashOfName(Utf8(i));

            return (int)sum;
        }
    }

    /// <summary>Whether a value may have a part that is not known before deployment: a quick look.</summary>
    internal bool MayHaveUnknown => _source.MayHaveUnknown;

    /// <summary>Whether a value may have <c>${</c> in it: a quick look before the values are read.</summary>
    public bool MayHaveVariable
    {
        get
        {
            ReadOnlySpan<byte> text = _source.Utf8.Slice(Span.Start, Span.Length);
            return text.IndexOf("${"u8) >= 0 || text.Contains((byte)'\\');
        }
    }

    /// <summary>The values in the order written. Values of a wrong JSON type are left out and reported as problems.</summary>
    public ImmutableArray<PolicyString> Values
    {
        get
        {
            if (_values.IsDefault)
                _values = ReadValues();

            return _values;
        }
    }

    /// <summary>One of <see cref="Values"/>, made without the others.</summary>
    internal PolicyString this[int index]
    {
        get
        {
            ref PolicyString? made = ref (_made ??= new PolicyString?[_places.Length])[index];
            return made ??= new PolicyString(_source, _places[index].Span, PlaceOf(index), _places[index].HasEscapes);
        }
    }

    /// <summary>A value in UTF-8, for looking it up without making a <see cref="PolicyString"/> of it.</summary>
    internal ReadOnlySpan<byte> Utf8(int index)
    {
        StringPlace place = _places[index];
        return place.HasEscapes ? this[index].Utf8 : _source.Utf8.Slice(place.Span.Start + 1, place.Span.Length - 2);
    }

    private PolicyPlace PlaceOf(int index)
    {
        _path ??= Path;
        return IsList ? new PolicyPlace(_path, Index: _indices?[index] ?? index) : _path;
    }

    private ImmutableArray<PolicyString> ReadValues()
    {
        ImmutableArray<PolicyString>.Builder values = ImmutableArray.CreateBuilder<PolicyString>(_places.Length);
        for (int i = 0; i < _places.Length; i++)
            values.Add(this[i]);

        return values.MoveToImmutable();
    }
}

/// <summary>
/// Where one string of a list stands. A policy is mostly lists of strings, and most of these are only looked up: a place
/// is a tenth of the size of a <see cref="PolicyString"/>.
/// </summary>
/// <param name="span">The literal with its quotes.</param>
/// <param name="hasEscapes">Whether the literal has a backslash.</param>
internal readonly struct StringPlace(TextSpan span, bool hasEscapes)
{
    private readonly int _start = span.Start;
    private readonly int _length = hasEscapes ? ~span.Length : span.Length;

    public TextSpan Span => new(_start, HasEscapes ? ~_length : _length);

    public bool HasEscapes => _length < 0;
}
