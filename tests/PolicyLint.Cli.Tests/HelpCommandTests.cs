using PolicyLint.Cli.Help;

namespace PolicyLint.Cli.Tests;

/// <summary><c>help</c>.</summary>
public sealed class HelpCommandTests
{
    private static IEnumerable<string> Topics => HelpTopic.All.Select(topic => topic.Name);

    [Test]
    public void Without_a_topic_the_commands_and_the_topics_are_listed()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, "help");

        call.Output.Should().StartWith(CliCall.Inside(folder, "--help").Output).And.Contain("Topics (policylint help TOPIC):\n");
        foreach (HelpTopic topic in HelpTopic.All)
            call.Output.Should().MatchRegex($"\n  {topic.Name} +{topic.Title}\n");
        call.ExitCode.Should().Be(0);
    }

    [TestCaseSource(nameof(Topics))]
    public void A_topic_is_told_in_lines_that_fit_a_terminal(string name)
    {
        using var folder = new Folder();
        HelpTopic topic = HelpTopic.All.Single(topic => topic.Name == name);

        CliCall call = CliCall.Inside(folder, "help", topic.Name);

        call.Output.Should().Be($"{topic.Title}\n\n{topic.Text.ReplaceLineEndings("\n")}\n");
        call.Output.Split('\n').Should().OnlyContain(line => line.Length <= 110);
        call.ExitCode.Should().Be(0);
    }

    [TestCase("check")]
    [TestCase("config show")]
    [TestCase("help")]
    public void The_help_of_a_command_is_the_same_as_with_its_option(string command)
    {
        using var folder = new Folder();

        CliCall.Inside(folder, ["help", .. command.Split(' ')]).Should().Be(CliCall.Inside(folder, [.. command.Split(' '), "--help"]));
    }

    [TestCase("exitcodes", "nothing is known of 'exitcodes'; did you mean exit-codes? (policylint help lists what is)")]
    [TestCase("config shw", "nothing is known of 'config shw' (policylint help lists what is)")]
    public void What_is_not_known_is_said(string topic, string message)
    {
        using var folder = new Folder();

        CliCall.Inside(folder, ["help", .. topic.Split(' ')]).Should().Be(new CliCall(2, "", $"policylint: {message}\n"));
    }

    [Test]
    public void No_topic_hides_a_command_and_all_stand_in_order()
    {
        using var folder = new Folder();
        string[] commands = CliCall.Inside(folder, "complete", "--", "").Output.Split('\n');

        HelpTopic.All.Select(topic => topic.Name).Should().BeInAscendingOrder(StringComparer.Ordinal).And.NotIntersectWith(commands);
    }

    [Test]
    public void The_exit_codes_of_the_topic_are_those_that_there_are() =>
        HelpTopic.All.Single(topic => topic.Name == "exit-codes").Text.Split('\n').Where(line => char.IsAsciiDigit(line.FirstOrDefault()))
            .Select(line => line[0] - '0').Should().Equal(Enum.GetValues<ExitCode>().Cast<int>());
}
