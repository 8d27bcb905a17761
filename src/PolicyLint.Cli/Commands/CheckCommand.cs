using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using PolicyLint.AccessAnalyzer;
using PolicyLint.Catalog;
using PolicyLint.Cli.Checking;
using PolicyLint.Cli.Configuration;
using PolicyLint.Configuration;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint check</c>: lints policies.</summary>
internal sealed class CheckCommand : Command
{
    public new const string Name = "check";

    public const string Examples =
        """
          policylint check policies/                      every policy below a folder
          policylint check role.json 'infra/**/*.json'    a file, and a pattern (in quotes)
          aws iam get-role-policy … --query PolicyDocument | policylint check --type identity -
          policylint check --format json policies/ | jq '.findings[].ruleId'
          policylint check --fail-on error --disable PL3002 policies/
          policylint check --baseline policylint-baseline.json policies/

        Exit codes:
          0  nothing at or above --fail-on      2  the call, a configuration or an input is wrong
          1  findings                           3  the check is incomplete
        """;

    private const int AccountLength = 12;

    private readonly Terminal _terminal;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders (their *.json, *.yaml, *.yml, *.template), patterns (*, ?, **), or - for standard input; without any, the current folder",
        Arity = ArgumentArity.ZeroOrMore,
        CustomParser = static result => [.. result.Tokens.Select(static token => token.Value)],
    };

    private readonly ChoiceOption<ReportFormat> _format = new(
        "--format",
        "The form of the report (text)",
        ReportFormat.Text,
        ("text", ReportFormat.Text),
        ("json", ReportFormat.Json),
        ("msbuild", ReportFormat.MSBuild),
        ("sarif", ReportFormat.Sarif),
        ("junit", ReportFormat.JUnit),
        ("github", ReportFormat.GitHub),
        ("html", ReportFormat.Html),
        ("markdown", ReportFormat.Markdown));

    private readonly Option<string?> _output = new("--output")
    {
        Description = "Write the report to a file and not to standard output",
        HelpName = "FILE",
    };

    private readonly Option<bool> _skipOthers = new("--skip-others") { Description = "Pass over named files that are no policies, as in a folder: for hooks, which name what changed" };

    private readonly ChoiceOption<PolicyType?> _type = new(
        "--type",
        "The type of every policy: identity, resource, trust, scp, rcp, boundary or vpc-endpoint (detected)",
        null,
        PolicyTypeWords.Types)
    {
        HelpName = "TYPE",
    };

    private readonly ChoiceOption<PolicyResourceType?> _resourceType = new(
        "--resource-type",
        "The resource that every policy is attached to, as AWS::S3::Bucket, if Access Analyzer knows more about it (none)",
        null,
        PolicyTypeWords.ResourceTypes)
    {
        HelpName = "TYPE",
    };

    private readonly Option<string?> _account = new("--account")
    {
        Description = "The account that the policies are for: rules tell other accounts' ARNs from its own (none)",
        HelpName = "NUMBER",
    };

    private readonly ChoiceOption<RuleProfile?> _profile = new(
        "--profile",
        "The rules that run; hardened adds guardrails, access-analyzer says what the service would (default)",
        null,
        ("default", RuleProfile.Default),
        ("hardened", RuleProfile.Hardened),
        ("access-analyzer", RuleProfile.AccessAnalyzer));

    private readonly ChoiceOption<FailOn?> _failOn = new(
        "--fail-on",
        "The least severity that makes the exit code 1 (warning)",
        null,
        ("error", FailOn.Error),
        ("warning", FailOn.Warning),
        ("suggestion", FailOn.Suggestion),
        ("never", FailOn.Never));

    private readonly ConfigurationOptions _configuration = new();

    private readonly CatalogOption _catalog = new();

    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "Leave out the findings that this file has (policylint baseline write makes it)",
        HelpName = "FILE",
    };

    private readonly ChoiceOption<ConfirmationMode> _confirm = ConfirmOption.Make();

    private readonly Option<RuleDescriptor[]> _disable = new("--disable")
    {
        Description = "Switch a rule off, by id or name; may be repeated",
        HelpName = "RULE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly ChoiceOption<ColorMode> _color = new(
        "--color",
        "When to use colours; auto means at a terminal, unless NO_COLOR is set (auto)",
        ColorMode.Auto,
        ("auto", ColorMode.Auto),
        ("always", ColorMode.Always),
        ("never", ColorMode.Never));

    private readonly Option<bool> _noProgress = new("--no-progress") { Description = "Do not show how far a long run is" };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Findings only: no counts at the end, no progress" };

    private readonly Option<int> _jobs = new("--jobs")
    {
        Description = "How many files to check at once; the output is the same for any number",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = ParseJobs,
    };

    public CheckCommand(Terminal terminal)
        : base(Name, "Say what is wrong with policies, and where.")
    {
        _terminal = terminal;
        _disable.CustomParser = result => RuleIndex.Parse(result, terminal.WorkingDirectory);
        _disable.CompletionSources.Add(_ => RuleIndex.BuiltInWords.Select(word => new CompletionItem(word)));
        Arguments.Add(_paths);
        foreach (Option option in new Option[] { _format, _output, _skipOthers, _type, _resourceType, _account, _profile, _failOn, _configuration.File, _configuration.None, _catalog, _baseline, _confirm, _disable, _color, _noProgress, _quiet, _jobs })
            Options.Add(option);

        Validators.Add(_configuration.Validate);
        Validators.Add(ValidateTypes);
        Validators.Add(ValidateAccount);
        SetAction(call => CatalogOption.Guard(terminal, () => Run(call)));
    }

    private int Run(ParseResult call)
    {
        var settings = new CheckSettings
        {
            Paths = call.GetValue(_paths) is { Length: > 0 } paths ? paths : ["."],
            SkipsOthers = call.GetValue(_skipOthers),
            Format = _format.Of(call),
            OutputFile = call.GetValue(_output),
            Type = _type.Of(call),
            ResourceType = _resourceType.Of(call),
            FailOn = _failOn.Of(call),
            Profile = _profile.Of(call),
            Account = call.GetValue(_account),
            Disabled = call.GetValue(_disable) ?? [],
            ConfigurationFile = call.GetValue(_configuration.File),
            IgnoresConfiguration = call.GetValue(_configuration.None),
            BaselineFile = call.GetValue(_baseline),
            Catalog = _catalog.Given(call, _terminal),
            Today = _terminal.Today,
            Confirm = _confirm.Of(call),
            Color = _color.Of(call),
            ShowsProgress = !call.GetValue(_noProgress),
            IsQuiet = call.GetValue(_quiet),
            Jobs = call.GetValue(_jobs),
        };
        ConfigurationFiles configurations = ConfigurationFiles.Of(_terminal.WorkingDirectory, settings.ConfigurationFile, settings.IgnoresConfiguration, settings.Catalog);
        var plans = new CheckPlans(configurations, settings);
        Screening screening = Screening.ForCheck(_terminal, settings);
        using SecondWitness? witness = SecondWitness.Call(_terminal, settings.Confirm);
        using ReportOutput? output = Open(settings, settings.Catalog ?? configurations.CatalogHere());
        return output is null
            ? (int)ExitCode.WrongInput
            : (int)new CheckRun(_terminal, plans, screening, witness, settings, output).Run();
    }

    // The service refuses a resource type beside another type of policy too.
    private void ValidateTypes(CommandResult call)
    {
        if (_type.Of(call) is { } type && _resourceType.Of(call) is { } resource && resource.ToPolicyType() != type)
            call.AddError($"--resource-type {resource.ToName()}: its policies are of --type {resource.ToPolicyType().ToName()}, not {type.ToName()}");
    }

    private void ValidateAccount(CommandResult call)
    {
        if (call.Given(_account) is { } account && (account.Length != AccountLength || account.AsSpan().ContainsAnyExceptInRange('0', '9')))
            call.AddError($"--account {account}: an account has {AccountLength} digits");
    }

    private ReportOutput? Open(CheckSettings settings, ServiceCatalog catalog)
    {
        try
        {
            return ReportOutput.Open(_terminal, settings, catalog);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _terminal.Say($"--output: {settings.OutputFile} cannot be written: {exception.Message}");
            return null;
        }
    }

    private static int ParseJobs(ArgumentResult result)
    {
        string written = result.Tokens[^1].Value;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int jobs) && jobs is >= 1 and <= 256)
            return jobs;

        result.AddError($"--jobs: '{written}' is not a whole number from 1 to 256");
        return 1;
    }
}
