using System.CommandLine;
using PolicyLint.Cli.Commands;

namespace PolicyLint.Cli.Tests;

/// <summary>Which commands are made for a call.</summary>
public sealed class PolicyLintCommandTests
{
    private static readonly string[] All = [.. For().Subcommands.Select(command => command.Name)];

    private static IEnumerable<string> Alone => All.Where(name => name is not (HelpCommand.Name or CompleteCommand.Name));

    [TestCaseSource(nameof(Alone))]
    public void A_call_that_names_a_command_makes_only_that_one(string name) =>
        For(name, "--help").Subcommands.Select(command => command.Name).Should().Equal(name);

    [TestCase("help", "check")]
    [TestCase("complete", "policylint ch")]
    [TestCase("chekc", "a.json")]
    [TestCase("--help", "check")]
    public void Every_other_call_makes_all(params string[] call)
    {
        All.Should().HaveCount(15).And.OnlyHaveUniqueItems();
        For(call).Subcommands.Select(command => command.Name).Should().Equal(All);
    }

    [TestCaseSource(nameof(Alone))]
    public void A_command_that_is_made_alone_is_the_one_among_all(string name)
    {
        Command alone = For(name).Subcommands.Single();
        Command among = For().Subcommands.Single(command => command.Name == name);

        alone.Should().BeOfType(among.GetType());
        alone.Options.Select(option => option.Name).Should().Equal(among.Options.Select(option => option.Name));
    }

    private static PolicyLintCommand For(params string[] call)
    {
        using var folder = new Folder();
        return new PolicyLintCommand(
            new Terminal { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Null, WorkingDirectory = folder.FullPath },
            call);
    }
}
