namespace PolicyLint.CatalogBuilder;

/// <summary>What the program does; each returns its exit code.</summary>
public static class Commands
{
    public static int Import(House house, string actions, string dependents, bool acceptLoss, TextWriter log)
    {
        CatalogCounts? before = CatalogText.ReadOrigin(house.Text)?.Counts;
        CatalogModel model = Importer.Import(new IamDataPackage(actions), new IamDataPackage(dependents), log);
        string[] losses = before is null ? [] : [.. model.Origin.Counts.LossesSince(before)];
        foreach (string loss in losses)
            log.WriteLine(loss);

        if (losses.Length > 0 && !acceptLoss)
            throw new CatalogSourceException(actions, 0, "the new data has less than the text; look why, then give --accept-loss");

        CatalogText.Write(house.Text, model);
        log.WriteLine($"{model.Origin.Actions} and {model.Origin.Dependents}, data of {model.Origin.Date:yyyy-MM-dd}");
        log.WriteLine(model.Origin.Counts);
        return 0;
    }

    public static int Build(House house, TextWriter log)
    {
        byte[] blob = BlobWriter.Write(ReadModel(house));
        File.WriteAllBytes(house.Blob, blob);
        log.WriteLine($"{Path.GetRelativePath(house.Root, house.Blob)}: {blob.Length:N0} bytes");
        return 0;
    }

    public static int Check(House house, TextWriter log, TextWriter errors)
    {
        string name = Path.GetRelativePath(house.Root, house.Blob);
        byte[] expected = BlobWriter.Write(ReadModel(house));
        if (!File.Exists(house.Blob) || !File.ReadAllBytes(house.Blob).AsSpan().SequenceEqual(expected))
        {
            errors.WriteLine($"{name} is not what eng/catalog says: run `dotnet run --project eng/CatalogBuilder -- build` and commit it.");
            return 1;
        }

        log.WriteLine($"{name} is what eng/catalog says.");
        return 0;
    }

    public static CatalogModel ReadModel(House house)
    {
        CatalogModel model = CatalogText.Read(house.Text);
        Overlay.Apply(house.Overlay, model);
        return model;
    }
}
