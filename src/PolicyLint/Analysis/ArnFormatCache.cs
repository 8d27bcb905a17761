using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>The ARN formats of a catalogue's resource types, each read once when first asked for.</summary>
internal sealed class ArnFormatCache
{
    private static readonly ConditionalWeakTable<ServiceCatalog, ArnFormatCache> Caches = [];

    private readonly ArnFormat[]?[] _formats;

    private ArnFormatCache(ServiceCatalog catalog) => _formats = new ArnFormat[]?[catalog.ResourceTypeCount];

    public static ArnFormatCache Of(ServiceCatalog catalog) => Caches.GetValue(catalog, static catalog => new(catalog));

    /// <summary>The formats of a type; none where the catalogue's text is no ARN.</summary>
    public ReadOnlySpan<ArnFormat> FormatsOf(CatalogResourceType type) => _formats[type.Index] ??= Read(type);

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
