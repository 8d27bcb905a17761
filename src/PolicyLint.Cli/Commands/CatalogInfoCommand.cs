using System.CommandLine;
using System.Globalization;
using PolicyLint.Catalog;
using PolicyLint.Cli.Configuration;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint catalog info</c>: the date and the counts of a catalogue.</summary>
internal sealed class CatalogInfoCommand : Command
{
    public new const string Name = "info";

    public const string Examples =
        """
          policylint catalog info                            the built-in catalogue, or the one that is configured
          policylint catalog info policylint-catalog.bin
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "A catalogue (the one that is configured here, or the built-in one)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public CatalogInfoCommand(Terminal terminal)
        : base(Name, "Say of which day a catalogue is, and what is in it.")
    {
        _terminal = terminal;
        Arguments.Add(_file);
        SetAction(call => CatalogOption.Guard(terminal, () => Run(call)));
    }

    private int Run(ParseResult call)
    {
        ServiceCatalog catalog = call.GetValue(_file) is { } file
            ? CatalogFiles.Read(Path.GetFullPath(file, _terminal.WorkingDirectory), file)
            : ConfigurationFiles.Of(_terminal.WorkingDirectory, file: null, isOff: false).CatalogHere();
        int age = _terminal.Today.DayNumber - catalog.Date.DayNumber;
        using StreamWriter writer = Terminal.WriterOn(_terminal.Output);
        Row(writer, "date", string.Create(CultureInfo.InvariantCulture, $"{catalog.Date:yyyy-MM-dd}, {Age(age)}"));
        Row(writer, "services", Count(catalog.ServiceCount));
        Row(writer, "actions", Count(catalog.ActionCount));
        Row(writer, "resource types", Count(catalog.ResourceTypeCount));
        Row(writer, "condition keys", Count(catalog.ConditionKeyCount));
        if (age > LintOptions.CatalogFreshness)
            _terminal.Say($"it is older than {LintOptions.CatalogFreshness} days: what it lacks is reported as a warning, not an error; policylint catalog build makes a newer one");

        return (int)ExitCode.Clean;
    }

    private static string Age(int days) => days switch
    {
        < 0 => "a day still to come",
        0 => "today",
        1 => "yesterday",
        _ => string.Create(CultureInfo.InvariantCulture, $"{days} days ago"),
    };

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static void Row(StreamWriter writer, string name, string value) => writer.WriteLine($"{name,-15} {value}");
}
