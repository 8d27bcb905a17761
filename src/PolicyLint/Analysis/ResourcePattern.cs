using System.Text;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>What a value of Resource or NotResource is.</summary>
public enum ResourcePatternKind
{
    /// <summary><c>*</c>, or a pattern of ARNs that covers every resource of at least one partition: <c>arn:*</c>, <c>arn:aws:*:*:*:*</c>.</summary>
    Everything,

    /// <summary>A narrower pattern of ARNs.</summary>
    Arn,

    /// <summary>Neither <c>*</c> nor an ARN: IAM refuses it.</summary>
    Malformed,

    /// <summary>A part that is not known before deployment decides what it is.</summary>
    Unresolved,
}

/// <summary>
/// One value of Resource or NotResource. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</see>.
/// </summary>
public sealed class ResourcePattern
{
    private static readonly Glob EveryArn = Glob.Parse("arn:*:*:*:*:*");

    private readonly PolicyStringList _list;
    private readonly int _index;
    private readonly ArnFormatCache _formats;
    private readonly bool _policyVariables;
    private readonly bool _isPlain;
    private readonly ArnBytes.Places _places;
    private ArnPattern? _arn;

    internal ResourcePattern(PolicyStringList list, int index, bool policyVariables, ArnFormatCache formats)
    {
        _list = list;
        _index = index;
        _policyVariables = policyVariables;
        _formats = formats;
        ReadOnlySpan<byte> value = list.Utf8(index);
        if (value is [(byte)'*'])
        {
            MatchesStar = true;
            Kind = ResourcePatternKind.Everything;
        }
        else if (ArnBytes.TrySplit(value, out _places))
        {
            Kind = ResourcePatternKind.Arn;
            _isPlain = true;
            HasOrdinaryFields = new ArnBytes(value, _places).HasOrdinaryFields;
        }
        else if (ArnPattern.TryParse(Text.Value, policyVariables, out _arn))
        {
            Kind = _arn.CoversEveryService ? ResourcePatternKind.Everything : ResourcePatternKind.Arn;
        }
        else
        {
            Glob whole = Glob.Parse(Text.Value, policyVariables: policyVariables);
            MatchesStar = !whole.HasUnknown && !whole.HasVariable && whole.Matches("*");
            Kind = whole.Contains(EveryArn) ? ResourcePatternKind.Everything
                : whole.HasUnknown ? ResourcePatternKind.Unresolved
                : ResourcePatternKind.Malformed;
        }
    }

    /// <summary>The value as written.</summary>
    public PolicyString Text => _list[_index];

    /// <summary>
    /// Whether the value is an ARN of partition <c>aws</c> with a named service, any region, none or one named as AWS does, and
    /// any account, none or twelve digits: nothing can be wrong with these fields.
    /// </summary>
    public bool HasOrdinaryFields { get; }

    /// <summary>Whether the value is an ARN that names its service, without wildcards: a quick look before <see cref="Arn"/>.</summary>
    public bool NamesService => _isPlain;

    /// <summary>Whether the value is an ARN of this service, in UTF-8; what has policy variables may be too.</summary>
    public bool NamesServiceAs(ReadOnlySpan<byte> service) =>
        _isPlain ? new ArnBytes(_list.Utf8(_index), _places).Service.SequenceEqual(service) : Kind == ResourcePatternKind.Arn && _list.Utf8(_index).IndexOf(service) > 0;

    /// <summary>Whether the value is an ARN of this account, in UTF-8.</summary>
    public bool NamesAccountAs(ReadOnlySpan<byte> account) =>
        _isPlain ? new ArnBytes(_list.Utf8(_index), _places).Account.SequenceEqual(account) : Arn is { Account.IsLiteral: true } arn && Encoding.UTF8.GetBytes(arn.Account.Text).AsSpan().SequenceEqual(account);

    /// <summary>Whether the value is an ARN of one service that has <c>*</c> for the account.</summary>
    public bool HasAnyAccount => _isPlain && new ArnBytes(_list.Utf8(_index), _places).Account is [(byte)'*', ..] account && !account.ContainsAnyExcept((byte)'*');

    /// <summary>What it is.</summary>
    public ResourcePatternKind Kind { get; }

    /// <summary>The fields of the ARN; null where the value does not start with <c>arn:</c>.</summary>
    public ArnPattern? Arn
    {
        get
        {
            if (_arn is null && Kind == ResourcePatternKind.Arn)
                ArnPattern.TryParse(Text.Value, _policyVariables, out _arn);

            return _arn;
        }
    }

    /// <summary>Whether a part is not known before deployment.</summary>
    public bool HasUnknown => _list.MayHaveUnknown && _list.Utf8(_index).IndexOf("\uFFFF"u8) >= 0;

    /// <summary>
    /// Whether the value is <c>*</c> or a pattern of it. Actions without resource-level permission are only allowed or
    /// denied by such a value, not by any ARN, however wide. See
    /// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">the actions table</see>.
    /// </summary>
    public bool MatchesStar { get; }

    /// <summary>Whether every region and every account is meant.</summary>
    public bool CoversEveryRegionAndAccount => Arn?.CoversEveryRegionAndAccount ?? Kind == ResourcePatternKind.Everything;

    /// <summary>Whether a resource of this type may match; also true where that is not known.</summary>
    public bool CanMatch(CatalogResourceType type) => CanMatchAny(new ReadOnlySpan<CatalogResourceType>(ref type));

    /// <summary>Whether a resource of one of these types may match; also true where that is not known.</summary>
    public bool CanMatchAny(ReadOnlySpan<CatalogResourceType> types)
    {
        if (Kind != ResourcePatternKind.Arn)
            return Kind != ResourcePatternKind.Malformed && !types.IsEmpty;

        ArnBytes plain = _isPlain ? new ArnBytes(_list.Utf8(_index), _places) : default;
        foreach (CatalogResourceType type in types)
        {
            if (CanMatch(type, plain))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether it may be a resource of one of the types of a list that actions work on
    /// (<see cref="CatalogAction.TargetList"/>); also true where that is not known.
    /// </summary>
    internal bool IsOfOne(int targetList)
    {
        if (Kind != ResourcePatternKind.Arn)
            return Kind != ResourcePatternKind.Malformed;

        TargetFormats targets = _formats.FormatsOf(targetList);
        return targets.IsOpen || MatchesPlainly(targets.Formats, out bool isOpen) || (isOpen && MatchesAfterAll(targets.Formats));
    }

    // The bytes decide nearly always, and where they say yes to one format no other needs a closer look.
    private bool MatchesPlainly(ArnFormat[] formats, out bool isOpen)
    {
        isOpen = !_isPlain;
        if (!_isPlain)
            return false;

        var plain = new ArnBytes(_list.Utf8(_index), _places);
        foreach (ArnFormat format in formats)
        {
            bool? matches = plain.CanMatch(format);
            if (matches == true)
                return true;

            isOpen |= matches is null;
        }

        return false;
    }

    private bool MatchesAfterAll(ArnFormat[] formats)
    {
        ArnBytes plain = _isPlain ? new ArnBytes(_list.Utf8(_index), _places) : default;
        foreach (ArnFormat format in formats)
        {
            if (CanMatch(format, plain))
                return true;
        }

        return false;
    }

    private bool CanMatch(CatalogResourceType type, ArnBytes plain)
    {
        ReadOnlySpan<ArnFormat> formats = _formats.FormatsOf(type);
        foreach (ArnFormat format in formats)
        {
            if (CanMatch(format, plain))
                return true;
        }

        return formats.IsEmpty;
    }

    private bool CanMatch(ArnFormat format, ArnBytes plain) => (_isPlain ? plain.CanMatch(format) : null) ?? Arn!.CanMatch(format);

    /// <summary>Why no resource of the service that the ARN names has such an ARN.</summary>
    /// <param name="catalog">The catalogue of services.</param>
    public ArnMisfit FindMisfit(ServiceCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        if (Kind != ResourcePatternKind.Arn)
            return ArnMisfit.None;

        ArnServiceIndex services = ArnServiceIndex.Of(catalog);
        ArnService? found;
        if (_isPlain)
        {
            var plain = new ArnBytes(_list.Utf8(_index), _places);
            found = services.Find(plain.Service);
            if (found?.HasFormatFor(plain) == true)
                return ArnMisfit.None;
        }
        else if (Arn!.Service is { IsLiteral: true, Text.Length: > 0 } service)
        {
            found = services.Find(service.Text);
        }
        else
        {
            return ArnMisfit.None;
        }

        if (found is null)
            return ArnMisfit.UnknownService;

        ArnMisfit misfit = Arn!.MisfitWith(found.Formats);
        return ArnServiceIndex.HasResourcesOfAws(Arn.Service.Text) ? misfit & ~ArnMisfit.AccountMissing : misfit;
    }

    /// <summary>Whether every resource of this type certainly matches, whatever its name.</summary>
    /// <param name="type">The resource type.</param>
    /// <param name="everywhere">
    /// Whether in every region and account; else one of each is enough, so that <c>arn:aws:sagemaker:us-east-1:111122223333:*</c>
    /// covers all endpoints. A pattern that covers one partition is taken to cover them all.
    /// </param>
    public bool CoversAllOf(CatalogResourceType type, bool everywhere = false)
    {
        if (Kind != ResourcePatternKind.Arn)
            return Kind == ResourcePatternKind.Everything;

        ReadOnlySpan<ArnFormat> formats = _formats.FormatsOf(type);
        if (_isPlain && formats.Length > 0 && new ArnBytes(_list.Utf8(_index), _places).LeavesOutNamesOf(formats[0]))
            return false;

        foreach (ArnFormat format in formats)
        {
            if (!Arn!.CoversAllNamesOf(format, everywhere))
                return false;
        }

        return !formats.IsEmpty;
    }

    /// <summary>Whether every resource of the other value certainly matches this one.</summary>
    public bool Covers(ResourcePattern other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (MatchesStar && Kind == ResourcePatternKind.Everything)
            return true;

        return Arn is not null && other.Arn is not null ? Arn.Covers(other.Arn) : Arn is null && other.Arn is null && AreAlike(other);
    }

    /// <summary>Whether a resource may match both values; also true where that is not known.</summary>
    public bool Overlaps(ResourcePattern other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Kind == ResourcePatternKind.Malformed || other.Kind == ResourcePatternKind.Malformed)
            return false;

        return Arn is null || other.Arn is null || Arn.Overlaps(other.Arn);
    }

    /// <summary>The value as written.</summary>
    public override string ToString() => Text.Value;

    // Without fields to compare, only the same known text is certainly the same.
    private bool AreAlike(ResourcePattern other) => !HasUnknown && Text.Value == other.Text.Value;
}
