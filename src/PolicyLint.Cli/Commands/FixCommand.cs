using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyLint.Catalog;
using PolicyLint.Cli.Fixing;
using PolicyLint.Fixing;
using PolicyLint.Rules;
using PolicyLint.Rules.Fixes;
using PolicyLint.Rules.Personas;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint fix</c>: mends policies.</summary>
internal sealed class FixCommand : Command
{
    public new const string Name = "fix";

    public const string Examples =
        """
          policylint fix policies/                       what would change, as a patch; nothing is written
          policylint fix --write policies/               the safe fixes: what is granted stays the same
          policylint fix --unsafe --persona trainer --account 123456789012 --project churn role.json
          policylint fix --rule redundant-action --write policies/

        Exit codes:
          0  nothing to fix, or it is written   2  the call or an input is wrong
          1  something would change             3  a defect: some input is not fixed
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders (their *.json), patterns (*, ?, **), or - for standard input; without any, the current folder",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _diff = new("--diff") { Description = "Show what changes as a patch, as without --write" };
    private readonly Option<bool> _write = new("--write") { Description = "Write the files; of standard input the fixed policy is written to standard output" };
    private readonly Option<bool> _unsafe = new("--unsafe") { Description = "Make fixes too that narrow what is granted; look at what they did" };

    private readonly Option<string[]> _rules = new("--rule")
    {
        Description = "Make the fixes of this rule only, by id or name; may be repeated",
        HelpName = "RULE",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ParseNames,
    };

    private readonly ChoiceOption<PolicyType?> _type = new(
        "--type",
        "The type of every policy: identity, resource, trust, scp, rcp, boundary or vpc-endpoint (detected)",
        null,
        PolicyTypeWords.Types)
    {
        HelpName = "TYPE",
    };

    private readonly CatalogOption _catalog = new();
    private readonly Option<Persona?> _persona = ValueOptions.PersonaOption("Who uses the policies: wildcards are narrowed to what that takes");
    private readonly ValueOptions _values = new();

    public FixCommand(Terminal terminal)
        : base(Name, "Mend policies, or show how.")
    {
        _terminal = terminal;
        Arguments.Add(_paths);
        foreach (Option option in new Option[] { _diff, _write, _unsafe, _rules, _type, _catalog, _persona }.Concat(_values.All))
            Options.Add(option);

        SetAction(call => _catalog.Run(call, terminal, catalog => Run(call, catalog)));
    }

    private int Run(ParseResult call, ServiceCatalog catalog)
    {
        var settings = new FixSettings { Values = _values.Of(call), Persona = call.GetValue(_persona) };
        var options = new FixOptions { Unsafe = call.GetValue(_unsafe), Only = [.. call.GetValue(_rules) ?? []] };
        var run = new FixRun(_terminal, new PolicyFixer(new PolicyLinter(BuiltInRules.All, catalog: catalog), BuiltInFixes.With(settings), options))
        {
            Type = _type.Of(call),
            Writes = call.GetValue(_write),
            ShowsPatch = call.GetValue(_diff) || !call.GetValue(_write),
        };
        return (int)run.Run(call.GetValue(_paths) is { Length: > 0 } paths ? paths : ["."]);
    }

    // Some fixes are of no rule.
    private static string[] ParseNames(ArgumentResult result)
    {
        string[] known =
        [
            .. RuleIndex.All.SelectMany(rule => new[] { rule.Id, rule.Name }),
            .. BuiltInFixes.All.Select(fix => fix.Name),
        ];
        foreach (Token token in result.Tokens.Where(token => !known.Contains(token.Value, StringComparer.OrdinalIgnoreCase)))
            result.AddError($"no rule and no fix is called '{token.Value}'{Spelling.DidYouMean(token.Value, known)}");

        return [.. result.Tokens.Select(token => token.Value)];
    }
}
