using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class GlobTests
{
    private const string Unknown = "\uFFFF";

    [TestCase("", "", true)]
    [TestCase("", "a", false)]
    [TestCase("abc", "abc", true)]
    [TestCase("abc", "abd", false)]
    [TestCase("abc", "ABC", false)]
    [TestCase("a?c", "abc", true)]
    [TestCase("a?c", "ac", false)]
    [TestCase("a*c", "ac", true)]
    [TestCase("a*c", "abbbc", true)]
    [TestCase("a*c", "abcd", false)]
    [TestCase("*a*b", "xaayab", true)]
    [TestCase("*?*", "", false)]
    [TestCase("*?*", "x", true)]
    public void Stars_stand_for_any_text_and_question_marks_for_one_character(string pattern, string text, bool expected) =>
        Glob.Parse(pattern).Matches(text).Should().Be(expected);

    [Test]
    public void Case_is_ignored_only_when_asked()
    {
        Glob.Parse("Create*", ignoreCase: true).Matches("cReAtEmodel").Should().BeTrue();
        Glob.Parse("Create*").Matches("createmodel").Should().BeFalse();
    }

    [TestCase("${aws:username}")]
    [TestCase("${aws:username, 'nobody}'}")]
    [TestCase(Unknown)]
    public void What_is_not_known_may_be_any_text(string part)
    {
        Glob glob = Glob.Parse($"home/{part}/x");

        glob.Matches("home/alice/x").Should().BeTrue();
        glob.Matches("home//x").Should().BeTrue();
        glob.Matches("home/alice/y").Should().BeFalse();
        glob.Intersects(Glob.Parse("home/alice/*")).Should().BeTrue();
        glob.IsLiteral.Should().BeFalse();
    }

    [Test]
    public void What_is_not_known_covers_no_text_for_certain()
    {
        Glob.Parse("${aws:username}").Contains(Glob.Parse("alice")).Should().BeFalse();
        Glob.Parse(Unknown).Contains(Glob.Parse("alice")).Should().BeFalse();
        Glob.Parse(Unknown).Contains(Glob.Parse(Unknown)).Should().BeFalse("two unknown parts may differ");
    }

    [Test]
    public void What_is_not_known_is_covered_only_by_a_star()
    {
        Glob.Parse("home/*").Contains(Glob.Parse("home/${aws:username}")).Should().BeTrue();
        Glob.Parse("home/*").Contains(Glob.Parse($"home/{Unknown}")).Should().BeTrue();
        Glob.Parse("home/?*").Contains(Glob.Parse("home/${aws:username}")).Should().BeFalse("the value may be empty");
    }

    [Test]
    public void A_variable_covers_the_same_variable()
    {
        Glob.Parse("home/${aws:username}/*").Contains(Glob.Parse("home/${AWS:UserName}/a")).Should().BeTrue();
        Glob.Parse("home/${aws:username}/*").Contains(Glob.Parse("home/${aws:userid}/a")).Should().BeFalse();
    }

    [TestCase("${*}", "*")]
    [TestCase("${?}", "?")]
    [TestCase("${$}", "$")]
    public void Special_characters_are_escaped_as_variables(string pattern, string character)
    {
        Glob glob = Glob.Parse(pattern);

        glob.IsLiteral.Should().BeTrue();
        glob.Matches(character).Should().BeTrue();
        glob.Matches("x").Should().BeFalse();
    }

    [Test]
    public void Without_policy_variables_the_characters_mean_themselves()
    {
        Glob glob = Glob.Parse("${aws:username}", policyVariables: false);

        glob.IsLiteral.Should().BeTrue();
        glob.Matches("${aws:username}").Should().BeTrue();
        glob.Matches("alice").Should().BeFalse();
    }

    [Test]
    public void A_variable_that_never_ends_is_text() => Glob.Parse("a${b").IsLiteral.Should().BeTrue();

    [TestCase("*", true, true)]
    [TestCase("***", true, true)]
    [TestCase("?*", false, true)]
    [TestCase("*?", false, true)]
    [TestCase("??*", false, false)]
    [TestCase("a*", false, false)]
    [TestCase("${aws:username}", false, false)]
    public void Patterns_of_stars_match_everything(string pattern, bool everything, bool everyNonEmpty)
    {
        Glob glob = Glob.Parse(pattern);

        glob.MatchesEverything.Should().Be(everything);
        glob.MatchesEveryNonEmpty.Should().Be(everyNonEmpty);
    }

    [Test]
    public void What_a_pattern_is_made_of_is_told()
    {
        Glob glob = Glob.Parse($"a*${{aws:username}}{Unknown}");

        glob.HasWildcard.Should().BeTrue();
        glob.HasVariable.Should().BeTrue();
        glob.HasUnknown.Should().BeTrue();
        Glob.Parse("a").Should().BeEquivalentTo(new { HasWildcard = false, HasVariable = false, HasUnknown = false, IsLiteral = true });
    }

    [Test]
    public void Patterns_of_different_case_rules_are_not_comparable()
    {
        Glob insensitive = Glob.Parse("a", ignoreCase: true);

        insensitive.Invoking(glob => glob.Contains(Glob.Parse("a"))).Should().Throw<ArgumentException>();
        insensitive.Invoking(glob => glob.Intersects(Glob.Parse("a"))).Should().Throw<ArgumentException>();
    }

    [TestCase("a?*b", "a*b", false)]
    [TestCase("a*b", "a?*b", true)]
    [TestCase("a??*", "a*x*y", true)]
    [TestCase("a??*", "a*x*", false)]
    [TestCase("*ab*", "a*b", false)]
    [TestCase("?", "a", true)]
    [TestCase("?", "*", false)]
    public void Containment_counts_characters(string covering, string covered, bool expected) =>
        Glob.Parse(covering).Contains(Glob.Parse(covered)).Should().Be(expected);

    [Test]
    public void Long_patterns_of_many_stars_are_matched()
    {
        string stars = Repeat("*a", 5_000);
        string text = Repeat("a", 10_000);

        Glob.Parse(stars + "b").Matches(text).Should().BeFalse();
        Glob.Parse(stars).Matches(text).Should().BeTrue();
    }

    [Test]
    public void Long_patterns_of_many_stars_are_compared()
    {
        string stars = Repeat("*a", 1_000);
        string text = Repeat("a", 2_000);

        Glob.Parse(stars + "b*").Intersects(Glob.Parse("*" + stars)).Should().BeTrue();
        Glob.Parse(stars + "b*").Intersects(Glob.Parse("?" + text)).Should().BeFalse();
        Glob.Parse(stars + "*").Contains(Glob.Parse("*" + text)).Should().BeTrue();
        Glob.Parse(stars + "b*").Contains(Glob.Parse(stars + "*")).Should().BeFalse();
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
