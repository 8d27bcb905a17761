using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

public sealed partial class ServiceCatalog
{
    /// <summary>
    /// Finds a condition key that is global, or of any service, or of an identity provider (any host name before the colon
    /// may be one); ignores case, allocates nothing.
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
    /// provider: one that the reference names (<c>saml</c>), or any host name; ignores case.
    /// </summary>
    public bool IsConditionKeyPrefix(ReadOnlySpan<char> prefix)
    {
        if (prefix.Equals("aws", StringComparison.OrdinalIgnoreCase) || TryGetService(prefix, out _) || IsIssuer(prefix))
            return true;

        for (int i = 0; i < Blob.CountOf(Section.KeyPrefixes); i++)
        {
            if (KeyTemplate.Matches(Blob.Utf8(Section.KeyPrefixes, i), prefix))
                return true;
        }

        return false;
    }

    // No literal head of a template ends with a letter or digit: trying the key up to each other character finds them all.
    private bool TryGetTemplate(ReadOnlySpan<char> key, out CatalogConditionKey found)
    {
        ReadOnlySpan<byte> slots = Blob.Slots(Section.TemplateSlots);
        int longest = -1;
        uint running = HashStart();
        foreach (char c in key)
        {
            running = HashStep(running, c);
            if (!char.IsAsciiLetterOrDigit(c) && ProbeTemplates(slots, HashEnd(running), key) is >= 0 and int match)
                longest = match;
        }

        if (longest < 0 && IsIssuer(PrefixOf(key)))
            longest = ProbeTemplates(slots, HashEnd(HashStart()), key);

        found = longest < 0 ? default : new CatalogConditionKey(this, longest);
        return longest >= 0;
    }

    private static ReadOnlySpan<char> PrefixOf(ReadOnlySpan<char> key) => key.IndexOf(':') is >= 0 and int colon ? key[..colon] : [];

    // Any account may have identity providers of its own; they are named by host name.
    private static bool IsIssuer(ReadOnlySpan<char> prefix) => prefix.Contains('.');

    private int ProbeTemplates(ReadOnlySpan<byte> slots, uint hash, ReadOnlySpan<char> key)
    {
        int index;
        while ((index = CatalogBlob.Probe(slots, ref hash)) >= 0 && !KeyTemplate.Matches(Blob.Utf8(Section.Keys, index), key))
        {
        }

        return index;
    }
}
