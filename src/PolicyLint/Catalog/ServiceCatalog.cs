using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using PolicyLint.Analysis;
using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.Catalog;

/// <summary>
/// What AWS services can be asked to do: services, actions, resource types, condition keys, as of <see cref="Date"/>.
/// Immutable and safe for any number of threads. It lies in one block of bytes that is never parsed: finding a name costs
/// a hash and a comparison, and strings are made only when asked for.
/// </summary>
/// <remarks>
/// Every action has an ordinal. Services are sorted by prefix and the actions of a service by lower-case name, so that a
/// whole service is one range. After the actions of each service comes one phantom that stands for any action of it that
/// the catalogue does not have, and at the very end one for the actions of any other service: sets of ordinals keep every
/// law of sets although AWS adds actions every day.
/// </remarks>
public sealed partial class ServiceCatalog
{
    private const int LongestLookup = 128;

    private const string ResourceName = "PolicyLint.Catalog.catalog.bin";

    private static readonly Lazy<ServiceCatalog> LazyDefault =
        new(() => new ServiceCatalog(CatalogBlob.Open(BlobMemory.OfResource(ResourceName), verifyContent: false)));

    private ImmutableArray<string> _partitions;

    private readonly int[] _firstWrites;

    private ServiceCatalog(CatalogBlob blob)
    {
        Blob = blob;
        _firstWrites = new int[ServiceCount];
        SageMaker = TryGetService("sagemaker"u8, out CatalogService sageMaker) ? sageMaker : null;
        if (TryGetService("iam"u8, out CatalogService iam))
        {
            PassRole = TryGetAction(iam, "PassRole"u8, out CatalogAction passRole) ? passRole : null;
            CreateServiceLinkedRole = TryGetAction(iam, "CreateServiceLinkedRole"u8, out CatalogAction create) ? create : null;
        }
    }

    /// <summary>The catalogue that ships with this version.</summary>
    public static ServiceCatalog Default => LazyDefault.Value;

    /// <summary>The day on which the data was taken from AWS.</summary>
    public DateOnly Date => Blob.Date;

    /// <summary>How many services there are.</summary>
    public int ServiceCount => Blob.CountOf(Section.Services);

    /// <summary>How many actions there are, phantoms not counted.</summary>
    public int ActionCount => OrdinalCount - ServiceCount - 1;

    /// <summary>How many ordinals there are: one for each action, one phantom for each service, and <see cref="UnknownServiceOrdinal"/>.</summary>
    public int OrdinalCount => Blob.CountOf(Section.Actions);

    /// <summary>The last ordinal: "any action of a service that the catalogue does not have".</summary>
    public int UnknownServiceOrdinal => OrdinalCount - 1;

    /// <summary>How many resource types there are over all services.</summary>
    public int ResourceTypeCount => Blob.CountOf(Section.ResourceTypes);

    /// <summary>How many condition keys there are; keys that differ in type from service to service are counted for each type.</summary>
    public int ConditionKeyCount => Blob.CountOf(Section.Keys);

    /// <summary>The services, sorted by prefix.</summary>
    public CatalogList<CatalogService> Services => CatalogList<CatalogService>.Range(this, 0, ServiceCount);

    /// <summary>Every resource type, by service and name.</summary>
    public CatalogList<CatalogResourceType> ResourceTypes => CatalogList<CatalogResourceType>.Range(this, 0, ResourceTypeCount);

    /// <summary>Every condition key, by lower-case name.</summary>
    public CatalogList<CatalogConditionKey> ConditionKeys => CatalogList<CatalogConditionKey>.Range(this, 0, ConditionKeyCount);

    /// <summary>
    /// The partitions of AWS: what stands second in an ARN. See
    /// <see href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html">partitions</see>.
    /// </summary>
    public ImmutableArray<string> Partitions
    {
        get
        {
            if (_partitions.IsDefault)
            {
                ImmutableArray<string> partitions =
                    [.. Enumerable.Range(0, Blob.CountOf(Section.Partitions)).Select(i => Blob.Text(Section.Partitions, i))];
                ImmutableInterlocked.InterlockedInitialize(ref _partitions, partitions);
            }

            return _partitions;
        }
    }

    internal CatalogBlob Blob { get; }

    /// <summary>Opens another catalogue than the one that ships, for instance a newer one. The bytes are copied and checked as a whole.</summary>
    /// <exception cref="InvalidDataException">The bytes are no catalogue, one of another format, or a damaged one.</exception>
    public static ServiceCatalog Load(ReadOnlyMemory<byte> blob) => new(CatalogBlob.Open(BlobMemory.CopyOf(blob.Span), verifyContent: true));

    /// <summary>The service of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such service.</exception>
    public CatalogService GetService(int index) => Services[index];

    /// <summary>The action of an ordinal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is a phantom, or none.</exception>
    public CatalogAction GetAction(int ordinal)
    {
        if (IsPhantom(ordinal))
            throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "The ordinal stands for actions that the catalogue does not have.");

        return new CatalogAction(this, ordinal);
    }

    /// <summary>Whether an ordinal stands for actions that the catalogue does not have.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ordinal.</exception>
    public bool IsPhantom(int ordinal) => Blob.U32(Section.Actions, ordinal) == 0;

    /// <summary>The service of an ordinal, phantoms included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is <see cref="UnknownServiceOrdinal"/>, or none.</exception>
    public CatalogService GetServiceOfOrdinal(int ordinal) => Services[Blob.U16(Section.Actions, ordinal, 4)];

    /// <summary>Expansions that are asked for again and again.</summary>
    internal ExpansionMemo Expansions { get; } = new();

    internal CatalogAction? FirstWriteOf(CatalogService service)
    {
        // Zero is not looked up yet; else the ordinal plus two, or one where there is none.
        ref int kept = ref _firstWrites[service.Index];
        if (kept == 0)
        {
            int ordinal = service.FirstOrdinal;
            while (ordinal < service.PhantomOrdinal && !GetAction(ordinal).IsWrite)
                ordinal++;

            kept = ordinal < service.PhantomOrdinal ? ordinal + 2 : 1;
        }

        return kept == 1 ? null : GetAction(kept - 2);
    }

    /// <summary>SageMaker; null in a catalogue that lacks it.</summary>
    public CatalogService? SageMaker { get; }

    /// <summary><c>iam:PassRole</c>, which hands a role to a service; null in a catalogue that lacks it.</summary>
    public CatalogAction? PassRole { get; }

    /// <summary><c>iam:CreateServiceLinkedRole</c>, which makes the role of a service; null in a catalogue that lacks it.</summary>
    public CatalogAction? CreateServiceLinkedRole { get; }

    /// <summary>Finds a service by its prefix; ignores case, allocates nothing.</summary>
    public bool TryGetService(ReadOnlySpan<char> prefix, out CatalogService service)
    {
        Span<byte> buffer = stackalloc byte[LongestLookup];
        service = default;
        return TryNarrow(prefix, buffer, out ReadOnlySpan<byte> name) && TryGetService(name, out service);
    }

    /// <summary>Finds an action by the prefix of its service and its name; ignores case, allocates nothing.</summary>
    public bool TryGetAction(ReadOnlySpan<char> prefix, ReadOnlySpan<char> name, out CatalogAction action)
    {
        action = default;
        return TryGetService(prefix, out CatalogService service) && TryGetAction(service, name, out action);
    }

    internal bool TryGetAction(CatalogService service, ReadOnlySpan<char> name, out CatalogAction action)
    {
        Span<byte> buffer = stackalloc byte[LongestLookup];
        action = default;
        return TryNarrow(name, buffer, out ReadOnlySpan<byte> utf8) && TryGetAction(service, utf8, out action);
    }

    // Strings of a policy are looked up as the bytes that they are in the source.
    internal bool TryGetService(ReadOnlySpan<byte> prefix, out CatalogService service)
    {
        ReadOnlySpan<byte> slots = Blob.Slots(Section.ServiceSlots);
        uint hash = HashOfName(prefix);
        for (int index; (index = CatalogBlob.Probe(slots, ref hash)) >= 0;)
        {
            if (Blob.TextEquals(Section.Services, index, prefix))
            {
                service = new CatalogService(this, index);
                return true;
            }
        }

        service = default;
        return false;
    }

    internal bool TryGetAction(CatalogService service, ReadOnlySpan<byte> name, out CatalogAction action)
    {
        int ordinal = new ActionTable(Blob).Find(service.Index, name);
        action = ordinal == ActionTable.None ? default : new CatalogAction(this, ordinal);
        return ordinal != ActionTable.None;
    }

    // Names of services and actions are ASCII: a text that is not, or is longer than any name, is none.
    private static bool TryNarrow(ReadOnlySpan<char> text, Span<byte> buffer, out ReadOnlySpan<byte> ascii)
    {
        ascii = default;
        if (text.Length > buffer.Length || Ascii.FromUtf16(text, buffer, out int length) != OperationStatus.Done)
            return false;

        ascii = buffer[..length];
        return true;
    }

    internal (int First, int End) FindActions(CatalogService service, ReadOnlySpan<char> nameStart)
    {
        Span<byte> buffer = stackalloc byte[LongestLookup];
        if (!TryNarrow(nameStart, buffer, out ReadOnlySpan<byte> start))
            return (service.FirstOrdinal, service.FirstOrdinal);

        int first = Bound(start, service.FirstOrdinal, service.PhantomOrdinal, pastEqual: false);
        return (first, Bound(start, first, service.PhantomOrdinal, pastEqual: true));
    }

    // Binary search for the first action whose beginning is not before (or, past equal ones, is after) the text.
    private int Bound(ReadOnlySpan<byte> start, int first, int end, bool pastEqual)
    {
        while (first < end)
        {
            int middle = (first + end) / 2;
            int order = CompareStart(Blob.Utf8(Section.Actions, middle), start);
            if (order < 0 || (pastEqual && order == 0))
                first = middle + 1;
            else
                end = middle;
        }

        return first;
    }

    private static int CompareStart(ReadOnlySpan<byte> name, ReadOnlySpan<byte> start)
    {
        for (int at = 0; (at += name[at..].CommonPrefixLength(start[at..])) < start.Length; at++)
        {
            int order = at == name.Length ? -1 : Lower(name[at]) - Lower(start[at]);
            if (order != 0)
                return order;
        }

        return 0;

        static int Lower(byte b) => char.IsAsciiLetterUpper((char)b) ? b | 0x20 : b;
    }
}
