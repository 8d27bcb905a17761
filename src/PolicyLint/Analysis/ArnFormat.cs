using System.Text;

namespace PolicyLint.Analysis;

/// <summary>
/// The format of a resource type's ARNs in the catalogue, such as
/// <c>arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:log-stream:${LogStreamName}</c>. A placeholder
/// stands for any text without a colon, the last one for any text: names of some resources have colons and slashes.
/// </summary>
internal sealed class ArnFormat
{
    private const int FieldCount = 6;

    private ArnFormat(ReadOnlySpan<Glob> fields, Glob rest, int restColons)
    {
        Service = fields[2];
        Region = fields[3];
        Account = fields[4];
        Resource = fields[5];
        Rest = rest;
        RestColons = restColons;
        ServiceName = LiteralOf(Service.Items);
        HasRegion = Region.Items is [{ Kind: GlobItemKind.Segment }];
        HasAccount = Account.Items is [{ Kind: GlobItemKind.Segment }];
        bool isPlain = (HasRegion || Region.Items.IsEmpty) && (HasAccount || Account.Items.IsEmpty);
        int firstPlaceholder = FirstPlaceholder(Resource.Items);
        ResourceHead = isPlain ? LiteralOf(Resource.Items[..firstPlaceholder]) : null;
        if (Resource.Items[firstPlaceholder..] is [{ Kind: GlobItemKind.Segment }, .. var middle, { Kind: GlobItemKind.Many }] && middle.Length > 0)
            ResourceMiddle = LiteralOf(middle);

        GoesOn = firstPlaceholder < Resource.Items.Length;
        GoesOnWithAnything = Resource.Items[firstPlaceholder..] is [{ Kind: GlobItemKind.Many }];
        EndsWithAnything = Resource.Items is [.., { Kind: GlobItemKind.Many }];
        ResourceTail = LiteralOf(Resource.Items[(1 + LastPlaceholder(Resource.Items))..]) ?? [];
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
    public byte[] ResourceTail { get; }

    /// <summary>Whether the region is a placeholder.</summary>
    public bool HasRegion { get; }

    /// <summary>Whether the account is a placeholder.</summary>
    public bool HasAccount { get; }

    public Glob Service { get; }

    public Glob Region { get; }

    public Glob Account { get; }

    /// <summary>Type and name; its last placeholder stands for any text.</summary>
    public Glob Resource { get; }

    /// <summary>Region, account and resource in one; no placeholder has a colon, so that the colons are counted.</summary>
    public Glob Rest { get; }

    /// <summary>The colons of <see cref="Rest"/>.</summary>
    public int RestColons { get; }

    /// <summary>Reads a format; null for one that is no ARN of six fields.</summary>
    public static ArnFormat? Parse(string format)
    {
        var fields = new List<GlobItem>[FieldCount];
        for (int i = 0; i < FieldCount; i++)
            fields[i] = [];

        int field = 0;
        for (int i = 0; i < format.Length; i++)
        {
            if (GlobParser.VariableLength(format.AsSpan(i)) is var length and > 0)
            {
                fields[field].Add(new(GlobItemKind.Segment));
                i += length - 1;
            }
            else if (format[i] == ':' && field < FieldCount - 1)
            {
                field++;
            }
            else
            {
                fields[field].Add(format[i] == '*' ? new(GlobItemKind.Many) : new(GlobItemKind.Literal, format[i]));
            }
        }

        return field == FieldCount - 1 ? Make(format, fields) : null;
    }

    private static ArnFormat Make(string format, List<GlobItem>[] fields)
    {
        var colon = new GlobItem(GlobItemKind.Literal, ':');
        GlobItem[] rest = [.. fields[3], colon, .. fields[4], colon, .. fields[5]];
        int lastPlaceholder = fields[5].FindLastIndex(item => item.Kind == GlobItemKind.Segment);
        if (lastPlaceholder >= 0)
            fields[5][lastPlaceholder] = new(GlobItemKind.Many);

        var globs = new Glob[FieldCount];
        for (int i = 0; i < FieldCount; i++)
            globs[i] = Glob.OfItems(format, [.. fields[i]]);

        return new(globs, Glob.OfItems(format, rest), rest.Count(item => item == colon));
    }

    private static int FirstPlaceholder(ReadOnlySpan<GlobItem> items)
    {
        int first = 0;
        while (first < items.Length && items[first].Kind == GlobItemKind.Literal)
            first++;

        return first;
    }

    private static int LastPlaceholder(ReadOnlySpan<GlobItem> items)
    {
        int last = items.Length - 1;
        while (last >= 0 && items[last].Kind == GlobItemKind.Literal)
            last--;

        return last;
    }

    private static byte[]? LiteralOf(ReadOnlySpan<GlobItem> items)
    {
        var text = new StringBuilder(items.Length);
        foreach (GlobItem item in items)
        {
            if (item.Kind != GlobItemKind.Literal)
                return null;

            text.Append(item.Char);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
