using System.CommandLine;
using System.CommandLine.Completions;
using PolicyLint.Cli.Help;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint help</c>: the help of a command, or a page about what is of no single command.</summary>
internal sealed class HelpCommand : Command
{
    public new const string Name = "help";

    public const string Examples =
        """
          policylint help             the commands, and the topics
          policylint help check       the same as policylint check --help
          policylint help exit-codes  a topic
        """;

    private readonly Terminal _terminal;
    private readonly Command _root;

    private readonly Argument<string[]> _topic = new("TOPIC")
    {
        Description = "A command or a topic; without one, both are listed",
        HelpName = "TOPIC",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public HelpCommand(Terminal terminal, Command root)
        : base(Name, "Tell about a command or a topic.")
    {
        _terminal = terminal;
        _root = root;
        _topic.CompletionSources.Add(_ => Words.Select(word => new CompletionItem(word)));
        Arguments.Add(_topic);
        SetAction(Run);
    }

    private IEnumerable<string> Words =>
        [.. _root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name), .. HelpTopic.All.Select(topic => topic.Name)];

    private int Run(ParseResult call)
    {
        string[] words = call.GetValue(_topic) ?? [];
        if (words is [var name] && HelpTopic.All.FirstOrDefault(topic => topic.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } topic)
        {
            Write($"{topic.Title}\n\n{topic.Text.ReplaceLineEndings("\n")}");
            return (int)ExitCode.Clean;
        }

        if (CommandAt(words) is null)
        {
            string written = string.Join(' ', words);
            _terminal.Say($"nothing is known of '{written}'{Spelling.DidYouMean(written, Words)} (policylint help lists what is)");
            return (int)ExitCode.WrongInput;
        }

        int exit = _root.Parse([.. words, "--help"], Application.Parsing).Invoke(call.InvocationConfiguration);
        call.InvocationConfiguration.Output.Flush();
        if (words is [])
        {
            int width = HelpTopic.All.Max(page => page.Name.Length);
            Write($"Topics (policylint help TOPIC):\n{string.Join('\n', HelpTopic.All.Select(page => $"  {page.Name.PadRight(width)}  {page.Title}"))}");
        }

        return exit;
    }

    private Command? CommandAt(string[] words) => words.Aggregate(
        (Command?)_root,
        (group, word) => group?.Subcommands.FirstOrDefault(command => command.Name == word));

    private void Write(string text)
    {
        using StreamWriter writer = Terminal.WriterOn(_terminal.Output);
        writer.WriteLine(text);
    }
}
