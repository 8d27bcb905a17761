using System.Globalization;
using System.Text.Json;
using PolicyLint.Catalog;

namespace PolicyLint.Cli.Commands;

/// <summary>Writes the JSON of commands that list something: one object, with the tool that made it.</summary>
internal static class JsonOutput
{
    public static void Write(Terminal terminal, ServiceCatalog catalog, Action<Utf8JsonWriter> writeMembers)
    {
        using var json = new Utf8JsonWriter(terminal.Output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteStartObject("tool");
        json.WriteString("name", Application.Identity.Name);
        json.WriteString("version", Application.Identity.Version);
        json.WriteString("catalogDate", catalog.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        writeMembers(json);
        json.WriteEndObject();
        json.Flush();
        terminal.Output.Write("\n"u8);
    }
}
