using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

/// <summary>A resource type as an action takes it.</summary>
public readonly record struct CatalogActionResource : ICatalogItem<CatalogActionResource>
{
    private readonly ServiceCatalog _catalog;
    private readonly int _index;

    private CatalogActionResource(ServiceCatalog catalog, int index)
    {
        _catalog = catalog;
        _index = index;
    }

    /// <summary>The resource type.</summary>
    public CatalogResourceType Type => new(_catalog, _catalog.Blob.U16(Section.Targets, _index));

    /// <summary>Whether AWS marks it as required: a statement without such a resource does not allow the action (but see <see cref="CatalogAction.RequiresOnlyOne"/>).</summary>
    public bool IsRequired => ((TargetFlags)_catalog.Blob.U16(Section.Targets, _index, 4) & TargetFlags.Required) != 0;

    /// <summary>The condition keys that the action supports on this resource type only.</summary>
    public CatalogList<CatalogConditionKey> ConditionKeys =>
        CatalogList<CatalogConditionKey>.Pooled(_catalog, _catalog.Blob.U16(Section.Targets, _index, 2));

    static CatalogActionResource ICatalogItem<CatalogActionResource>.At(ServiceCatalog catalog, int index) => new(catalog, index);

    /// <summary>The name of the type, followed by a question mark when it is optional.</summary>
    public override string ToString() => IsRequired ? Type.Name : Type.Name + "?";
}
