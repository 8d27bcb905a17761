using PolicyLint.AccessAnalyzer;

namespace PolicyLint.Cli.Tests;

public sealed class EmitCommandTests
{
    private const string Clean = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:ListEndpoints", "Resource": "*" }
          ]
        }

        """;

    private const string Minified = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sagemaker:ListEndpoints","Resource":"*"}]}""";

    private const string Everything = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [ "sagemaker:*" ], "Resource": "*" }
          ]
        }
        """;

    private Folder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new Folder().With("clean.json", Clean).With("everything.json", Everything);

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_clean_policy_comes_out_as_it_was_written() =>
        Emit("clean.json").Should().Be(new CliCall(0, Clean, ""));

    [Test]
    public void It_comes_out_minified() =>
        Emit("clean.json", "--minify").Should().Be(new CliCall(0, Minified, ""));

    [Test]
    public void It_is_written_to_a_file_and_standard_output_stays_empty()
    {
        Emit("clean.json", "-o", "out.json", "--minify").Should().Be(new CliCall(0, "", ""));
        File.ReadAllText(_folder["out.json"]).Should().Be(Minified);
        Directory.GetFiles(_folder.FullPath).Select(Path.GetFileName).Should().BeEquivalentTo("clean.json", "everything.json", "out.json");
    }

    [Test]
    public void The_founding_example_does_not_come_out_and_what_was_there_stays()
    {
        _folder.With("out.json", "before");
        CliCall call = Emit("everything.json", "-o", "out.json");

        call.ExitCode.Should().Be(1);
        call.Output.Should().BeEmpty();
        call.Error.Should().StartWith("everything.json:4:36  error PL3002 sagemaker-full-access\n").And.EndWith("policylint: everything.json: nothing was written\n");
        File.ReadAllText(_folder["out.json"]).Should().Be("before");
    }

    [Test]
    public void What_is_no_policy_is_wrong_input()
    {
        _folder.With("broken.json", "{");
        CliCall call = Emit("broken.json");
        call.ExitCode.Should().Be(2);
        call.Output.Should().BeEmpty();
        call.Error.Should().Contain("PL0010").And.EndWith("nothing was written\n");
    }

    [Test]
    public void A_file_that_is_not_there_is_wrong_input() =>
        Emit("none.json").Should().Be(new CliCall(2, "", "policylint: none.json: no such file\n"));

    [Test]
    public void A_place_that_cannot_be_written_is_wrong_input()
    {
        CliCall call = Emit("clean.json", "-o", "none/out.json");
        call.ExitCode.Should().Be(2);
        call.Error.Should().StartWith("policylint: --output: none/out.json cannot be written: ");
    }

    [Test]
    public void Two_layouts_exclude_each_other() =>
        Emit("clean.json", "--minify", "--format").Should().Be(new CliCall(2, "", "policylint: --minify and --format exclude each other\nTry: policylint emit --help\n"));

    [Test]
    public void What_the_service_alone_finds_keeps_it_in()
    {
        var service = new ScriptedService { Findings = () => [new ServiceFinding("SOMETHING_NEW", "ERROR", "It is wrong.", "https://docs.aws.amazon.com/x", [])] };
        CliCall call = Emit(service, "clean.json", "--confirm", "best-effort");
        call.ExitCode.Should().Be(1);
        call.Output.Should().BeEmpty();
        call.Error.Should().Contain("error PL0030 access-analyzer-finding").And.Contain("Access Analyzer reports SOMETHING_NEW: It is wrong");
        service.Asked.Should().Equal(Clean.TrimEnd('\n'));
    }

    [Test]
    public void Best_effort_goes_on_without_an_answer_and_says_so()
    {
        CliCall call = Emit(Failing(), "clean.json", "--confirm", "best-effort");
        call.ExitCode.Should().Be(0);
        call.Output.Should().Be(Clean);
        call.Error.Should().Be("policylint: Access Analyzer was not heard (ValidatePolicy): what came is not what the service promises\n");
    }

    [Test]
    public void Required_lets_nothing_out_without_an_answer()
    {
        CliCall call = Emit(Failing(), "clean.json", "--confirm", "required", "-o", "out.json");
        call.ExitCode.Should().Be(3);
        call.Output.Should().BeEmpty();
        File.Exists(_folder["out.json"]).Should().BeFalse();
    }

    [Test]
    public void Check_says_what_the_service_thinks_of_a_finding()
    {
        CliCall call = CliCall.Inside(_folder, "", ["check", "everything.json", "--confirm", "required"], service: new ScriptedService());
        call.ExitCode.Should().Be(1);
        call.Output.Should().Contain("  Access Analyzer: confirmed: CheckAccessNotGranted says that the policy grants some of it\n");
    }

    [Test]
    public void Check_is_incomplete_without_an_answer_that_is_required()
    {
        CliCall call = CliCall.Inside(_folder, "", ["check", "clean.json", "--confirm", "required"], service: Failing());
        call.ExitCode.Should().Be(3);
        call.Error.Should().EndWith("policylint: clean.json: a confirmation that is required is missing, so the check is incomplete\n");
    }

    [Test]
    public void A_gap_is_said_once_for_many_files()
    {
        CliCall call = CliCall.Inside(_folder, "", ["check", ".", "--confirm", "best-effort"], service: Failing());
        call.ExitCode.Should().Be(1);
        call.Error.Split('\n').Where(line => line.Contains("was not heard (ValidatePolicy)", StringComparison.Ordinal)).Should().ContainSingle();
    }

    private static ScriptedService Failing() => new() { Findings = () => throw new InvalidDataException("cut"), Grants = () => throw new InvalidDataException("cut") };

    private CliCall Emit(params string[] args) => CliCall.Inside(_folder, ["emit", .. args]);

    private CliCall Emit(IPolicyValidationService service, params string[] args) => CliCall.Inside(_folder, "", ["emit", .. args], service: service);
}
