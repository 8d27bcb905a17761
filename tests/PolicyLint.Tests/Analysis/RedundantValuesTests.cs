using System.Collections.Immutable;
using CsCheck;
using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class RedundantValuesTests
{
    private static readonly Gen<string[]> Lists = Words.Patterns("ab*?", 3).Where(word => word.Length > 0).Array[2, 6];

    [Test]
    public void Equal_values_are_one_group_headed_by_the_first() =>
        GroupsOf(["s3:Get", "S3:get", "s3:Put"], ignoreCase: true).Should().Equal("s3:Get: s3:Get S3:get");

    [Test]
    public void Case_counts_where_it_is_said_to() => GroupsOf(["a*", "Ab"], ignoreCase: false).Should().BeEmpty();

    [Test]
    public void What_a_narrower_value_covers_is_in_the_group_of_the_widest() =>
        GroupsOf(["ab1", "a*", "ab*", "c"], ignoreCase: false).Should().Equal("a*: ab1 a* ab*");

    [Test]
    public void A_value_may_be_in_two_groups() =>
        GroupsOf(["ab", "a*", "*b"], ignoreCase: false).Should().Equal("a*: ab a*", "*b: ab *b");

    [Test]
    public void A_question_mark_takes_one_character_and_no_star() =>
        GroupsOf(["a?", "a*", "ab"], ignoreCase: false).Should().Equal("a*: a? a* ab");

    [Test]
    public void A_list_longer_than_a_few_is_looked_through_too() =>
        GroupsOf([.. Enumerable.Range(0, 100).Select(number => $"v{number}"), "v7"], ignoreCase: false).Should().Equal("v7: v7 v7");

    [Test]
    public void A_value_is_in_a_group_exactly_when_another_covers_it_or_is_covered() =>
        Lists.Sample(values =>
        {
            HashSet<string> found = [.. Find(values, ignoreCase: false).SelectMany(group => group.Members).Select(value => value.Pointer)];
            for (int i = 0; i < values.Length; i++)
            {
                bool expected = false;
                for (int j = 0; j < values.Length; j++)
                    expected |= i != j && (Covers(values[i], values[j]) || Covers(values[j], values[i]));

                if (found.Contains($"/Statement/0/Action/{i}") != expected)
                    return false;
            }

            return true;
        });

    // The slow way: wildcards of the covered value stand for themselves, and no question mark takes a star.
    private static bool Covers(string wide, string narrow)
    {
        if (wide.Length == 0)
            return narrow.Length == 0;

        return wide[0] switch
        {
            '*' => Covers(wide[1..], narrow) || (narrow.Length > 0 && Covers(wide, narrow[1..])),
            '?' => narrow.Length > 0 && narrow[0] != '*' && Covers(wide[1..], narrow[1..]),
            _ => narrow.Length > 0 && narrow[0] == wide[0] && Covers(wide[1..], narrow[1..]),
        };
    }

    private static IEnumerable<string> GroupsOf(string[] values, bool ignoreCase) =>
        Find(values, ignoreCase).Select(group => $"{group.Widest}: {string.Join(' ', group.Members)}");

    private static ImmutableArray<RedundantGroup> Find(string[] values, bool ignoreCase)
    {
        string list = string.Join(", ", values.Select(value => $"'{value}'"));
        return RedundantValues.Find(Statements.One($"'Action': [{list}], 'Resource': '*'").Statement.Action!, ignoreCase);
    }
}
