using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PolicyLint.Catalog;
using PolicyLint.Cli.Commands;
using PolicyLint.Reporting;

namespace PolicyLint.Cli;

/// <summary>The command line: reads the call, runs the command, and turns whatever goes wrong into a message and an exit code.</summary>
internal sealed class Application(Terminal terminal)
{
    // Paths may start with "@", and "-abc" is no bundle of options.
    internal static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>What reports say about their maker.</summary>
    public static ToolIdentity Identity => IdentityWith(ServiceCatalog.Default);

    /// <summary>What reports say about their maker, with another catalogue.</summary>
    public static ToolIdentity IdentityWith(ServiceCatalog catalog) => new(PolicyLintCommand.Name, BuildVersion.Text, catalog.Date);

    /// <summary><c>catalogue of 2026-09-26</c>.</summary>
    public static string PhraseOf(ServiceCatalog catalog) => $"catalogue of {catalog.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>Runs one call.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <returns>The exit code.</returns>
    public int Run(IReadOnlyList<string> args)
    {
        try
        {
            ParseResult call = new PolicyLintCommand(terminal, args).Parse(args, Parsing);
            string[] complaints = [.. Complaints(call)];
            return complaints.Length > 0 ? Refuse(call, complaints) : Invoke(call);
        }
        catch (IOException exception)
        {
            terminal.Say($"the output cannot be written: {exception.Message}");
            return (int)ExitCode.WrongInput;
        }
        catch (Exception exception)
        {
            // Fail closed: whatever went wrong, it must not look like a clean run.
            Exception cause = exception.GetBaseException();
            terminal.Say($"failed with {cause.GetType().Name}: {cause.Message}");
            return (int)ExitCode.Incomplete;
        }
    }

    private int Invoke(ParseResult call)
    {
        using StreamWriter output = Terminal.WriterOn(terminal.Output);
        return call.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = output,
            Error = terminal.Error,
        });
    }

    private int Refuse(ParseResult call, string[] complaints)
    {
        foreach (string complaint in complaints)
            terminal.Say(complaint);

        string command = string.Concat(WayTo(call.CommandResult).Select(name => $" {name}"));
        terminal.Error.WriteLine($"Try: policylint{command} --help");
        return (int)ExitCode.WrongInput;
    }

    private static IEnumerable<string> WayTo(CommandResult command) =>
        command.Parent is CommandResult above ? WayTo(above).Append(command.Command.Name) : [];

    // An option that does not exist reads as a PATH, so it has to be looked for; the help and version options excuse everything.
    private static IEnumerable<string> Complaints(ParseResult call)
    {
        if (call.Action is HelpWithExamples or ShowVersion)
            return [];

        Command command = call.CommandResult.Command;
        List<string> unknown = [];
        foreach (Token token in call.Tokens)
        {
            if (token.Type == TokenType.DoubleDash)
                break;

            if (token is { Type: TokenType.Argument, Value: ['-', _, ..] })
                unknown.Add(token.Value);
        }

        if (unknown.Count > 0)
        {
            string[] options = [.. command.Options.Concat(call.RootCommandResult.Command.Options).Select(option => option.Name)];
            return unknown.Select(written => $"unknown option {written}{Spelling.DidYouMean(written, options)}");
        }

        if (call.UnmatchedTokens is [var first, ..])
        {
            return command.Subcommands.Count > 0
                ? [$"unknown command '{first}'{Spelling.DidYouMean(first, command.Subcommands.Select(subcommand => subcommand.Name))}"]
                : [$"unexpected argument '{first}'"];
        }

        return call.Errors.Select(error => error.Message);
    }
}
