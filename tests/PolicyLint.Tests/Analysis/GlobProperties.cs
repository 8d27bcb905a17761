using CsCheck;
using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class GlobProperties
{
    // A text that two patterns share need not be longer than the parts of both that take a character.
    private static readonly string[] SharedWords = Words.UpTo(8, "ab");

    // # is in no pattern: it stands for all the characters that patterns do not name. To tell two patterns apart, a star
    // needs to be stretched only past the parts of the other.
    private static readonly string[] TellingWords = Words.UpTo(6, "ab#");

    private static readonly Gen<string> Pattern = Words.Patterns("ab:*?", 5);

    [Test]
    public void Matching_agrees_with_its_definition() =>
        Gen.Select(Pattern, Words.Patterns("ab:", 6)).Sample((pattern, text) =>
            Glob.Parse(pattern).Matches(text) == Words.Match(pattern, text));

    [Test]
    public void Matching_without_case_agrees_with_matching_in_lower_case() =>
        Gen.Select(Words.Patterns("aAbB*?", 5), Words.Patterns("aAbB", 6)).Sample((pattern, text) =>
            Glob.Parse(pattern, ignoreCase: true).Matches(text) == Words.Match(pattern.ToLowerInvariant(), text.ToLowerInvariant()));

    [Test]
    public void Intersection_agrees_with_trying_all_words() =>
        Gen.Select(Words.Patterns("ab*?", 4), Words.Patterns("ab*?", 4)).Sample(
            (left, right) => Glob.Parse(left).Intersects(Glob.Parse(right))
                == Array.Exists(SharedWords, word => Words.Match(left, word) && Words.Match(right, word)),
            iter: 4_000);

    [Test]
    public void Intersection_does_not_depend_on_the_order() =>
        Gen.Select(Pattern, Pattern).Sample((left, right) =>
            Glob.Parse(left).Intersects(Glob.Parse(right)) == Glob.Parse(right).Intersects(Glob.Parse(left)));

    [Test]
    public void Containment_agrees_with_trying_all_words() =>
        Gen.Select(Words.Patterns("ab*?", 5), Words.Patterns("ab*?", 4)).Sample(
            (covering, covered) => Glob.Parse(covering).Contains(Glob.Parse(covered))
                == Array.TrueForAll(TellingWords, word => !Words.Match(covered, word) || Words.Match(covering, word)),
            iter: 4_000);

    [Test]
    public void Every_pattern_contains_itself_and_is_contained_in_its_wider_forms() =>
        Gen.Select(Pattern, Gen.Int[0, 5]).Sample((pattern, place) =>
        {
            string wider = pattern.Insert(Math.Min(place, pattern.Length), "*");
            return Glob.Parse(pattern).Contains(Glob.Parse(pattern)) && Glob.Parse(wider).Contains(Glob.Parse(pattern));
        });

    [Test]
    public void Containment_is_transitive() =>
        Gen.Select(Pattern, Pattern, Pattern).Sample((a, b, c) =>
            !(Glob.Parse(a).Contains(Glob.Parse(b)) && Glob.Parse(b).Contains(Glob.Parse(c)))
            || Glob.Parse(a).Contains(Glob.Parse(c)));

    [Test]
    public void What_contains_a_pattern_with_a_variable_contains_it_for_every_value() =>
        Gen.Select(Words.Patterns("ab*?", 4), Words.Patterns("ab", 2), Words.Patterns("ab", 2), Words.Patterns("ab", 4)).Sample(
            (covering, before, after, value) => !Glob.Parse(covering).Contains(Glob.Parse(before + "${v}" + after))
                || Words.Match(covering, before + value + after));
}
