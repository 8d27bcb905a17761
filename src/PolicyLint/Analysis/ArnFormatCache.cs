using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// The ARN formats of a catalogue's resource types, and of the lists of types that actions work on, each read once when first
/// asked for.
/// </summary>
internal sealed class ArnFormatCache
{
    private static readonly ConditionalWeakTable<ServiceCatalog, ArnFormatCache> Caches = [];

    // Lists are numbered by where they lie in the pool; few of them are asked for.
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;

    private readonly ServiceCatalog _catalog;
    private readonly ArnFormat[]?[] _formats;
    private readonly TargetFormats?[]?[] _targets;

    private ArnFormatCache(ServiceCatalog catalog)
    {
        _catalog = catalog;
        _formats = new ArnFormat[]?[catalog.ResourceTypeCount];
        _targets = new TargetFormats?[]?[(catalog.Blob.CountOf(CatalogLayout.Section.Pool) >> PageBits) + 1];
    }

    public static ArnFormatCache Of(ServiceCatalog catalog) => Caches.GetValue(catalog, static catalog => new(catalog));

    /// <summary>The formats of a type; none where the catalogue's text is no ARN.</summary>
    public ReadOnlySpan<ArnFormat> FormatsOf(CatalogResourceType type) => _formats[type.Index] ??= Read(type);

    /// <summary>The formats of all types on a list that actions work on: <see cref="CatalogAction.TargetList"/>.</summary>
    public TargetFormats FormatsOf(int targetList) =>
        (_targets[targetList >> PageBits] ??= new TargetFormats?[PageSize])[targetList & (PageSize - 1)] ??= ReadTargets(targetList);

    private TargetFormats ReadTargets(int targetList)
    {
        var formats = new List<ArnFormat>();
        bool isOpen = false;
        foreach (CatalogActionResource target in CatalogList<CatalogActionResource>.Pooled(_catalog, targetList))
        {
            ReadOnlySpan<ArnFormat> ofType = FormatsOf(target.Type);
            formats.AddRange(ofType);
            isOpen |= ofType.IsEmpty;
        }

        return new TargetFormats([.. formats], isOpen);
    }

    private static ArnFormat[] Read(CatalogResourceType type)
    {
        ImmutableArray<string> texts = type.ArnFormats;
        var formats = new ArnFormat[texts.Length];
        for (int i = 0; i < formats.Length; i++)
        {
            // A type is only judged when every one of its formats can be.
            if (ArnFormat.Parse(texts[i]) is not { } format)
                return [];

            formats[i] = format;
        }

        return formats;
    }
}

/// <summary>The formats of the types that an action works on.</summary>
/// <param name="Formats">Those of all types.</param>
/// <param name="IsOpen">Whether a type is among them whose ARNs are not known.</param>
internal sealed record TargetFormats(ArnFormat[] Formats, bool IsOpen);
