using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

/// <summary>
/// A condition key, or a template of condition keys. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">global condition keys</see> and
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#context_keys_table">the condition keys table</see>.
/// </summary>
public readonly record struct CatalogConditionKey : ICatalogItem<CatalogConditionKey>
{
    private readonly ServiceCatalog _catalog;

    internal CatalogConditionKey(ServiceCatalog catalog, int index)
    {
        _catalog = catalog;
        Index = index;
    }

    /// <summary>Its number over the whole catalogue, from 0 to <see cref="ServiceCatalog.ConditionKeyCount"/>.</summary>
    public int Index { get; }

    /// <summary>Its name, or the template of its names with the open parts written <c>${…}</c>: <c>aws:RequestTag/${TagKey}</c>.</summary>
    public string Name => Blob.Text(Section.Keys, Index);

    /// <summary>The type of its values.</summary>
    public ConditionKeyType Type => (ConditionKeyType)Blob.Record(Section.Keys, Index)[4];

    /// <summary>Whether it is one of the keys that AWS sets for requests to any service.</summary>
    public bool IsGlobal => (Flags & KeyFlags.Global) != 0;

    /// <summary>Whether <see cref="Name"/> has open parts.</summary>
    public bool IsTemplate => (Flags & KeyFlags.Template) != 0;

    /// <summary>Whether a request carries any number of values of it, so that <c>ForAllValues</c> and <c>ForAnyValue</c> make sense.</summary>
    public bool IsMultivalued => Type is ConditionKeyType.ArrayOfString or ConditionKeyType.ArrayOfArn or ConditionKeyType.ArrayOfBool;

    private CatalogBlob Blob => _catalog.Blob;

    private KeyFlags Flags => (KeyFlags)Blob.Record(Section.Keys, Index)[5];

    static CatalogConditionKey ICatalogItem<CatalogConditionKey>.At(ServiceCatalog catalog, int index) => new(catalog, index);

    /// <summary>Whether a key of a policy is this one, or one that the template stands for; ignores case, allocates nothing.</summary>
    public bool Matches(ReadOnlySpan<char> key)
    {
        ReadOnlySpan<byte> name = Blob.Utf8(Section.Keys, Index);
        return IsTemplate ? KeyTemplate.Matches(name, key) : Blob.TextEquals(Section.Keys, Index, key);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>Searches in lists of condition keys.</summary>
public static class CatalogConditionKeyExtensions
{
    /// <summary>Finds the key of a list that is, or whose template stands for, a key of a policy; ignores case, allocates nothing.</summary>
    public static bool TryFind(this CatalogList<CatalogConditionKey> keys, ReadOnlySpan<char> key, out CatalogConditionKey found)
    {
        foreach (CatalogConditionKey candidate in keys)
        {
            if (candidate.Matches(key))
            {
                found = candidate;
                return true;
            }
        }

        found = default;
        return false;
    }
}
