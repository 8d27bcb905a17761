using System.Globalization;

namespace PolicyLint.Reporting;

/// <summary>Who made a report, and with which knowledge of AWS.</summary>
/// <param name="Name">The tool: <c>policylint</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="CatalogDate">The date of its catalogue of AWS services.</param>
public sealed record ToolIdentity(string Name, string Version, DateOnly CatalogDate)
{
    /// <summary>The date of the catalogue as <c>2026-09-26</c>.</summary>
    internal string CatalogDateText => CatalogDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
