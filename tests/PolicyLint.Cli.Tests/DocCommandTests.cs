using System.Diagnostics;
using System.Text.RegularExpressions;
using PolicyLint.TestKit;

namespace PolicyLint.Cli.Tests;

/// <summary>Every command of README.md and docs/ does what the page says, with the tool that was built, in a scratch folder.</summary>
[Platform(Exclude = "Win", Reason = "The pages are written for a POSIX shell.")]
[Parallelizable(ParallelScope.Children)]
public sealed class DocCommandTests
{
    /// <summary>How many blocks may say that a test cannot run them. Raise it only with the reason beside the block.</summary>
    private const int NotRun = 14;

    private Folder _tools = null!;

    [OneTimeSetUp]
    public void PutTheToolOnThePath()
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "PolicyLint.Cli.dll");
        _tools = new Folder().With("policylint", $"#!/bin/sh\nexec dotnet exec '{tool}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_tools["policylint"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [OneTimeTearDown]
    public void Clean() => _tools.Dispose();

    private static IEnumerable<(string Page, DocBlock Block)> All =>
        from path in Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Prepend(Repository.PathOf("README.md")).Order(StringComparer.Ordinal)
        from block in DocPage.Read(File.ReadAllText(path))
        select (Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), block);

    private static IEnumerable<TestCaseData> Blocks =>
        from pair in All
        where pair.Block.NotRun is null
        select new TestCaseData(pair.Block).SetArgDisplayNames($"{pair.Page}:{pair.Block.Line}");

    [TestCaseSource(nameof(Blocks))]
    public void A_command_of_a_page_runs(object found)
    {
        var block = (DocBlock)found;
        using Folder folder = Scratch();
        block.Commands.Should().NotBeEmpty();
        foreach (DocCommand command in block.Commands)
        {
            CliCall call = Shell(folder, command.Text);
            call.ExitCode.Should().BeOneOf([0, 1], "line {0}, {1}, said {2}{3}", command.Line, command.Text, call.Output, call.Error);
            if (command.Output is { } shown)
                ShownAs(shown).IsMatch(call.Output + call.Error).Should().BeTrue("line {0} shows this for {1}, which said:\n{2}{3}", command.Line, command.Text, call.Output, call.Error);
        }
    }

    [Test]
    public void Every_block_that_is_not_run_says_why_and_they_are_counted()
    {
        string[] reasons = [.. All.Select(pair => pair.Block.NotRun).OfType<string>()];

        reasons.Should().HaveCount(NotRun, because: "a block that is not run can rot");
        reasons.Should().AllSatisfy(reason => reason.Length.Should().BeGreaterThan(15));
    }

    [Test]
    public void The_pages_have_commands() => Blocks.Count().Should().BeGreaterThan(10);

    [Test]
    public void A_page_is_read_as_people_read_it()
    {
        DocBlock[] blocks =
        [
            .. DocPage.Read(
                """
                ```sh
                one \
                  two
                # a comment

                three   # said
                ```
                <!-- not run: it needs the moon -->
                ```console
                $ four
                out
                $ five
                ```
                ```json
                six
                ```
                """),
        ];

        blocks.Should().HaveCount(2);
        blocks[0].NotRun.Should().BeNull();
        blocks[0].Commands.Select(command => (command.Line, command.Text, command.Output)).Should().Equal((2, "one \\\n  two", null), (6, "three   # said", null));
        blocks[1].NotRun.Should().Be("it needs the moon");
        blocks[1].Line.Should().Be(9);
        blocks[1].Commands.Select(command => (command.Line, command.Text)).Should().Equal((10, "four"), (12, "five"));
        blocks[1].Commands[0].Output.Should().Equal("out");
        blocks[1].Commands[1].Output.Should().BeEmpty();
    }

    [TestCase("abc", true)]
    [TestCase("abcd", false)]
    [TestCase("x\nabc", false)]
    [TestCase("abc\n\n", true)]
    public void What_a_page_shows_is_the_whole_output(string output, bool isShown) => ShownAs(["abc"]).IsMatch(output).Should().Be(isShown);

    [Test]
    public void An_ellipsis_stands_for_anything()
    {
        ShownAs(["a…c", "…"]).IsMatch("abc\nd\ne\n").Should().BeTrue();
        ShownAs(["a…c", "e"]).IsMatch("abc\nd\ne\n").Should().BeFalse();
    }

    // "…" stands for a part of a line, and alone on a line for any lines.
    private static Regex ShownAs(IReadOnlyList<string> lines) => new(
        $@"\A{string.Join("", lines.Select(line => line == "…" ? @"(?:[^\n]*\n)*?" : Regex.Escape(line).Replace("…", @"[^\n]*", StringComparison.Ordinal) + @"(?:\n|\z)"))}\s*\z",
        RegexOptions.CultureInvariant);

    /// <summary>A folder with what the pages speak of.</summary>
    private static Folder Scratch()
    {
        Folder folder = new();
        string samples = Repository.PathOf("samples", "policies");
        byte[] role = File.ReadAllBytes(Path.Combine(samples, "ml-users-least-privilege.json"));
        byte[] broad = File.ReadAllBytes(Path.Combine(samples, "ml-users-everything.json"));
        byte[] redundant = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": [
                    "sagemaker:Describe*",
                    "sagemaker:DescribeEndpoint"
                  ],
                  "Resource": "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn"
                }
              ]
            }

            """u8.ToArray();
        byte[] template = """
            Resources:
              Role:
                Type: AWS::IAM::ManagedPolicy
                Properties:
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - { Effect: Allow, Action: "sagemaker:*", Resource: "*" }

            """u8.ToArray();
        folder.With("role.json", role).With("p.json", role).With("out/.keep", "")
            .With("policies/ml-users.json", broad).With("policies/describe.json", redundant)
            .With("guardrails/notebooks.json", File.ReadAllBytes(Path.Combine(samples, "no-public-notebooks.scp.json")))
            .With("infra/ml/role.json", role).With("infra/template.yaml", template).With("template.yaml", template)
            .With("plan.json", """{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[{"address":"aws_iam_policy.ml","mode":"managed","type":"aws_iam_policy","name":"ml","values":{"name":"ml","policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sagemaker:*\",\"Resource\":\"*\"}]}"}}]}},"resource_changes":[]}""")
            .With(".aws-sam/build/template.yaml", template).With("cdk.out/manifest.json", """{"version":"36.0.0","artifacts":{"Ml":{"type":"aws:cloudformation:stack","environment":"aws://unknown-account/unknown-region","properties":{"templateFile":"Ml.template.json"}}}}""")
            .With("cdk.out/Ml.template.json", """{"Resources":{"Role":{"Type":"AWS::IAM::ManagedPolicy","Properties":{"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sagemaker:*","Resource":"*"}]}}}}}""")
            .With("aws-catalog.bin", File.ReadAllBytes(Repository.PathOf("src", "PolicyLint", "Catalog", "catalog.bin")));
        return folder;
    }

    private CliCall Shell(Folder folder, string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = folder.FullPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in new[] { ("PATH", $"{_tools.FullPath}:{Environment.GetEnvironmentVariable("PATH")}"), ("HOME", folder.FullPath), ("AWS_EC2_METADATA_DISABLED", "true"), ("NO_COLOR", "1"), ("DOTNET_NOLOGO", "1") })
            start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new CliCall(process.ExitCode, output.Result.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }
}
