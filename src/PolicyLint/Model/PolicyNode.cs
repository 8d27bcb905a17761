using System.Globalization;

namespace PolicyLint;

/// <summary>A part of a policy document that stands somewhere in its source.</summary>
public abstract class PolicyNode
{
    private readonly PolicyPlace _place;

    private protected PolicyNode(TextSpan span, PolicyPlace place)
    {
        Span = span;
        _place = place;
    }

    /// <summary>Where it stands: a value with its quotes or brackets.</summary>
    public TextSpan Span { get; }

    /// <summary>
    /// The JSON pointer (RFC 6901) inside the policy document: <c>/Statement/0/Action/5</c> for an item of a list,
    /// <c>/Statement/0/Action</c> for a scalar, the empty string for the document.
    /// </summary>
    public string Pointer => Path.ToString();

    internal PolicyPath Path => _place.ToPath();
}

/// <summary>
/// Where a node is: the way to what holds it, and its last step. Most nodes hold nothing and are never reported, and need
/// no path of their own.
/// </summary>
/// <param name="Parent">The way to the object or list, or to the node itself where there is no step.</param>
/// <param name="Name">The name of the member.</param>
/// <param name="Index">The place in the list.</param>
internal readonly record struct PolicyPlace(PolicyPath Parent, string? Name = null, int Index = PolicyPath.NoIndex)
{
    public static implicit operator PolicyPlace(PolicyPath path) => new(path);

    public PolicyPath ToPath() =>
        Name is not null ? Parent.Member(Name)
        : Index != PolicyPath.NoIndex ? Parent.Item(Index)
        : Parent;
}

/// <summary>A chain of steps from the document's root. The text of a pointer is made only for a finding.</summary>
internal sealed class PolicyPath
{
    public const int NoIndex = -1;

    // A pointer repeats every name on its way. A name longer than any that AWS has ends the chain, so that a hostile
    // document cannot make its findings many times larger than itself: what stands below has the pointer of the object.
    private const int MaxNameLength = 1024;

    public static readonly PolicyPath Root = new(null, null, NoIndex);

    private readonly PolicyPath? _parent;
    private readonly string? _name;
    private readonly int _index;
    private readonly bool _isEnd;

    private PolicyPath(PolicyPath? parent, string? name, int index, bool isEnd = false)
    {
        _parent = parent;
        _name = name;
        _index = index;
        _isEnd = isEnd;
    }

    public PolicyPath Member(string name)
    {
        if (_isEnd)
            return this;

        return name.Length <= MaxNameLength ? new(this, name, NoIndex) : new(_parent, _name, _index, isEnd: true);
    }

    public PolicyPath Item(int index) => _isEnd ? this : new(this, null, index);

    public override string ToString()
    {
        if (_parent is null)
            return "";

        string step = _name is null
            ? _index.ToString(CultureInfo.InvariantCulture)
            : _name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        return $"{_parent}/{step}";
    }
}
