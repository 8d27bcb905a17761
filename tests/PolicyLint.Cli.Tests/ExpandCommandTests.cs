using System.Text.Json;
using PolicyLint.Catalog;

namespace PolicyLint.Cli.Tests;

/// <summary><c>expand</c>. The actions named here and their levels stand in the service authorization reference.</summary>
public sealed class ExpandCommandTests
{
    private static readonly string Catalogue = $"catalogue of {ServiceCatalog.Default.Date:yyyy-MM-dd}";

    [Test]
    public void An_action_is_written_as_the_catalogue_has_it_with_its_level()
    {
        CliCall call = Expand("SAGEMAKER:describeendpoint");

        call.Output.Should().Be("sagemaker:DescribeEndpoint  Read\n");
        call.Error.Should().Be($"1 action: 1 Read ({Catalogue})\n");
        call.ExitCode.Should().Be(0);
    }

    [Test]
    public void Patterns_are_joined_and_each_action_is_listed_once_in_order()
    {
        CliCall call = Expand("sagemaker:ListEndpoint*", "sagemaker:DescribeEndpoint?onfig", "sagemaker:*ListEndpoints");

        call.Output.Should().Be(
            """
            sagemaker:DescribeEndpointConfig  Read
            sagemaker:ListEndpointConfigs     List
            sagemaker:ListEndpoints           List

            """);
        call.Error.Should().Be($"3 actions: 2 List, 1 Read ({Catalogue})\n");
    }

    [Test]
    public void Not_gives_the_complement()
    {
        string[] sagemaker = Names(Expand("sagemaker:*"));
        string[] others = Names(Expand("--not", "sagemaker:*"));

        sagemaker.Should().HaveCountGreaterThan(300).And.OnlyContain(name => name.StartsWith("sagemaker:"));
        others.Should().NotContain(name => name.StartsWith("sagemaker:"));
        (sagemaker.Length + others.Length).Should().Be(ServiceCatalog.Default.ActionCount);
        Names(Expand("*")).Should().HaveCount(ServiceCatalog.Default.ActionCount);
    }

    [Test]
    public void Nothing_is_left_of_everything()
    {
        CliCall call = Expand("--not", "*");

        call.Output.Should().BeEmpty();
        call.Error.Should().Be($"0 actions ({Catalogue})\n");
        call.ExitCode.Should().Be(0);
    }

    [TestCase("sagemakr:CreateApp", "sagemakr:CreateApp: no service has the prefix sagemakr; did you mean sagemaker?")]
    [TestCase("sagemaker:DescribeEndpont", "sagemaker:DescribeEndpont: no such action; did you mean sagemaker:DescribeEndpoint?")]
    [TestCase("sagemaker", "sagemaker: an action is written service:Name, as in s3:GetObject")]
    [TestCase("s3:Zzz*", "s3:Zzz*: matches no action")]
    [TestCase("s3:\u001b[2J*", "s3:\\u001B[2J*: an action is written service:Name, as in s3:GetObject")]
    public void A_pattern_that_stands_for_nothing_exits_2_and_the_others_are_listed(string pattern, string message)
    {
        CliCall call = Expand(pattern, "sagemaker:DescribeEndpoint");

        call.Output.Should().Be("sagemaker:DescribeEndpoint  Read\n");
        call.Error.Should().Contain($"policylint: {message}").And.NotContain("\u001b");
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void Json_has_the_patterns_the_count_and_the_actions()
    {
        using JsonDocument json = JsonDocument.Parse(Expand("--format", "json", "iam:PassRole", "sagemaker:AddTags").Output);

        JsonElement root = json.RootElement;
        root.EnumerateObject().Select(member => member.Name).Should().Equal("schemaVersion", "tool", "patterns", "count", "actions");
        root.GetProperty("patterns").EnumerateArray().Select(pattern => pattern.GetString()).Should().Equal("iam:PassRole", "sagemaker:AddTags");
        root.GetProperty("count").GetInt32().Should().Be(2);
        root.GetProperty("actions").EnumerateArray().Select(action => $"{action.GetProperty("action")} {action.GetProperty("accessLevel")}")
            .Should().Equal("iam:PassRole Write", "sagemaker:AddTags Tagging");
    }

    [Test]
    public void Risks_tell_what_actions_really_are()
    {
        CliCall call = Expand("--risk", "sagemaker:CreatePresignedDomainUrl", "sagemaker:InvokeEndpoint", "sagemaker:CreateTrainingJob", "sagemaker:DescribeEndpoint", "s3:GetObject");

        call.Output.Should().Be(
            """
            opens what others work in
              sagemaker:CreatePresignedDomainUrl  Write
            runs code as a role that is passed
              sagemaker:CreateTrainingJob         Write
            carries data out
              sagemaker:InvokeEndpoint            Read

            """);
        call.Error.Should().Be($"3 actions that are more than the access level says ({Catalogue})\n");
    }

    [Test]
    public void Of_a_file_it_is_what_the_policy_allows()
    {
        using Folder folder = new Folder().With(
            "a.json",
            """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":["sagemaker:AddTags","sagemaker:Search","sagemaker:ListModels"],"Resource":"*"},
              {"Effect":"Deny","Action":"sagemaker:Search","Resource":"*"}]}
            """);

        CliCall.Inside(folder, "expand", "a.json").Output.Should().Be("sagemaker:AddTags     Tagging\nsagemaker:ListModels  List\n");
        CliCall.Inside(folder, "expand", "--risk", "a.json").Output.Should().Be("changes tags that access depends on\n  sagemaker:AddTags  Tagging\n");
    }

    private static CliCall Expand(params string[] args)
    {
        using var folder = new Folder();
        return CliCall.Inside(folder, ["expand", .. args]);
    }

    private static string[] Names(CliCall call) =>
        [.. call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])];
}
