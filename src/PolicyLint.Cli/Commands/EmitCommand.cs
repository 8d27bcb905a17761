using System.CommandLine;
using PolicyLint.AccessAnalyzer;
using PolicyLint.Catalog;
using PolicyLint.Cli.Checking;
using PolicyLint.Reporting;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint emit</c>: lets a policy out only when it is clean.</summary>
internal sealed class EmitCommand : Command
{
    public new const string Name = "emit";

    public const string Examples =
        """
          policylint emit role.json -o build/role.json          written only if it is clean
          policylint emit role.json --minify | aws iam create-policy --policy-name role --policy-document file:///dev/stdin
          policylint emit role.json --confirm required -o role.out.json

        Exit codes:
          0  let out                            2  the call or the input is wrong
          1  findings: nothing is written       3  the check is incomplete: nothing is written
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string> _input = new("IN") { Description = "The policy, or - for standard input" };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the policy to a file, whole or not at all, and not to standard output",
        HelpName = "OUT",
    };

    private readonly ChoiceOption<PolicyType?> _type = new(
        "--type",
        "The type of the policy: identity, resource, trust, scp, rcp, boundary or vpc-endpoint (detected)",
        null,
        PolicyTypeWords.Types)
    {
        HelpName = "TYPE",
    };

    private readonly ChoiceOption<RuleProfile> _profile = new(
        "--profile",
        "The rules that the policy must satisfy (default)",
        RuleProfile.Default,
        ("default", RuleProfile.Default),
        ("hardened", RuleProfile.Hardened),
        ("access-analyzer", RuleProfile.AccessAnalyzer));

    private readonly ChoiceOption<Severity> _failOn = new(
        "--fail-on",
        "The least severity that keeps the policy in (warning)",
        Severity.Warning,
        ("error", Severity.Error),
        ("warning", Severity.Warning),
        ("suggestion", Severity.Suggestion));

    private readonly ChoiceOption<ConfirmationMode> _confirm = ConfirmOption.Make();
    private readonly CatalogOption _catalog = new();
    private readonly Option<bool> _minify = new("--minify") { Description = "Write it without white space; the size quota is checked on what is written" };
    private readonly Option<bool> _format = new("--format") { Description = "Write it with one element a line" };

    public EmitCommand(Terminal terminal)
        : base(Name, "Write a policy if it is clean, and nothing if it is not.")
    {
        _terminal = terminal;
        Arguments.Add(_input);
        foreach (Option option in new Option[] { _output, _type, _profile, _failOn, _confirm, _catalog, _minify, _format })
            Options.Add(option);

        Validators.Add(result =>
        {
            if (result.GetValue(_minify) && result.GetValue(_format))
                result.AddError("--minify and --format exclude each other");
        });
        SetAction(call => _catalog.Run(call, terminal, catalog => Run(call, catalog)));
    }

    private int Run(ParseResult call, ServiceCatalog catalog)
    {
        var reader = new PolicyFileReader(_terminal) { TellsProblems = false };
        if (reader.ReadOne(call.GetRequiredValue(_input), _type.Of(call)) is not { } policy)
            return (int)ExitCode.WrongInput;

        using SecondWitness? witness = SecondWitness.Call(_terminal, _confirm.Of(call));
        var gate = new PolicyGate(new PolicyLinter(BuiltInRules.All, new LintOptions { Profile = _profile.Of(call), Today = _terminal.Today }, catalog), witness)
        {
            RejectFrom = _failOn.Of(call),
            Format = call.GetValue(_minify) ? PolicyFormat.Minified : call.GetValue(_format) ? PolicyFormat.Indented : PolicyFormat.AsWritten,
        };
        GateResult gated = gate.TryEmitAsync(policy).GetAwaiter().GetResult();
        Report(gated.Result, witness, catalog);
        return (int)(gated.IsEmitted ? Write(gated.Policy, call.GetValue(_output)) : Refuse(gated.Result));
    }

    // Standard output is the policy's alone.
    private void Report(LintResult result, SecondWitness? witness, ServiceCatalog catalog)
    {
        foreach (ConfirmationGap gap in witness?.Gaps ?? [])
            _terminal.Say(gap.ToString());

        new TextReporter(_terminal.Error, Application.IdentityWith(catalog)) { WritesSummary = false }.Report(result);
    }

    private ExitCode Refuse(LintResult result)
    {
        _terminal.Say($"{result.Document.Source.Path}: nothing was written");
        return !result.IsComplete ? ExitCode.Incomplete : !result.Document.IsReadable ? ExitCode.WrongInput : ExitCode.Findings;
    }

    private ExitCode Write(string policy, string? output)
    {
        if (output is null)
        {
            using StreamWriter writer = Terminal.WriterOn(_terminal.Output);
            writer.Write(policy);
            return ExitCode.Clean;
        }

        try
        {
            WholeFile.Write(Path.GetFullPath(output, _terminal.WorkingDirectory), policy);
            return ExitCode.Clean;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _terminal.Say($"--output: {output} cannot be written: {exception.Message}");
            return ExitCode.WrongInput;
        }
    }
}
