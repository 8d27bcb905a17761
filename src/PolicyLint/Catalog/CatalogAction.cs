using System.Text;
using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

/// <summary>
/// An action of a service. See
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table">the actions table</see>.
/// </summary>
public readonly record struct CatalogAction : ICatalogItem<CatalogAction>
{
    private readonly ServiceCatalog _catalog;

    internal CatalogAction(ServiceCatalog catalog, int ordinal)
    {
        _catalog = catalog;
        Ordinal = ordinal;
    }

    /// <summary>Its number among all actions and phantoms.</summary>
    public int Ordinal { get; }

    /// <summary>The service that it belongs to.</summary>
    public CatalogService Service => new(_catalog, Blob.U16(Section.Actions, Ordinal, 4));

    /// <summary>Its name as AWS writes it, without the service: <c>CreateEndpoint</c>.</summary>
    public string Name => Blob.Text(Section.Actions, Ordinal);

    /// <summary>Its name with the service: <c>sagemaker:CreateEndpoint</c>.</summary>
    public string FullName => $"{Service.Prefix}:{Name}";

    /// <summary>The length of <see cref="Name"/>, which is ASCII.</summary>
    public int NameLength => Blob.Utf8(Section.Actions, Ordinal).Length;

    /// <summary>What kind of access it gives.</summary>
    public AccessLevel AccessLevel => (AccessLevel)(Flags & ShapeFlags.LevelMask);

    /// <summary>Whether it changes anything: its level is Write, PermissionsManagement or Tagging.</summary>
    public bool IsWrite => AccessLevel >= AccessLevel.Write;

    /// <summary>Whether it can be allowed on single resources; without, only <c>"Resource": "*"</c> allows it.</summary>
    public bool SupportsResourceLevel => Blob.ListCount(TargetList) != 0;

    /// <summary>The resource types that it works on; empty when it has no resource-level support.</summary>
    public CatalogList<CatalogActionResource> ResourceTypes => CatalogList<CatalogActionResource>.Pooled(_catalog, TargetList);

    /// <summary>
    /// Whether the resource types marked required are alternatives: the statement needs one of them, not each. The
    /// reference does not tell the two apart; this comes from the overlay and is not complete.
    /// </summary>
    public bool RequiresOnlyOne => (Flags & ShapeFlags.AlternativeTargets) != 0;

    /// <summary>The condition keys that it supports on any resource; more come with <see cref="ResourceTypes"/>, and the global ones are not repeated.</summary>
    public CatalogList<CatalogConditionKey> ConditionKeys => CatalogList<CatalogConditionKey>.Pooled(_catalog, Blob.U16(Section.Shapes, Shape, 4));

    /// <summary>The actions that its caller needs as well, such as <c>iam:PassRole</c>.</summary>
    public CatalogList<CatalogAction> DependentActions => CatalogList<CatalogAction>.Pooled(_catalog, Blob.U16(Section.Shapes, Shape, 6));

    /// <summary>Whether it is only a permission, with no API operation of its name.</summary>
    public bool IsPermissionOnly => (Flags & ShapeFlags.PermissionOnly) != 0;

    /// <summary>What it can really be used for, where the access level does not tell.</summary>
    public ActionRisk Risk => (ActionRisk)Blob.Record(Section.Shapes, Shape)[1];

    internal ReadOnlySpan<byte> NameUtf8 => Blob.Utf8(Section.Actions, Ordinal);

    private CatalogBlob Blob => _catalog.Blob;

    private int Shape => Blob.U16(Section.Actions, Ordinal, 6);

    private ShapeFlags Flags => (ShapeFlags)Blob.Record(Section.Shapes, Shape)[0];

    /// <summary>The number of the list that <see cref="ResourceTypes"/> is: actions that work on the same types share it.</summary>
    internal int TargetList => Blob.U16(Section.Shapes, Shape, 2);

    static CatalogAction ICatalogItem<CatalogAction>.At(ServiceCatalog catalog, int index) => new(catalog, index);

    /// <summary>Writes <see cref="Name"/> into a buffer of at least <see cref="NameLength"/> characters and returns that part of it; allocates nothing.</summary>
    public ReadOnlySpan<char> CopyNameTo(Span<char> buffer) => buffer[..Encoding.UTF8.GetChars(NameUtf8, buffer)];

    /// <summary>The full name.</summary>
    public override string ToString() => FullName;
}
