using CsCheck;
using PolicyLint.Cli.Checking;
using PolicyLint.Cli.Input;

namespace PolicyLint.Cli.Tests;

/// <summary>The small parts that the commands are made of.</summary>
public sealed class PartTests
{
    [TestCase("jsno", "json")]
    [TestCase("JSON", "json")]
    [TestCase("txt", "text")]
    [TestCase("msbuidl", "msbuild")]
    [TestCase("sarif", null)]
    [TestCase("", null)]
    [TestCase("a very long text that is nothing like it", null)]
    public void The_nearest_word_is_found(string written, string? expected) =>
        Spelling.Nearest(written, ["text", "json", "msbuild"]).Should().Be(expected);

    [Test]
    public void Results_come_in_the_order_of_the_items() =>
        Gen.Select(Gen.Int[0, 4].Array[0, 40], Gen.Int[1, 9]).Sample((delays, jobs) =>
        {
            int running = 0;
            int most = 0;
            int[] items = [.. Enumerable.Range(0, delays.Length)];
            int[] results =
            [
                .. OrderedWork.Run(items, jobs, item =>
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref running));
                    Thread.SpinWait(delays[item] * 2000);
                    Interlocked.Decrement(ref running);
                    return item * 3;
                }),
            ];
            return results.SequenceEqual(items.Select(item => item * 3)) && most <= jobs;
        }, iter: 50);

    [TestCase("a/b/*.json", "a/b/", "*.json")]
    [TestCase("*.json", "", "*.json")]
    [TestCase("./**/x?.json", "", "** x?.json")]
    [TestCase("/a*/b/**/**/c", "/", "a* b ** c")]
    [TestCase("../p//q*//r", "../p//", "q* r")]
    public void A_pattern_is_cut_at_its_first_wildcard(string text, string root, string segments)
    {
        PathPattern pattern = PathPattern.Parse(text);

        pattern.Root.Should().Be(root);
        pattern.Segments.Should().Equal(segments.Split(' '));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen = most; seen < value; seen = most)
            Interlocked.CompareExchange(ref most, value, seen);
    }
}
