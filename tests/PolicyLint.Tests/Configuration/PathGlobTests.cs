using CsCheck;
using PolicyLint.Configuration;

namespace PolicyLint.Tests.Configuration;

/// <summary>Patterns of paths.</summary>
public sealed class PathGlobTests
{
    [TestCase("role.json", "role.json", true)]
    [TestCase("role.json", "a/b/role.json", true)]
    [TestCase("role.json", "a/role.json/x", false)]
    [TestCase("*.json", "a/b.json", true)]
    [TestCase("?.json", "a/bc.json", false)]
    [TestCase("./role.json", "role.json", true)]
    [TestCase("./role.json", "a/role.json", false)]
    [TestCase("a/*.json", "a/b.json", true)]
    [TestCase("a/*.json", "a/b/c.json", false)]
    [TestCase("a/*.json", "x/a/b.json", false)]
    [TestCase("a/**/c.json", "a/c.json", true)]
    [TestCase("a/**/c.json", "a/b/b/c.json", true)]
    [TestCase("a/**/**/c.json", "a/c.json", true)]
    [TestCase("a/**", "a/b/c.json", true)]
    [TestCase("a/", "a/b/c.json", true)]
    [TestCase("a/", "b/a/c.json", false)]
    [TestCase("**/a/", "b/a/c.json", true)]
    [TestCase("a/B.json", "a/b.json", false)]
    [TestCase("a/b.json", "a\\b.json", true)]
    [TestCase("a/b.json", "./a/b.json", false)]
    [TestCase("${x}.json", "${x}.json", true)]
    [TestCase("[ab].json", "a.json", false)]
    public void A_pattern_matches(string pattern, string path, bool expected) => Parse(pattern).Matches(path).Should().Be(expected);

    [TestCase("a/b.json", true)]
    [TestCase("./b.json", true)]
    [TestCase("b.json", false)]
    [TestCase("a/*.json", false)]
    [TestCase("a/", false)]
    public void A_pattern_of_one_path_is_exact(string pattern, bool expected) => Parse(pattern).IsExact.Should().Be(expected);

    [Test]
    public void A_pattern_matches_as_trying_everything_does()
    {
        Gen<string> segment = OneOf("a", "b", "*", "?", "a*", "**");
        Gen<string> name = OneOf("a", "b", "ab", "c");
        Gen.Select(segment.Array[2, 5], name.Array[1, 5]).Sample((segments, names) =>
            Parse(string.Join('/', segments)).Matches(string.Join('/', names)) == Slow(segments, names));
    }

    [Test]
    public void A_long_pattern_takes_no_long_time()
    {
        string pattern = string.Concat(Enumerable.Repeat("**/a*a*a*/", 200)) + "x";
        string path = string.Concat(Enumerable.Repeat("aaaaaaaa/", 500)) + "y";

        Parse(pattern).Matches(path).Should().BeFalse();
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static PathGlob Parse(string pattern)
    {
        PathGlob? glob = PathGlob.TryParse(pattern, out string? fault);
        fault.Should().BeNull();
        return glob!;
    }

    private static bool Slow(ReadOnlySpan<string> segments, ReadOnlySpan<string> names)
    {
        if (segments.IsEmpty)
            return names.IsEmpty;

        if (segments[0] == "**")
            return Slow(segments[1..], names) || (!names.IsEmpty && Slow(segments, names[1..]));

        return !names.IsEmpty && Fits(segments[0], names[0]) && Slow(segments[1..], names[1..]);
    }

    private static bool Fits(string segment, string name) => segment switch
    {
        "*" => true,
        "?" => name.Length == 1,
        "a*" => name.StartsWith('a'),
        _ => segment == name,
    };
}
