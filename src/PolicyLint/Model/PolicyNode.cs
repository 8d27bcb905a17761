using System.Globalization;

namespace PolicyLint;

/// <summary>A part of a policy document that stands somewhere in its source.</summary>
public abstract class PolicyNode
{
    private readonly PolicyPath _path;
    private readonly int _index;

    private protected PolicyNode(TextSpan span, PolicyPath path, int index = PolicyPath.NoIndex)
    {
        Span = span;
        _path = path;
        _index = index;
    }

    /// <summary>Where it stands: a value with its quotes or brackets.</summary>
    public TextSpan Span { get; }

    /// <summary>
    /// The JSON pointer (RFC 6901) inside the policy document: <c>/Statement/0/Action/5</c> for an item of a list,
    /// <c>/Statement/0/Action</c> for a scalar, the empty string for the document.
    /// </summary>
    public string Pointer => Path.ToString();

    internal PolicyPath Path => _index == PolicyPath.NoIndex ? _path : _path.Item(_index);
}

/// <summary>
/// A chain of steps from the document's root. Items of a list share the list's chain and add their index, so that
/// a scalar costs no path of its own; the text of a pointer is made only for a finding.
/// </summary>
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
