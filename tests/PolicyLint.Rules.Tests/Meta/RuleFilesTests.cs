using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>Each rule has its file, its tests and nothing left to do in them.</summary>
public sealed class RuleFilesTests
{
    private static string PathOf(Rule rule) => Repository.PathOf("src", "PolicyLint.Rules", $"{rule.Descriptor.Category}", $"{rule.GetType().Name}.cs");

    private static string TestPathOf(Rule rule) =>
        Repository.PathOf("tests", "PolicyLint.Rules.Tests", $"{rule.Descriptor.Category}", $"{rule.GetType().Name}Tests.cs");

    [Test]
    public void A_rule_stands_in_a_file_of_its_own_in_the_folder_of_its_category() =>
        Lines(BuiltInRules.All.Select(PathOf).Where(path => !File.Exists(path))).Should().BeEmpty();

    [Test]
    public void A_rule_has_tests_in_the_folder_of_its_category() =>
        Lines(BuiltInRules.All.Select(TestPathOf).Where(path => !File.Exists(path))).Should().BeEmpty();

    [Test]
    public void A_rule_has_a_test_class_with_findings_and_clean_documents()
    {
        ILookup<Type, Type> testsByRule = typeof(RuleFilesTests).Assembly.GetExportedTypes()
            .Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(RuleTest<>))
            .ToLookup(type => type.BaseType!.GetGenericArguments()[0]);
        foreach (Rule rule in BuiltInRules.All)
        {
            testsByRule[rule.GetType()].Should().NotBeEmpty(because: "{0} needs tests that derive from RuleTest", rule.Descriptor);
            File.ReadAllText(TestPathOf(rule)).Should().Contain("Finds(").And.Contain("Clean(");
        }
    }

    [Test]
    public void Nothing_is_left_to_do_in_a_rule_or_its_tests() =>
        Lines(BuiltInRules.All.SelectMany(rule => (string[])[PathOf(rule), TestPathOf(rule)]).Where(path => File.ReadAllText(path).Contains("TODO", StringComparison.Ordinal)))
            .Should().BeEmpty();

    [Test]
    public void A_rule_file_has_at_most_250_lines() =>
        Lines(BuiltInRules.All.Select(PathOf).Where(path => File.ReadLines(path).Count() > 250)).Should().BeEmpty();

    // A text shows all of them where the assertion fails.
    private static string Lines(IEnumerable<string> paths) => string.Join('\n', paths.Select(path => Path.GetRelativePath(Repository.Root, path)));
}
