using System.CommandLine;
using System.CommandLine.Completions;
using PolicyLint.Reporting;
using PolicyLint.Rules;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint explain</c>: what a rule is about.</summary>
internal sealed class ExplainCommand : Command
{
    public new const string Name = "explain";

    public const string Examples =
        """
          policylint explain PL3002
          policylint explain sagemaker-full-access
        """;

    private const int Width = 96;

    private readonly Terminal _terminal;

    private readonly Argument<RuleDescriptor[]> _rule = new("RULE")
    {
        Description = "The rule's id or name",
        HelpName = "RULE",
        Arity = ArgumentArity.ExactlyOne,
    };

    public ExplainCommand(Terminal terminal)
        : base(Name, "Say what a rule looks for, why it matters and what to do.")
    {
        _terminal = terminal;
        _rule.CustomParser = result => RuleIndex.Parse(result, terminal.WorkingDirectory);
        _rule.CompletionSources.Add(_ => RuleIndex.BuiltInWords.Select(word => new CompletionItem(word)));
        Arguments.Add(_rule);
        SetAction(Run);
    }

    private int Run(ParseResult call)
    {
        RuleDescriptor rule = call.GetRequiredValue(_rule)[0];
        using StreamWriter writer = Terminal.WriterOn(_terminal.Output);
        writer.WriteLine($"{rule.Id} {rule.Name}");
        writer.WriteLine($"{SafeText.Escape(rule.Title)}.");
        writer.WriteLine();
        writer.WriteLine($"  severity    {RuleFacts.SeverityOf(rule)}");
        writer.WriteLine($"  applies to  {RuleFacts.TypesOf(rule)}");
        writer.WriteLine($"  profile     {rule.Profile.ToName()}");
        if (!rule.IssueCodes.IsEmpty)
            writer.WriteLine($"  the same in Access Analyzer  {string.Join(", ", rule.IssueCodes)}");

        WriteSection(writer, "Why", rule.Why);
        WriteSection(writer, "Do", rule.Remedy);
        WriteSection(writer, "Not seen", rule.Limits);
        if (rule.HelpUri.Length == 0)
            return (int)ExitCode.Clean;

        writer.WriteLine();
        writer.WriteLine("More");
        foreach (string source in rule.Sources.Append(rule.HelpUri).Where(source => source.Length > 0).Distinct())
            writer.WriteLine($"  {SafeText.Escape(source)}");

        return (int)ExitCode.Clean;
    }

    private static void WriteSection(StreamWriter writer, string title, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;

        writer.WriteLine();
        writer.WriteLine(title);
        foreach (string line in TextWrapping.Lines(SafeText.Escape(text), Width))
            writer.WriteLine($"  {line}");
    }
}
