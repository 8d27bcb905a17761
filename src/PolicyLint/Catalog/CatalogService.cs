using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

/// <summary>
/// A service: what stands before the colon of an action. See
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">the Service Authorization Reference</see>.
/// </summary>
public readonly record struct CatalogService : ICatalogItem<CatalogService>
{
    private readonly ServiceCatalog _catalog;

    internal CatalogService(ServiceCatalog catalog, int index)
    {
        _catalog = catalog;
        Index = index;
    }

    /// <summary>Its number: services are sorted by prefix.</summary>
    public int Index { get; }

    /// <summary>The prefix of its actions, in lower case: <c>sagemaker</c>.</summary>
    public string Prefix => Blob.Text(Section.Services, Index);

    /// <summary>What AWS calls it: <c>Amazon SageMaker</c>.</summary>
    public string Name => Blob.Text(Section.Services, Index, 4);

    /// <summary>The ordinal of its first action.</summary>
    public int FirstOrdinal => (int)Blob.U32(Section.Services, Index, 8);

    /// <summary>The ordinal after its last, phantom included: <c>sagemaker:*</c> is the range from <see cref="FirstOrdinal"/> to here.</summary>
    public int EndOrdinal => (int)Blob.U32(Section.Services, Index, 12);

    /// <summary>The ordinal that stands for "any action of this service that the catalogue does not have".</summary>
    public int PhantomOrdinal => EndOrdinal - 1;

    /// <summary>Its actions, sorted by lower-case name, without the phantom.</summary>
    public CatalogList<CatalogAction> Actions =>
        CatalogList<CatalogAction>.Range(_catalog, FirstOrdinal, PhantomOrdinal - FirstOrdinal);

    /// <summary>The first of its actions that changes anything; null where all only read.</summary>
    public CatalogAction? FirstWrite => _catalog.FirstWriteOf(this);

    /// <summary>The resource types that it defines, sorted by lower-case name.</summary>
    public CatalogList<CatalogResourceType> ResourceTypes => CatalogList<CatalogResourceType>.Range(
        _catalog, Blob.U16(Section.Services, Index, 16), Blob.U16(Section.Services, Index, 18));

    /// <summary>The condition keys listed on its page: its own and those global ones that the page names.</summary>
    public CatalogList<CatalogConditionKey> ConditionKeys =>
        CatalogList<CatalogConditionKey>.Pooled(_catalog, Blob.U16(Section.Services, Index, 20));

    /// <summary>
    /// Whether resource control policies apply to it. See
    /// <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services">services that support RCPs</see>.
    /// </summary>
    public bool SupportsRcp => ((ServiceFlags)Blob.U16(Section.Services, Index, 22) & ServiceFlags.SupportsRcp) != 0;

    private CatalogBlob Blob => _catalog.Blob;

    static CatalogService ICatalogItem<CatalogService>.At(ServiceCatalog catalog, int index) => new(catalog, index);

    /// <summary>Finds an action of this service by its name; ignores case, allocates nothing.</summary>
    public bool TryGetAction(ReadOnlySpan<char> name, out CatalogAction action) => _catalog.TryGetAction(this, name, out action);

    /// <summary>
    /// The range of ordinals, without the phantom, of the actions whose name begins with a text; ignores case. Empty at
    /// <see cref="PhantomOrdinal"/> or before when there is none.
    /// </summary>
    public (int First, int End) FindActions(ReadOnlySpan<char> nameStart) => _catalog.FindActions(this, nameStart);

    /// <summary>Finds a condition key of this service's page: <c>sagemaker:ResourceTag/team</c> finds its template; ignores case.</summary>
    public bool TryGetConditionKey(ReadOnlySpan<char> key, out CatalogConditionKey found) => ConditionKeys.TryFind(key, out found);

    /// <summary>Finds a resource type by its name; ignores case.</summary>
    public bool TryGetResourceType(ReadOnlySpan<char> name, out CatalogResourceType found)
    {
        foreach (CatalogResourceType type in ResourceTypes)
        {
            if (Blob.TextEquals(Section.ResourceTypes, type.Index, name))
            {
                found = type;
                return true;
            }
        }

        found = default;
        return false;
    }

    /// <summary>The prefix.</summary>
    public override string ToString() => Prefix;
}
