using System.CommandLine;
using System.CommandLine.Completions;

namespace PolicyLint.Cli.Commands;

/// <summary>
/// <c>policylint complete -- TYPED</c>: the words that may stand at the end of a line, one a line. The scripts of
/// <see cref="CompletionCommand"/> call it. Nothing on the list leaves the word to the shell, which then completes files.
/// </summary>
internal sealed class CompleteCommand : Command
{
    public new const string Name = "complete";

    private readonly Terminal _terminal;

    private readonly Argument<string> _typed = new("TYPED") { Description = "What is typed behind the command's name, up to the cursor" };

    public CompleteCommand(Terminal terminal)
        : base(Name, "List the words that may come next.")
    {
        _terminal = terminal;
        Hidden = true;
        Arguments.Add(_typed);
        SetAction(Run);
    }

    private int Run(ParseResult call)
    {
        string typed = call.GetRequiredValue(_typed);
        string word = typed[(typed.LastIndexOf(' ') + 1)..];
        ParseResult line = call.RootCommandResult.Command.Parse(typed, Application.Parsing);
        using StreamWriter writer = Terminal.WriterOn(_terminal.Output);
        foreach (CompletionItem item in line.GetCompletions(typed.Length))
        {
            if (item.Label.StartsWith(word, StringComparison.OrdinalIgnoreCase) && IsWelcome(item.Label, word))
                writer.WriteLine(item.Label);
        }

        return (int)ExitCode.Clean;
    }

    // Options come only when somebody starts one: else they would stand in the way of files. "/h" is help's name on Windows.
    private static bool IsWelcome(string label, string word) => label[0] != '/' && label.StartsWith('-') == word.StartsWith('-');
}
