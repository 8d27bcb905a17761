using System.Diagnostics.CodeAnalysis;

namespace PolicyLint.Analysis;

/// <summary>
/// A pattern of ARNs, <c>arn:partition:service:region:account:resource</c>, field by field. ARNs are case-sensitive.
/// <para>
/// "If the * wildcard is the last character of a resource ARN segment, it can expand to match beyond the colon boundaries":
/// a pattern that ends in <c>*</c> before its sixth field has <c>*</c> in the fields that it leaves out, and a <c>*</c> in
/// region or account may take the colons after it where that lets the rest line up. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">wildcards in resource ARNs</see>.
/// </para>
/// </summary>
public sealed class ArnPattern
{
    private const int FieldCount = 6;

    private readonly string? _restText;
    private readonly bool _policyVariables;
    private readonly int _restColons;

    private ArnPattern(ReadOnlySpan<Glob> fields, string? restText, int restColons, int writtenFields, bool policyVariables)
    {
        Partition = fields[1];
        Service = fields[2];
        Region = fields[3];
        Account = fields[4];
        Resource = fields[5];
        WrittenFields = writtenFields;
        _restText = restText;
        _policyVariables = policyVariables;
        _restColons = restColons;
        foreach (Glob field in fields)
        {
            HasVariable |= field.HasVariable;
            HasUnknown |= field.HasUnknown;
        }
    }

    /// <summary>The partition, such as <c>aws</c>.</summary>
    public Glob Partition { get; }

    /// <summary>The service's name in ARNs, which need not be the prefix of its actions.</summary>
    public Glob Service { get; }

    /// <summary>The region; empty for global resources.</summary>
    public Glob Region { get; }

    /// <summary>The account; empty for resources that ARNs tell apart without it.</summary>
    public Glob Account { get; }

    /// <summary>What comes after the account: type and name, with every further colon.</summary>
    public Glob Resource { get; }

    /// <summary>How many of the six fields are written, <c>arn</c> included. The others are <c>*</c> after a final star, else empty.</summary>
    public int WrittenFields { get; }

    /// <summary>Whether the pattern has a policy variable.</summary>
    public bool HasVariable { get; }

    /// <summary>Whether the pattern has a part that is not known before deployment.</summary>
    public bool HasUnknown { get; }

    /// <summary>Whether every region and every account is meant.</summary>
    public bool CoversEveryRegionAndAccount => Region.MatchesEverything && Account.MatchesEverything;

    /// <summary>Whether every resource of at least one partition is meant: <c>arn:*</c>, <c>arn:aws:*:*:*:*</c>.</summary>
    public bool CoversEveryService =>
        Service.MatchesEveryNonEmpty && CoversEveryRegionAndAccount && Resource.MatchesEveryNonEmpty;

    // Region, account and resource in one. Few questions need it.
    private Glob Rest => field ??= _restText is null ? Region : ParseField(_restText, _policyVariables);

    /// <summary>
    /// Reads a pattern; false for a text that is no ARN: it does not start with <c>arn:</c>, or has too few fields and no
    /// wildcard that could stand for the rest.
    /// </summary>
    /// <param name="text">The pattern.</param>
    /// <param name="policyVariables">Whether <c>${…}</c> is a policy variable.</param>
    /// <param name="arn">The pattern read.</param>
    public static bool TryParse(string text, bool policyVariables, [NotNullWhen(true)] out ArnPattern? arn)
    {
        ArgumentNullException.ThrowIfNull(text);
        arn = null;
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
            return false;

        Span<Range> ranges = stackalloc Range[FieldCount];
        int written = Split(text, policyVariables, ranges, out int colons);
        var fields = new Glob[FieldCount];
        fields[0] = Glob.Empty;
        bool isOpen = false;
        for (int i = 1; i < written; i++)
        {
            fields[i] = ParseField(text.AsSpan(ranges[i]), policyVariables);
            isOpen |= !fields[i].IsLiteral;
        }

        if (written < FieldCount && !isOpen)
            return false;

        Glob missing = Glob.Empty;
        if (written < FieldCount && fields[written - 1].Items is [.., { IsSpan: true } last])
            missing = last.Kind == GlobItemKind.Many ? Glob.Everything : Glob.OfItems(fields[written - 1].Text, [last]);

        fields.AsSpan(written).Fill(missing);
        string? rest = written > 3 ? text[ranges[3].Start..] : null;
        arn = new(fields, rest, Math.Max(colons - 3, 0), written, policyVariables);
        return true;
    }

    /// <summary>Whether an ARN of the catalogue's format may match.</summary>
    internal bool CanMatch(ArnFormat format)
    {
        if (!Service.Intersects(format.Service))
            return false;

        if (Resource.Intersects(format.Resource) && Region.Intersects(format.Region) && Account.Intersects(format.Account))
            return true;

        // Only a pattern with fewer colons than the format has a star that can take one.
        return _restColons < format.RestColons && Rest.Intersects(format.Rest);
    }

    /// <summary>What is wrong with the ARN in view of all formats that its service has.</summary>
    internal ArnMisfit MisfitWith(ReadOnlySpan<ArnFormat> formats)
    {
        const ArnMisfit all = ArnMisfit.RegionNotAllowed | ArnMisfit.RegionMissing | ArnMisfit.AccountNotAllowed | ArnMisfit.AccountMissing;
        ArnMisfit common = all;
        bool isName = false;
        foreach (ArnFormat format in formats)
        {
            if (!Resource.Intersects(format.Resource))
                continue;

            isName = true;
            common &= MisfitWith(format);
            if (common == ArnMisfit.None)
                return common;
        }

        if (isName)
            return common;

        // A star may take colons that the format has more of: only a text without wildcards is certainly no name.
        return Region.IsLiteral && Account.IsLiteral && Resource.IsLiteral && !formats.IsEmpty ? ArnMisfit.UnknownResource : ArnMisfit.None;
    }

    private ArnMisfit MisfitWith(ArnFormat format)
    {
        ArnMisfit misfit = ArnMisfit.None;
        if (Region.IsLiteral && format.HasRegion == (Region.Text.Length == 0))
            misfit |= format.HasRegion ? ArnMisfit.RegionMissing : ArnMisfit.RegionNotAllowed;

        // Where both are missing the account goes with the region. What AWS itself has may say so: arn:aws:sso::aws:…
        if (Account is { IsLiteral: true, Text: not "aws" } && format.HasAccount == (Account.Text.Length == 0) && (misfit & ArnMisfit.RegionMissing) == 0)
            misfit |= format.HasAccount ? ArnMisfit.AccountMissing : ArnMisfit.AccountNotAllowed;

        return misfit;
    }

    /// <summary>
    /// Whether every name in the catalogue's format certainly matches: everywhere, or else in at least one partition, region
    /// and account.
    /// </summary>
    internal bool CoversAllNamesOf(ArnFormat format, bool everywhere) =>
        Service.Contains(format.Service)
        && Resource.Contains(format.Resource)
        && (everywhere ? Region.Contains(format.Region) : HoldsOne(Region, format.Region))
        && (everywhere ? Account.Contains(format.Account) : HoldsOne(Account, format.Account));

    /// <summary>Whether every ARN of the other pattern certainly matches this one.</summary>
    public bool Covers(ArnPattern other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Partition.Contains(other.Partition)
            && Service.Contains(other.Service)
            && Region.Contains(other.Region)
            && Account.Contains(other.Account)
            && Resource.Contains(other.Resource);
    }

    /// <summary>Whether an ARN may match both patterns.</summary>
    public bool Overlaps(ArnPattern other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Partition.Intersects(other.Partition) || !Service.Intersects(other.Service))
            return false;

        return (Resource.Intersects(other.Resource) && Region.Intersects(other.Region) && Account.Intersects(other.Account))
            || (_restColons != other._restColons && Rest.Intersects(other.Rest));
    }

    // Regions and accounts are lower-case letters, digits and hyphens: what else a pattern asks for no resource has.
    private static bool HoldsOne(Glob field, Glob format)
    {
        if (format.IsLiteral)
            return field.Contains(format);

        foreach (GlobItem item in field.Items)
        {
            if (item.Kind == GlobItemKind.Literal && !char.IsAsciiLetterLower(item.Char) && !char.IsAsciiDigit(item.Char) && item.Char != '-')
                return false;
        }

        return field.Items.Length > 0;
    }

    private static readonly Glob Aws = Glob.Parse("aws");

    private static Glob ParseField(ReadOnlySpan<char> text, bool policyVariables) => text switch
    {
        "" => Glob.Empty,
        "*" => Glob.Everything,
        "aws" => Aws,
        _ => Glob.Parse(text.ToString(), policyVariables: policyVariables),
    };

    // A default value of a policy variable may have colons: "${aws:username, 'a:b'}" is in one field, with its own colon.
    private static int Split(string text, bool policyVariables, Span<Range> fields, out int colons)
    {
        int count = 0;
        int start = 0;
        colons = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (policyVariables && text[i] == '$' && GlobParser.VariableLength(text.AsSpan(i)) is var length and > 0)
            {
                i += length - 1;
            }
            else if (text[i] == ':')
            {
                colons++;
                if (count < FieldCount - 1)
                {
                    fields[count++] = start..i;
                    start = i + 1;
                }
            }
        }

        fields[count++] = start..;
        return count;
    }
}
