using System.Collections.Immutable;

namespace PolicyLint;

/// <summary>The value of Action, NotAction, Resource, NotResource or one kind of principal: a string or a list of strings.</summary>
public sealed class PolicyStringList : PolicyNode
{
    private readonly SourceText _source;
    private readonly StringPlace[] _places;
    private PolicyString?[]? _made;
    private ImmutableArray<PolicyString> _values;

    internal PolicyStringList(SourceText source, string name, TextSpan nameSpan, bool isList, StringPlace[] places, TextSpan span, PolicyPath path)
        : base(span, path)
    {
        _source = source;
        _places = places;
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
            StringPlace place = _places[index];
            return made ??= new PolicyString(_source, new TextSpan(place.Start, place.Length), Path, place.Index, place.HasEscapes);
        }
    }

    /// <summary>A value in UTF-8, for looking it up without making a <see cref="PolicyString"/> of it.</summary>
    internal ReadOnlySpan<byte> Utf8(int index)
    {
        StringPlace place = _places[index];
        return place.HasEscapes ? this[index].Utf8 : _source.Utf8.Slice(place.Start + 1, place.Length - 2);
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
/// is a fifth of the size of a <see cref="PolicyString"/>.
/// </summary>
/// <param name="Start">Offset of the literal.</param>
/// <param name="Length">Its length with the quotes.</param>
/// <param name="Index">Its place in the list as written, or <see cref="PolicyPath.NoIndex"/>.</param>
/// <param name="HasEscapes">Whether the literal has a backslash.</param>
internal readonly record struct StringPlace(int Start, int Length, int Index, bool HasEscapes);
