namespace PolicyLint.Cli.Tests;

/// <summary><c>baseline write</c> and <c>check --baseline</c>.</summary>
public sealed class BaselineCommandTests
{
    private const string Bad = """{ "Version": "2012-10-17", "Statement": [ { "Sid": "S", "Effect": "Allow", "Action": ["sagemaker:DescribeEndpoint"], "Resource": [] }, { "Effect": "Alow", "Action": "s3:ListAllMyBuckets", "Resource": "*" } ] }""";

    // The same statements the other way round, in another layout.
    private const string Moved =
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Resource": "*",
              "Effect": "Alow",
              "Action": "s3:ListAllMyBuckets"
            },
            { "Effect": "Allow", "Action": "sagemaker:DescribeEndpoint", "Resource": [ ] }
          ]
        }
        """;

    [Test]
    public void What_was_there_is_left_out_also_after_it_was_moved()
    {
        using Folder folder = new Folder().With("p/a.json", Bad);

        CliCall.Inside(folder, "baseline", "write", "p").Should().Be(new CliCall(0, "", "policylint: policylint-baseline.json is written with 2 findings\n"));
        CliCall call = CliCall.Inside(folder.With("p/a.json", Moved), "check", "--baseline", "policylint-baseline.json", "p");

        call.Error.Should().Be("policylint: 2 findings in the baseline were left out\n");
        call.Output.Should().StartWith("1 policy, no findings, 2 suppressed");
        call.ExitCode.Should().Be(0);
    }

    [Test]
    public void What_is_new_fails_and_what_is_mended_is_told()
    {
        using Folder folder = new Folder().With("p/a.json", Bad).With("p/b.json", Folder.Clean);
        CliCall.Inside(folder, "baseline", "write");
        folder.With("p/a.json", Folder.Clean).With("p/b.json", Bad);

        CliCall call = CliCall.Inside(folder, "check", "--baseline", "policylint-baseline.json");

        call.Error.Should().Be("policylint: 0 findings in the baseline were left out\npolicylint: 2 findings of the baseline no longer occur: `policylint baseline write` takes them out\n");
        call.Output.Should().Contain("p/b.json:1:130  warning PL0105").And.Contain("1 error, 1 warning").And.NotContain("a.json");
        call.ExitCode.Should().Be(1);
        CliCall.Inside(folder, "check", "--quiet", "--baseline", "policylint-baseline.json").Error.Should().BeEmpty();
    }

    [Test]
    public void Files_are_named_from_the_folder_of_the_baseline()
    {
        using Folder folder = new Folder().With("p/a.json", Bad);

        CliCall.Inside(folder, "baseline", "write", "--output", "p/known.json", "p/a.json").ExitCode.Should().Be(0);

        File.ReadAllText(folder["p/known.json"]).Should().Contain("\"file\": \"a.json\"").And.NotContain(folder.FullPath);
        CliCall.Inside(folder, "check", "--baseline", folder["p/known.json"], folder["p/a.json"]).ExitCode.Should().Be(0);
    }

    [Test]
    public void The_same_findings_make_the_same_file()
    {
        using Folder folder = new Folder().With("p/b.json", Bad).With("p/a.json", Bad);

        CliCall.Inside(folder, "baseline", "write", "p");
        string first = File.ReadAllText(folder["policylint-baseline.json"]);
        CliCall.Inside(folder, "baseline", "write", "p/b.json", "p/a.json");

        File.ReadAllText(folder["policylint-baseline.json"]).Should().Be(first);
        first.IndexOf("p/a.json", StringComparison.Ordinal).Should().BeLessThan(first.IndexOf("p/b.json", StringComparison.Ordinal)).And.BePositive();
    }

    [Test]
    public void What_is_suppressed_does_not_go_into_the_baseline()
    {
        using Folder folder = new Folder().With("p/a.json", Bad).With("policylint.json", """{ "suppressions": [ { "rule": "PL0105", "reason": "r" }, { "rule": "PL0104", "reason": "r" } ] }""");

        CliCall.Inside(folder, "baseline", "write", ".").Error.Should().EndWith("is written with 1 finding\n");
        File.ReadAllText(folder["policylint-baseline.json"]).Should().Contain("PL0110").And.NotContain("PL0105").And.NotContain("PL0041");
        CliCall.Inside(folder, "baseline", "write", "--no-config", ".").Error.Should().EndWith("is written with 2 findings\n");
    }

    [Test]
    public void Where_something_cannot_be_checked_nothing_is_written()
    {
        using Folder folder = new Folder().With("p/a.json", Bad).With("p/b.json", """{ "Statement": [ { "Effect": """).With("policylint-baseline.json", "old");

        CliCall call = CliCall.Inside(folder, "baseline", "write", "p");

        call.Error.Should().Be("policylint: p/b.json: cannot be read as a policy\npolicylint: policylint-baseline.json is not written: what could not be checked would be missing in it\n");
        call.ExitCode.Should().Be(2);
        File.ReadAllText(folder["policylint-baseline.json"]).Should().Be("old");
    }

    [Test]
    public void A_baseline_that_cannot_be_written_exits_2()
    {
        using Folder folder = new Folder().With("a.json", Bad);

        CliCall call = CliCall.Inside(folder, "baseline", "write", "--output", "no/such/folder/b.json");

        call.Error.Should().StartWith("policylint: --output: no/such/folder/b.json cannot be written: ");
        call.ExitCode.Should().Be(2);
    }
}
