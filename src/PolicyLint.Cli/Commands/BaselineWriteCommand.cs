using System.CommandLine;
using PolicyLint.Cli.Checking;
using PolicyLint.Cli.Configuration;
using PolicyLint.Configuration;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint baseline write</c>: writes the file anew.</summary>
internal sealed class BaselineWriteCommand : Command
{
    public new const string Name = "write";

    public const string Examples =
        """
          policylint baseline write policies/                      writes policylint-baseline.json
          policylint check --baseline policylint-baseline.json policies/
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders (their *.json), patterns (*, ?, **), or - for standard input; without any, the current folder",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = $"The file to write ({Baseline.FileName})",
        HelpName = "FILE",
        DefaultValueFactory = _ => Baseline.FileName,
    };

    private readonly ChoiceOption<RuleProfile?> _profile = new(
        "--profile",
        "The rules that run, as for check (what is configured, or default)",
        null,
        [.. Enum.GetValues<RuleProfile>().Select(profile => (profile.ToName(), (RuleProfile?)profile))]);

    private readonly ChoiceOption<PolicyType?> _type = new(
        "--type",
        "The type of every policy, as for check (detected)",
        null,
        PolicyTypeWords.Types)
    {
        HelpName = "TYPE",
    };

    private readonly ConfigurationOptions _configuration = new();
    private readonly CatalogOption _catalog = new();

    public BaselineWriteCommand(Terminal terminal)
        : base(Name, "Write the findings of these policies to a file, in place of those that it has.")
    {
        _terminal = terminal;
        Arguments.Add(_paths);
        foreach (Option option in new Option[] { _output, _profile, _type, _configuration.File, _configuration.None, _catalog })
            Options.Add(option);

        Validators.Add(_configuration.Validate);
        SetAction(call => CatalogOption.Guard(terminal, () => (int)Run(call)));
    }

    private ExitCode Run(ParseResult call)
    {
        var settings = new CheckSettings
        {
            Paths = call.GetValue(_paths) is { Length: > 0 } paths ? paths : ["."],
            Type = _type.Of(call),
            Profile = _profile.Of(call),
            FailOn = FailOn.Never,
            ConfigurationFile = call.GetValue(_configuration.File),
            IgnoresConfiguration = call.GetValue(_configuration.None),
            Catalog = _catalog.Given(call, _terminal),
            Today = _terminal.Today,
            IsQuiet = true,
            Jobs = Environment.ProcessorCount,
        };
        BaselineFile file = BaselineFile.At(call.GetRequiredValue(_output), _terminal.WorkingDirectory);
        try
        {
            var plans = new CheckPlans(ConfigurationFiles.Of(_terminal.WorkingDirectory, settings.ConfigurationFile, settings.IgnoresConfiguration, settings.Catalog), settings);
            Screening screening = Screening.Collecting(_terminal, settings, file);
            using ReportOutput output = ReportOutput.ToNowhere(_terminal, settings);
            ExitCode exit = new CheckRun(_terminal, plans, screening, witness: null, settings, output).Run();
            if (exit != ExitCode.Clean)
            {
                _terminal.Say($"{file.Name} is not written: what could not be checked would be missing in it");
                return exit;
            }

            using var content = new MemoryStream();
            Baseline.Of(screening.Collected).WriteTo(content);
            WholeFile.Write(file.FullPath, content.ToArray());
            _terminal.Say($"{file.Name} is written with {Screening.Count(screening.Collected.Count, "finding")}");
            return ExitCode.Clean;
        }
        catch (ConfigurationException exception)
        {
            _terminal.Say(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _terminal.Say($"--output: {file.Name} cannot be written: {exception.Message}");
        }

        return ExitCode.WrongInput;
    }
}
