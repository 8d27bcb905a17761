using System.Text;

namespace PolicyLint.Analysis;

/// <summary>
/// The format of a resource type's ARNs in the catalogue, such as
/// <c>arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:log-stream:${LogStreamName}</c>. A placeholder
/// stands for any text without a colon, the last one for any text: names of some resources have colons and slashes.
/// </summary>
/// <remarks>Most questions need the known text alone: what is matched item by item is made when it is asked for.</remarks>
internal sealed class ArnFormat
{
    private const int FieldCount = 6;
    private const int ServiceField = 2;
    private const int RegionField = 3;
    private const int AccountField = 4;
    private const int ResourceField = 5;

    private readonly string _text;
    private readonly Range[] _fields;

    private ArnFormat(string text, Range[] fields)
    {
        _text = text;
        _fields = fields;
        ReadOnlySpan<char> service = text.AsSpan(fields[ServiceField]);
        ReadOnlySpan<char> region = text.AsSpan(fields[RegionField]);
        ReadOnlySpan<char> account = text.AsSpan(fields[AccountField]);
        ReadOnlySpan<char> resource = text.AsSpan(fields[ResourceField]);
        ServiceName = NextOpen(service, 0) < 0 ? Utf8(service) : null;
        HasRegion = IsPlaceholder(region);
        HasAccount = IsPlaceholder(account);
        RestColons = ColonsOf(region) + ColonsOf(account) + ColonsOf(resource) + 2;

        int first = NextOpen(resource, 0);
        bool isPlain = (HasRegion || region.IsEmpty) && (HasAccount || account.IsEmpty);
        GoesOn = first >= 0;
        ResourceHead = isPlain ? Utf8(GoesOn ? resource[..first] : resource) : null;
        if (!GoesOn)
            return;

        int second = NextOpen(resource, EndOfOpen(resource, first));
        int last = first;
        for (int next = second; next >= 0; next = NextOpen(resource, EndOfOpen(resource, next)))
            last = next;

        int end = EndOfOpen(resource, last);
        EndsWithAnything = end == resource.Length;
        ResourceTail = Utf8(resource[end..]);
        GoesOnWithAnything = last == first && EndsWithAnything;
        if (second == last && EndsWithAnything && second > EndOfOpen(resource, first) && resource[first] == '$')
            ResourceMiddle = Utf8(resource[EndOfOpen(resource, first)..second]);
    }

    /// <summary>The service where the format names one, in UTF-8.</summary>
    public byte[]? ServiceName { get; }

    /// <summary>
    /// The text of the resource before its first placeholder, in UTF-8; null where region and account are more than a
    /// placeholder or nothing.
    /// </summary>
    public byte[]? ResourceHead { get; }

    /// <summary>
    /// The text between the two placeholders of a resource such as <c>table/${TableName}/index/${IndexName}</c>, in UTF-8;
    /// null where the format has another shape.
    /// </summary>
    public byte[]? ResourceMiddle { get; }

    /// <summary>Whether a placeholder follows the head.</summary>
    public bool GoesOn { get; }

    /// <summary>Whether one placeholder, which stands for any text, is all that follows the head.</summary>
    public bool GoesOnWithAnything { get; }

    /// <summary>Whether the resource ends with a placeholder, which stands for any text.</summary>
    public bool EndsWithAnything { get; }

    /// <summary>The text of the resource behind its last placeholder, in UTF-8; often none.</summary>
    public byte[] ResourceTail { get; } = [];

    /// <summary>Whether the region is a placeholder.</summary>
    public bool HasRegion { get; }

    /// <summary>Whether the account is a placeholder.</summary>
    public bool HasAccount { get; }

    public Glob Service => field ??= GlobOf(ServiceField);

    public Glob Region => field ??= GlobOf(RegionField);

    public Glob Account => field ??= GlobOf(AccountField);

    /// <summary>Type and name; its last placeholder stands for any text.</summary>
    public Glob Resource => field ??= GlobOf(ResourceField, lastIsAny: true);

    /// <summary>Region, account and resource in one; no placeholder has a colon, so that the colons are counted.</summary>
    public Glob Rest => field ??= Glob.OfItems(_text, [.. ItemsOf(_text.AsSpan()[_fields[RegionField].Start..])]);

    /// <summary>The colons of <see cref="Rest"/>.</summary>
    public int RestColons { get; }

    /// <summary>Reads a format; null for one that is no ARN of six fields.</summary>
    public static ArnFormat? Parse(string format)
    {
        var fields = new Range[FieldCount];
        int field = 0;
        int start = 0;
        for (int i = 0; i < format.Length; i++)
        {
            if (GlobParser.VariableLength(format.AsSpan(i)) is var length and > 0)
            {
                i += length - 1;
            }
            else if (format[i] == ':' && field < FieldCount - 1)
            {
                fields[field++] = start..i;
                start = i + 1;
            }
        }

        fields[field] = start..;
        return field == FieldCount - 1 ? new ArnFormat(format, fields) : null;
    }

    private Glob GlobOf(int field, bool lastIsAny = false)
    {
        List<GlobItem> items = ItemsOf(_text.AsSpan(_fields[field]));
        if (lastIsAny && items.FindLastIndex(static item => item.Kind == GlobItemKind.Segment) is var last and >= 0)
            items[last] = new(GlobItemKind.Many);

        return Glob.OfItems(_text, [.. items]);
    }

    private static List<GlobItem> ItemsOf(ReadOnlySpan<char> text)
    {
        List<GlobItem> items = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (GlobParser.VariableLength(text[i..]) is var length and > 0)
            {
                items.Add(new(GlobItemKind.Segment));
                i += length - 1;
            }
            else
            {
                items.Add(text[i] == '*' ? new(GlobItemKind.Many) : new(GlobItemKind.Literal, text[i]));
            }
        }

        return items;
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> field) =>
        !field.IsEmpty && GlobParser.VariableLength(field) == field.Length;

    // The next placeholder, or star of the format itself; -1 where all that follows is known text.
    private static int NextOpen(ReadOnlySpan<char> text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (text[i] == '*' || GlobParser.VariableLength(text[i..]) > 0)
                return i;
        }

        return -1;
    }

    private static int EndOfOpen(ReadOnlySpan<char> text, int start) =>
        start + Math.Max(1, GlobParser.VariableLength(text[start..]));

    private static int ColonsOf(ReadOnlySpan<char> text)
    {
        int colons = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int length = GlobParser.VariableLength(text[i..]);
            if (length > 0)
                i += length - 1;
            else if (text[i] == ':')
                colons++;
        }

        return colons;
    }

    private static byte[] Utf8(ReadOnlySpan<char> text)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, utf8);
        return utf8;
    }
}
