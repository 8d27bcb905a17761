namespace PolicyLint.Cli.Tests;

/// <summary><c>check --skip-others</c>, which hooks call with the names of all that a commit changes.</summary>
public sealed class SkipOthersTests
{
    [Test]
    public void Named_files_that_are_no_policies_are_passed_over_and_counted()
    {
        using Folder folder = new Folder().With("package.json", "{\"name\": \"x\"}").With("list.json", "[1]").With("empty.json", "").With("a.json", Folder.Clean);

        CliCall call = CliCall.Inside(folder, "check", "--skip-others", "package.json", "list.json", "empty.json", "a.json");

        call.Error.Should().BeEmpty();
        call.Output.Should().StartWith("1 policy").And.Contain("3 files skipped");
        call.ExitCode.Should().Be(0);
    }

    [Test]
    public void A_call_without_any_policy_is_clean()
    {
        using Folder folder = new Folder().With("package.json", "{\"name\": \"x\"}");

        CliCall.Inside(folder, "check", "--skip-others", "--quiet", "package.json").Should().Be(new CliCall(0, "", ""));
    }

    [Test]
    public void A_policy_that_breaks_off_is_a_policy()
    {
        using Folder folder = new Folder().With("a.json", "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\",");

        CliCall call = CliCall.Inside(folder, "check", "--skip-others", "a.json");

        call.Output.Should().Contain("error PL0010 ");
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void Findings_and_missing_files_are_said_as_ever()
    {
        using Folder folder = new Folder().With("a.json", Folder.Bad);

        CliCall.Inside(folder, "check", "--skip-others", "a.json").ExitCode.Should().Be(1);
        CliCall.Inside(folder, "check", "--skip-others", "a.json", "gone.json").ExitCode.Should().Be(2);
    }

    [Test]
    public void What_is_excluded_is_passed_over_in_silence()
    {
        using Folder folder = new Folder().With("a.json", Folder.Bad).With("policylint.json", "{\"files\": [{\"glob\": \"a.json\", \"exclude\": true}]}");

        CliCall.Inside(folder, "check", "--skip-others", "--quiet", "a.json").Should().Be(new CliCall(0, "", ""));
    }
}
