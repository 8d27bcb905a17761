using PolicyLint.DocGen;
using PolicyLint.NewRule;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Tools;

/// <summary>NewRule, run in a copy of the files that it changes.</summary>
public sealed class NewRuleTests
{
    private const string List = "src/PolicyLint.Rules/BuiltInRules.cs";
    private const string Shipped = "docs/rules/rules.shipped.txt";

    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Dispose();

    [SetUp]
    public void CopyRepository()
    {
        Directory.Delete(_folder.Path, recursive: true);
        foreach (string path in (string[])["Directory.Build.props", List, Shipped])
            _folder.Write(path, File.ReadAllText(Repository.PathOf(path)));
    }

    [Test]
    public void Everything_is_made_in_its_place()
    {
        Run("PL1998", "bucket-open-to-all", "Security", "A bucket policy lets everybody read").Should().Be((0, ""));

        _folder.Read("src/PolicyLint.Rules/Security/BucketOpenToAll.cs").Should().Contain("public sealed class BucketOpenToAll() : StatementRule(").And.Contain("Title = \"A bucket policy lets everybody read\"");
        _folder.Read("tests/PolicyLint.Rules.Tests/Security/BucketOpenToAllTests.cs").Should().Contain("RuleTest<BucketOpenToAll>");
        _folder.Read("docs/rules/PL1998.md").Should().Contain("# PL1998: bucket-open-to-all");
        _folder.Read(Shipped).Should().Contain("\nPL1998|bucket-open-to-all|Security|warning|medium|default\n");
        _folder.Read(List).Should().Contain("        new BucketOpenToAll(), // PL1998\n").And.Contain("using PolicyLint.Rules.Security;\n");
    }

    [Test]
    public void The_lists_stay_sorted_whatever_the_order_of_calls()
    {
        foreach (string[] call in (string[][])
        [
            ["PL3999", "sagemaker-last", "SageMaker", "Last"],
            ["PL1997", "first-of-all", "Security", "First"],
            ["PL4998", "too-long", "Maintainability", "Long"],
            ["PL3997", "sagemaker-early", "SageMaker", "Early"],
        ])
            Run(call).Should().Be((0, ""));

        string list = _folder.Read(List);
        list.Split('\n').Where(line => line.Contains("(), // PL", StringComparison.Ordinal)).Select(line => line[^6..]).Should()
            .BeInAscendingOrder(StringComparer.Ordinal).And.ContainInOrder("PL1997", "PL3997", "PL3999", "PL4998");
        list.Split('\n').Where(line => line.StartsWith("using PolicyLint.", StringComparison.Ordinal)).Should()
            .BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        ShippedRules.Lines(_folder.Read(Shipped)).Should().BeInAscendingOrder(StringComparer.Ordinal);
        list.Should().Contain("new SageMakerEarly(), // PL3997");
    }

    [Test]
    public void What_is_made_compiles()
    {
        string[] made =
        [
            "src/PolicyLint.Rules/PrivilegeEscalation/RoleSwap.cs", "tests/PolicyLint.Rules.Tests/PrivilegeEscalation/RoleSwapTests.cs",
            "src/PolicyLint.Rules/Maintainability/TooLong.cs", "tests/PolicyLint.Rules.Tests/Maintainability/TooLongTests.cs",
            List,
        ];
        // The rules there already are not copied: the list has only the new ones.
        _folder.Write(List, string.Join('\n', _folder.Read(List).Split('\n').Where(line => !line.Contains("(), // PL", StringComparison.Ordinal) && !line.StartsWith("using PolicyLint.", StringComparison.Ordinal))));
        Run("PL5998", "role-swap", "PrivilegeEscalation", "A role <is> swapped & lost").Should().Be((0, ""));
        Run("PL4998", "too-long", "Maintainability", "A policy is too long").Should().Be((0, ""));

        Compiler.Compile(_folder, made).Should().BeEmpty();
    }

    [TestCase("The shape of an id is known", "PL10", "some-name", "Security", "Title", "`PL10` is no rule id: PL and four digits, such as PL1023.")]
    [TestCase("Ranges are kept", "PL2998", "some-name", "Security", "Title", "PL2998 is not in the range of Security: PL1xxx.")]
    [TestCase("Categories are known", "PL1998", "some-name", "Safety", "Title", "`Safety` is no category of rules: Security, Correctness, SageMaker, Maintainability, PrivilegeEscalation.")]
    [TestCase("Grammar rules are the parser's", "PL0998", "some-name", "Grammar", "Title", "`Grammar` is no category of rules")]
    [TestCase("Names are kebab-case", "PL1998", "someName", "Security", "Title", "`someName` is no rule name")]
    [TestCase("Names are short", "PL1998", "a-name-that-goes-on-for-more-than-forty-eight-letters", "Security", "Title", "at most 48 characters")]
    [TestCase("Names are not reused", "PL1998", "rule-failed", "Security", "Title", "The name rule-failed is taken by PL0001.")]
    [TestCase("Titles are sentences", "PL1998", "some-name", "Security", "A title.", "`A title.` is no title")]
    public void A_wrong_call_is_refused_with_its_reason_and_writes_nothing(string why, string id, string name, string category, string title, string complaint)
    {
        string before = _folder.Read(List);
        (int exitCode, string error) = Run(id, name, category, title);

        exitCode.Should().Be(2, because: why);
        error.Should().Contain(complaint);
        _folder.Read(List).Should().Be(before);
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Should().HaveCount(3);
    }

    [Test]
    public void A_taken_id_is_refused_with_its_owner_and_the_next_that_is_free()
    {
        _folder.Write(Shipped, "PL1001|one|Security|error|high|default\nPL1003|three|Security|error|high|default\n");
        Run("PL1003", "some-name", "Security", "Title").Should().Be((2, "PL1003 is taken by three. The next free id of Security is PL1002."));
    }

    [Test]
    public void A_call_without_its_four_words_shows_how_to_call() => Run("PL1998").Should().Match<(int ExitCode, string Error)>(
        outcome => outcome.ExitCode == 2 && outcome.Error.Contains("-- ID NAME CATEGORY TITLE"));

    private (int ExitCode, string Error) Run(params string[] args)
    {
        using var error = new StringWriter();
        int exitCode = NewRuleCommand.Run(_folder.Path, args, TextWriter.Null, error);
        return (exitCode, error.ToString().TrimEnd());
    }
}
