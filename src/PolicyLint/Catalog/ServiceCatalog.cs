namespace PolicyLint.Catalog;

/// <summary>What AWS services can be asked to do: actions, resource types, condition keys.</summary>
public sealed class ServiceCatalog
{
    /// <summary>The catalogue that ships with this version.</summary>
    public static ServiceCatalog Default { get; } = new();

    /// <summary>Date.</summary>
    public DateOnly Date { get; } = new(2026, 9, 26);
}
