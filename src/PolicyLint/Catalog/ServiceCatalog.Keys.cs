using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

public sealed partial class ServiceCatalog
{
    /// <summary>
    /// Finds a condition key that is global, or of any service, or of an identity provider; ignores case, allocates nothing.
    /// <c>aws:RequestTag/team</c> finds the template <c>aws:RequestTag/${TagKey}</c>. When services disagree on the type of a
    /// key, a global key is preferred, then the first type.
    /// </summary>
    public bool TryGetConditionKey(ReadOnlySpan<char> key, out CatalogConditionKey found)
    {
        ReadOnlySpan<byte> slots = Blob.Slots(Section.KeySlots);
        uint hash = HashOf(key);
        for (int index; (index = CatalogBlob.Probe(slots, ref hash)) >= 0;)
        {
            if (Blob.TextEquals(Section.Keys, index, key))
            {
                found = new CatalogConditionKey(this, index);
                return true;
            }
        }

        return TryGetTemplate(key, out found);
    }

    /// <summary>Finds a condition key that AWS sets for requests to any service; ignores case, allocates nothing.</summary>
    public bool TryGetGlobalConditionKey(ReadOnlySpan<char> key, out CatalogConditionKey found)
    {
        if (TryGetConditionKey(key, out found) && found.IsGlobal)
            return true;

        found = default;
        return false;
    }

    /// <summary>
    /// Whether condition keys may begin with this text before the colon: <c>aws</c>, the prefix of a service, or an identity
    /// provider or other owner that the reference names (<c>saml</c>, <c>token.actions.githubusercontent.com</c>); ignores case.
    /// </summary>
    public bool IsConditionKeyPrefix(ReadOnlySpan<char> prefix)
    {
        if (prefix.Equals("aws", StringComparison.OrdinalIgnoreCase) || TryGetService(prefix, out _))
            return true;

        for (int i = 0; i < Blob.CountOf(Section.KeyPrefixes); i++)
        {
            if (KeyTemplate.Matches(Blob.Utf8(Section.KeyPrefixes, i), prefix))
                return true;
        }

        return false;
    }

    private bool TryGetTemplate(ReadOnlySpan<char> key, out CatalogConditionKey found)
    {
        for (int i = 0; i < Blob.CountOf(Section.Templates); i++)
        {
            int index = Blob.U16(Section.Templates, i);
            if (KeyTemplate.Matches(Blob.Utf8(Section.Keys, index), key))
            {
                found = new CatalogConditionKey(this, index);
                return true;
            }
        }

        found = default;
        return false;
    }
}
