using System.Text;
using PolicyLint.Fixing;

namespace PolicyLint.Tests.Fixing;

/// <summary>Which fixes are made, and when it ends; and the fixes of the grammar.</summary>
public sealed class PolicyFixerTests
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:A","s3:B"],"Resource":"*"}]}""";

    [TestCase("\uFEFF{\"Version\":\"2012-10-17\"}", "{\"Version\":\"2012-10-17\"}")]
    [TestCase("{ // who\n\"Version\":\"2012-10-17\"}", "{\n\"Version\":\"2012-10-17\"}")]
    [TestCase("{\n  // who\n  \"Version\":\"2012-10-17\"}", "{\n  \"Version\":\"2012-10-17\"}")]
    [TestCase("{\r\n  /* who */\r\n  \"Version\":\"2012-10-17\"}", "{\r\n  \"Version\":\"2012-10-17\"}")]
    [TestCase("{ /* who */ \"Version\":\"2012-10-17\"}", "{  \"Version\":\"2012-10-17\"}")]
    [TestCase("{\"Version\":\"2012-10-17\",\n}", "{\"Version\":\"2012-10-17\"\n}")]
    [TestCase("{\"version\":\"2012-10-17\"}", "{\"Version\":\"2012-10-17\"}")]
    [TestCase("{\"Version\":\"2012-10-17\",\"Statements\":[]}", "{\"Version\":\"2012-10-17\",\"Statement\":[]}")]
    [TestCase("{\"Statement\":{\"Actions\":\"s3:A\"}}", "{\"Statement\":{\"Action\":\"s3:A\"}}")]
    [TestCase("{\"Statement\":{\"Principal\":{\"aws\":\"*\"}}}", "{\"Statement\":{\"Principal\":{\"AWS\":\"*\"}}}")]
    public void What_the_parser_knows_the_meaning_of_is_mended(string policy, string expected) => Fix(policy, []).Should().Be(expected);

    [TestCase("{\"Statement\":{\"Action\":\"s3:A\",\"actions\":\"s3:B\"}}")]
    [TestCase("{\"Statement\":{\"ACTION\":\"s3:A\",\"actions\":\"s3:B\"}}")]
    [TestCase("{\"Statement\":{\"Akshun\":\"s3:A\"}}")]
    [TestCase("{\"Statement\":{\"Effect\":\"allow\"}}")]
    [TestCase("{\"Statement\":[")]
    [TestCase("// no policy")]
    public void What_may_mean_two_things_stays(string policy) => Fix(policy, []).Should().Be(policy);

    [Test]
    public void Everything_is_mended_in_one_call() =>
        Fix("\uFEFF// one\n// two\n{\"version\":\"2012-10-17\",/*three*/\"statement\":[{\"actions\":[\"s3:A\",],},],}", [])
            .Should().Be("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Action\":[\"s3:A\"]}]}");

    [Test]
    public void Fixes_that_overlap_are_made_one_after_the_other() =>
        Fix(Policy, [new Rewriting("one", "s3:A", "s3:C"), new Rewriting("two", "s3:A", "s3:D"), new Rewriting("three", "s3:B", "s3:E")])
            .Should().Be(Policy.Replace("s3:A", "s3:C", StringComparison.Ordinal).Replace("s3:B", "s3:E", StringComparison.Ordinal));

    [Test]
    public void Fixes_that_undo_each_other_come_to_an_end()
    {
        FixResult result = Run(Policy, [new Rewriting("there", "s3:A", "s3:C"), new Rewriting("back", "s3:C", "s3:A")], FixOptions.Default);

        result.Made.Length.Should().BeInRange(2, 1000);
    }

    [Test]
    public void An_unsafe_fix_is_left_unless_asked_for()
    {
        IFixProvider[] providers = [new Rewriting("narrow", "s3:A", "s3:C", FixSafety.Unsafe)];

        FixResult safe = Run(Policy, providers, FixOptions.Default);
        safe.IsChanged.Should().BeFalse();
        safe.Made.Should().BeEmpty();
        safe.Left.Select(fix => fix.Name).Should().Equal("narrow");

        FixResult asked = Run(Policy, providers, new FixOptions { Unsafe = true });
        Text(asked).Should().Be(Policy.Replace("s3:A", "s3:C", StringComparison.Ordinal));
        asked.Made.Select(fix => fix.Name).Should().Equal("narrow");
        asked.Left.Should().BeEmpty();
        Text(asked.Original).Should().Be(Policy);
    }

    [Test]
    public void A_fix_that_allows_more_has_to_be_named()
    {
        IFixProvider[] providers = [new Rewriting("widen", "s3:A", "s3:C", FixSafety.Unsafe, allowsMore: true)];

        Run(Policy, providers, new FixOptions { Unsafe = true }).IsChanged.Should().BeFalse();
        Run(Policy, providers, new FixOptions { Only = ["widen"] }).IsChanged.Should().BeFalse();
        Run(Policy, providers, new FixOptions { Unsafe = true, Only = ["WIDEN"] }).IsChanged.Should().BeTrue();
    }

    [Test]
    public void Only_the_fixes_that_are_named_are_made()
    {
        const string both = "{/**/\"Version\":\"2012-10-17\",}";

        Text(Run(both, [], new FixOptions { Only = ["comment"] })).Should().Be("{\"Version\":\"2012-10-17\",}");
        Text(Run(both, [], new FixOptions { Only = ["pl0015"] })).Should().Be("{/**/\"Version\":\"2012-10-17\"}");
    }

    [Test]
    public void A_type_that_was_given_is_kept()
    {
        FixResult result = new PolicyFixer(new PolicyLinter([]), GrammarFixes.All).Fix(PolicyDocument.Parse("{\"Version\":\"2012-10-17\",}", PolicyType.Scp));

        result.Document.Type.Should().Be(PolicyType.Scp);
        result.Document.IsTypeDetected.Should().BeFalse();
        result.Result.Findings.Select(finding => finding.Rule.Name).Should().Equal("missing-element");
    }

    private static string Fix(string policy, IFixProvider[] more) => Text(Run(policy, more, FixOptions.Default));

    private static FixResult Run(string policy, IFixProvider[] more, FixOptions options) =>
        new PolicyFixer(new PolicyLinter([]), [.. GrammarFixes.All, .. more], options).Fix(PolicyDocument.Parse(policy));

    private static string Text(FixResult result) => Text(result.Document);

    private static string Text(PolicyDocument document) => Encoding.UTF8.GetString(document.Source.Bytes.Span);

    private sealed class Rewriting(string name, string from, string to, FixSafety safety = FixSafety.Safe, bool allowsMore = false) : IFixProvider
    {
        public string Name => name;

        public IEnumerable<PolicyFix> Propose(FixContext context) =>
            from statement in context.Result.Document.Statements
            from action in statement.Action?.Values ?? []
            where action.Value == @from
            select new PolicyFix { Name = name, Title = $"Write {to}", Safety = safety, AllowsMore = allowsMore, Edits = context.Editor.Replace(action, [to]) };
    }
}
