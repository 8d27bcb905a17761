using System.Buffers;

namespace PolicyLint.Analysis;

/// <summary>
/// A pattern of literal characters, <c>*</c> (any text), <c>?</c> (any one character) and parts whose text is not known
/// here: policy variables, and values of a template not known before deployment.
/// <para>
/// A part that is not known is read in two ways. Where the question is what <em>may</em> match
/// (<see cref="Matches"/>, <see cref="Intersects"/>), it may be any text. Where the question is what is
/// <em>certainly</em> covered (<see cref="Contains"/>), the same part of the covered pattern still counts as any text,
/// but in the covering pattern it is one text that nobody knows and covers only the same variable.
/// </para>
/// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">wildcards</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">policy variables</see>.
/// </summary>
public sealed class Glob
{
    private static readonly SearchValues<char> Open = SearchValues.Create('$', PolicyString.Unknown);

    // Most patterns are plain text: they are compared as strings.
    private readonly bool _isPlain;
    private GlobItem[]? _items;

    // Known characters and wildcards: taken apart only for a question that needs it.
    private Glob(string known, bool ignoreCase)
    {
        Text = known;
        IgnoreCase = ignoreCase;
        HasWildcard = known.AsSpan().ContainsAny('*', '?');
        _isPlain = !HasWildcard && !ignoreCase;
    }

    private Glob(string text, GlobItem[] items, bool ignoreCase)
    {
        Text = text;
        IgnoreCase = ignoreCase;
        _items = items;
        foreach (GlobItem item in items)
        {
            HasWildcard |= item.Kind is GlobItemKind.One or GlobItemKind.Many;
            HasVariable |= item.Kind == GlobItemKind.Variable;
            HasUnknown |= item.Kind == GlobItemKind.Unknown;
            HasSegment |= item.Kind == GlobItemKind.Segment;
        }
    }

    /// <summary>The pattern <c>*</c>.</summary>
    public static Glob Everything { get; } = Parse("*");

    /// <summary>The pattern that only the empty text matches.</summary>
    public static Glob Empty { get; } = Parse("");

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Whether letters match without regard to case.</summary>
    public bool IgnoreCase { get; }

    /// <summary>Whether exactly one known text matches.</summary>
    public bool IsLiteral => !HasWildcard && !HasVariable && !HasUnknown && !HasSegment;

    /// <summary>Whether every text matches, also the empty one.</summary>
    public bool MatchesEverything => MayMatchAny && Items is [{ Kind: GlobItemKind.Many }];

    /// <summary>Whether every text of at least one character matches: <c>*</c>, <c>**</c>, <c>?*</c>.</summary>
    public bool MatchesEveryNonEmpty => MatchesEverything || (MayMatchAny && Items is [{ Kind: GlobItemKind.One }, { Kind: GlobItemKind.Many }]);

    /// <summary>Whether the pattern has a <c>*</c> or <c>?</c> that is a wildcard.</summary>
    public bool HasWildcard { get; }

    /// <summary>Whether the pattern has a policy variable.</summary>
    public bool HasVariable { get; }

    /// <summary>Whether the pattern has a part that is not known before deployment.</summary>
    public bool HasUnknown { get; }

    internal bool HasSegment { get; }

    internal ReadOnlySpan<GlobItem> Items => _items ??= GlobParser.Parse(Text, IgnoreCase, policyVariables: false);

    // A quick look: nothing but wildcards, as far as the text is one of a pattern and not of a format.
    private bool MayMatchAny => HasWildcard && (_items is not null || Text[0] is '*' or '?');

    /// <summary>Reads a pattern. Every text is one.</summary>
    /// <param name="pattern">The pattern; <see cref="PolicyString.Unknown"/> stands for a part that is not known.</param>
    /// <param name="ignoreCase">Whether letters match without regard to case, as in actions.</param>
    /// <param name="policyVariables">Whether <c>${…}</c> is a policy variable, and not these characters.</param>
    public static Glob Parse(string pattern, bool ignoreCase = false, bool policyVariables = true)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern.AsSpan().ContainsAny(Open)
            ? new(pattern, GlobParser.Parse(pattern, ignoreCase, policyVariables), ignoreCase)
            : new(pattern, ignoreCase);
    }

    /// <summary>Whether the text matches, or may match once the parts that are not known here are.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        if (_isPlain)
            return text.SequenceEqual(Text);

        if (HasSegment)
            return GlobIntersection.Exists(Items, new Glob(text.ToString(), ignoreCase: false).Items);

        // The classic walk: on a mismatch only the last span is made longer, so the work is at most pattern × text.
        ReadOnlySpan<GlobItem> items = Items;
        int item = 0, at = 0, lastSpan = -1, spanEnd = 0;
        while (at < text.Length)
        {
            if (item < items.Length && items[item].IsSpan)
            {
                lastSpan = item++;
                spanEnd = at;
            }
            else if (item < items.Length && Accepts(items[item], text[at]))
            {
                item++;
                at++;
            }
            else if (lastSpan >= 0)
            {
                item = lastSpan + 1;
                at = ++spanEnd;
            }
            else
            {
                return false;
            }
        }

        while (item < items.Length && items[item].IsSpan)
            item++;

        return item == items.Length;
    }

    /// <summary>Whether some text matches both patterns, or may once the parts that are not known here are.</summary>
    /// <exception cref="ArgumentException">One pattern ignores case and the other does not.</exception>
    public bool Intersects(Glob other)
    {
        RequireSameCase(other);
        if (_isPlain)
            return other.Matches(Text);

        return other._isPlain ? Matches(other.Text) : GlobIntersection.Exists(Items, other.Items);
    }

    /// <summary>Whether every text that matches <paramref name="other"/> certainly matches this pattern too.</summary>
    /// <exception cref="ArgumentException">One pattern ignores case and the other does not.</exception>
    public bool Contains(Glob other)
    {
        RequireSameCase(other);
        if (_isPlain && other._isPlain)
            return Text == other.Text;

        return MatchesEverything || GlobContainment.Holds(Items, other.Items);
    }

    /// <summary>The pattern as written.</summary>
    public override string ToString() => Text;

    internal static Glob OfItems(string text, GlobItem[] items) => new(text, items, ignoreCase: false);

    private bool Accepts(GlobItem item, char c) =>
        item.Kind == GlobItemKind.One || item.Char == (IgnoreCase ? GlobItem.Fold(c) : c);

    private void RequireSameCase(Glob other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IgnoreCase != other.IgnoreCase)
            throw new ArgumentException("A pattern that ignores case is not comparable to one that does not.", nameof(other));
    }
}
