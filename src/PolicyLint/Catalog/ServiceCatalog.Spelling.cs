using System.Text;
using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

public sealed partial class ServiceCatalog
{
    // The longest text of the layout: any name fits.
    private const int BufferSize = MaxTextLength;

    /// <summary>What is known about a prefix that is none of a service: retired, renamed, or the name of an SDK client; ignores case.</summary>
    public PrefixNote? FindPrefixNote(ReadOnlySpan<char> prefix)
    {
        for (int i = 0; i < Blob.CountOf(Section.PrefixNotes); i++)
        {
            if (!Blob.TextEquals(Section.PrefixNotes, i, prefix))
                continue;

            string replacement = Blob.Text(Section.PrefixNotes, i, 4);
            return new PrefixNote(
                Blob.Text(Section.PrefixNotes, i),
                (PrefixNoteKind)Blob.Record(Section.PrefixNotes, i)[12],
                replacement.Length == 0 ? null : replacement,
                Blob.Record(Section.PrefixNotes, i)[13] != 0,
                Blob.Text(Section.PrefixNotes, i, 8));
        }

        return null;
    }

    /// <summary>
    /// Finds the action that authorises an API operation of another name: <c>s3:ListBuckets</c> is allowed by
    /// <c>s3:ListAllMyBuckets</c>. Only for operations that are no actions themselves; ignores case.
    /// </summary>
    public bool TryGetActionOfOperation(CatalogService service, ReadOnlySpan<char> operation, out CatalogAction action)
    {
        for (int i = 0; i < Blob.CountOf(Section.Operations); i++)
        {
            if (Blob.U16(Section.Operations, i, 4) == service.Index && Blob.TextEquals(Section.Operations, i, operation))
            {
                action = new CatalogAction(this, Blob.U16(Section.Operations, i, 6));
                return true;
            }
        }

        action = default;
        return false;
    }

    /// <summary>The service prefix that is spelled most like this one, or <see langword="null"/> when none is near.</summary>
    public string? FindNearestService(string prefix) => FindNearest(prefix, Section.Services, 0, ServiceCount);

    /// <summary>
    /// The name, without the service, of the action that was probably meant: the one that authorises the API operation of
    /// that name, else the one that is spelled most like it, or <see langword="null"/> when none is near.
    /// </summary>
    public string? FindNearestAction(CatalogService service, string name) =>
        TryGetActionOfOperation(service, name, out CatalogAction action)
            ? action.Name
            : FindNearestOnce(service, name);

    // A look at every name of a service costs more than all else in a policy, and the names of a service that has ended are
    // met in many: what was found for the last ones is kept. What lies there never changes, so that threads need no lock.
    private string? FindNearestOnce(CatalogService service, string name)
    {
        ref KnownNearest? kept = ref _nearest[(uint)HashCode.Combine(service.Index, name) % (uint)_nearest.Length];
        if (kept is { } known && known.Service == service.Index && known.Name == name)
            return known.Nearest;

        string? nearest = FindNearest(name, Section.Actions, service.FirstOrdinal, service.PhantomOrdinal);
        kept = new KnownNearest(service.Index, name, nearest);
        return nearest;
    }

    private readonly KnownNearest?[] _nearest = new KnownNearest?[512];

    private sealed record KnownNearest(int Service, string Name, string? Nearest);

    /// <summary>
    /// The condition key that is spelled most like this one, or <see langword="null"/> when none is near. What a template
    /// leaves open is kept: <c>aws:RequestTags/team</c> gives <c>aws:RequestTag/team</c>.
    /// </summary>
    public string? FindNearestConditionKey(string key)
    {
        int slash = key.IndexOf('/', StringComparison.Ordinal) + 1;
        return (slash > 0 ? FindNearestTemplate(key[..slash], key[slash..]) : null) ?? FindNearest(key, Section.Keys, 0, ConditionKeyCount);
    }

    private string? FindNearest(string wanted, Section section, int first, int end)
    {
        var nearest = new NearestName(wanted);
        Span<char> buffer = stackalloc char[BufferSize];
        int best = -1;
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<byte> name = Blob.Utf8(section, i);
            if (nearest.MayBe(name.Length) && nearest.Offer(buffer[..Encoding.UTF8.GetChars(name, buffer)]))
                best = i;
        }

        return best < 0 ? null : Blob.Text(section, best);
    }

    private string? FindNearestTemplate(string wantedHead, string tail)
    {
        var nearest = new NearestName(wantedHead);
        Span<char> buffer = stackalloc char[BufferSize];
        string? best = null;
        for (int i = 0; i < Blob.CountOf(Section.Templates); i++)
        {
            ReadOnlySpan<byte> name = Blob.Utf8(Section.Keys, Blob.U16(Section.Templates, i));
            ReadOnlySpan<byte> head = KeyTemplate.HeadOf(name);
            if (!head.EndsWith((byte)'/') || !KeyTemplate.IsOpenAtEnd(name[head.Length..]))
                continue;

            ReadOnlySpan<char> candidate = buffer[..Encoding.UTF8.GetChars(head, buffer)];
            if (nearest.Offer(candidate))
                best = $"{candidate}{tail}";
        }

        return best;
    }
}
