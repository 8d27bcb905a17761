namespace PolicyLint.MSBuild.Tests;

/// <summary>A build may skip what it knows to be clean. It must never be silent about a finding that the last build told.</summary>
public sealed class CleanRunTests
{
    private const string Narrow =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sagemaker:DescribeEndpoint","Resource":"arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn"}]}""";

    private const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sagemaker:*","Resource":"*"}]}""";

    private const string Finding =
        """{ "customRules": [ { "id": "TEAM0001", "name": "no-describing", "message": "No describing", "severity": "warning", "actions": { "anyOf": ["sagemaker:DescribeEndpoint"] } } ] }""";

    private ProjectFolder _project = null!;

    [SetUp]
    public void MakeCleanProject()
    {
        _project = new ProjectFolder().With("p/ml.json", Narrow);
        _project.Build("p/ml.json").Should().BeTrue();
        _project.WasRemembered.Should().BeFalse();
    }

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public void The_same_again_is_remembered()
    {
        _project.Build("p/ml.json").Should().BeTrue();
        _project.WasRemembered.Should().BeTrue();
    }

    [Test]
    public void A_policy_of_another_content_is_checked_although_it_is_older()
    {
        _project.With("p/ml.json", Everything);
        File.SetLastWriteTimeUtc(_project["p/ml.json"], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _project.Build("p/ml.json").Should().BeFalse();
    }

    [Test]
    public void Another_policy_is_checked_although_it_is_older()
    {
        _project.With("p/old.json", Everything);
        File.SetLastWriteTimeUtc(_project["p/old.json"], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _project.Build("p/ml.json", "p/old.json").Should().BeFalse();
    }

    [TestCase("p/policylint.json")]
    [TestCase("policylint.json")]
    public void A_configuration_that_appears_above_a_policy_is_heard(string name)
    {
        _project.With(name, "{ \"profil\": 1 }").Build("p/ml.json").Should().BeFalse();
    }

    [Test]
    public void Findings_are_told_again_by_each_build()
    {
        _project.With("policylint.json", Finding);
        _project.Build("p/ml.json").Should().BeTrue();
        List<string> first = _project.Lines;
        _project.Build("p/ml.json").Should().BeTrue();
        _project.Lines.Should().Equal(first).And.ContainSingle();
    }

    [Test]
    public void What_NoWarn_kept_silent_is_told_when_it_is_gone()
    {
        _project.With("policylint.json", Finding).NoWarn = "TEAM0001";
        _project.Build("p/ml.json").Should().BeTrue();
        _project.Build("p/ml.json").Should().BeTrue();
        _project.WasRemembered.Should().BeTrue();

        _project.NoWarn = null;
        _project.Build("p/ml.json").Should().BeTrue();
        _project.Lines.Should().ContainSingle().Which.Should().Contain("warning TEAM0001: ");
    }

    [Test]
    public void What_is_suppressed_until_a_day_is_told_the_day_after()
    {
        _project.With("p/ml.json", Everything)
            .With("policylint.json", """{ "suppressions": [ { "rule": "PL3002", "reason": "for the test", "expires": "2030-01-01" } ] }""");
        _project.Build("p/ml.json").Should().BeTrue();
        _project.Lines.Should().BeEmpty();

        _project.Now = new DateTimeOffset(2030, 1, 2, 0, 0, 0, TimeSpan.Zero);
        _project.Build("p/ml.json").Should().BeFalse();
        _project.Lines.Should().Contain(line => line.Contains("error PL3002", StringComparison.Ordinal)).And.Contain(line => line.Contains("warning PL0040", StringComparison.Ordinal));
    }

    [Test]
    public void A_memory_that_cannot_be_written_costs_nothing_but_time()
    {
        Directory.Delete(_project["obj"], recursive: true);
        _project.With("obj", "a file where the folder should be");
        _project.Build("p/ml.json").Should().BeTrue();
        _project.Lines.Should().BeEmpty();
    }
}
