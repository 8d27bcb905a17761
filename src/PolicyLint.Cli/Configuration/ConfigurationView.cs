using System.Globalization;
using PolicyLint.Configuration;
using PolicyLint.Reporting;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Configuration;

/// <summary>Shows what holds for a file, and where it is said.</summary>
internal sealed class ConfigurationView(ConfiguredFile file, TextWriter writer)
{
    private const string ByDefault = "by default";

    private FileSettings Settings => file.Settings;

    private LintConfiguration Configuration => file.Settings.Configuration;

    /// <summary>Writes it: a line for each value, and a list for what there can be several of.</summary>
    public void Write()
    {
        Line(file.Folder is null ? "no configuration is found: all holds by default" : $"configured in {Configuration.Source.Path}");
        Line("");
        Row("profile", (Settings.Profile?.Value ?? RuleProfile.Default).ToName(), Settings.Profile?.Place);
        Row("failOn", (Configuration.FailOn?.Value ?? FailOn.Warning).ToName(), Configuration.FailOn?.Place);
        Row("catalog", Configuration.CatalogFile?.Value ?? "built in", Configuration.CatalogFile?.Place);
        Row("accounts.home", Configuration.HomeAccount?.Value ?? "not said", Configuration.HomeAccount?.Place);
        Row("type", Settings.Type?.Value.ToName() ?? "detected", Settings.Type?.Place);
        Row("resourceType", Settings.ResourceType?.Value.ToName() ?? "not said", Settings.ResourceType?.Place);
        Row("exclude", Settings.IsExcluded ? "true: the file is not checked" : "false", Settings.Entries.LastOrDefault(entry => entry.Exclude is not null)?.Exclude?.Place);
        List("files that it is one of", Settings.Entries, entry => (entry.Glob.Text, entry.Place));
        List("severities", Configuration.Severities, setting => ($"{setting.Name}: {setting.Severity?.ToName() ?? "off"}", setting.Place));
        List("customRules", Configuration.CustomRules, rule => ($"{rule.Descriptor}: {rule.Descriptor.DefaultSeverity.ToName()}", null));
        List("suppressions for it", Configuration.Suppressions.Where(IsForFile), suppression => ($"{suppression}: {suppression.Reason}", suppression.Place));
    }

    private bool IsForFile(Suppression suppression) => suppression.File?.Matches(Settings.Path) != false;

    private void Row(string name, string value, TextSpan? place) => Line($"{name,-14} {value,-22} {(place is { } known ? PlaceOf(known) : ByDefault)}");

    private void List<T>(string name, IEnumerable<T> items, Func<T, (string Text, TextSpan? Place)> show)
    {
        T[] all = [.. items];
        if (all.Length == 0)
            return;

        Line("");
        Line(name);
        foreach (var (text, place) in all.Select(show))
            Line($"  {text}{(place is { } known ? $"  ({PlaceOf(known)})" : "")}");
    }

    private string PlaceOf(TextSpan place) =>
        string.Create(CultureInfo.InvariantCulture, $"{Configuration.Source.Path}:{Configuration.Source.GetPosition(place.Start)}");

    private void Line(string text) => writer.WriteLine(SafeText.Escape(text).TrimEnd());
}
