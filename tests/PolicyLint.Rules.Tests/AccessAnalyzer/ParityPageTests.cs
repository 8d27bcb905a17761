using PolicyLint.DocGen.Parity;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.AccessAnalyzer;

/// <summary>docs/access-analyzer.md: true to the rules everywhere, and to the recorded answers where they are at hand.</summary>
public sealed class ParityPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.PathOf(ParityPage.Path));

    [Test]
    public void Each_check_of_the_service_has_one_row() =>
        Page.TakeWhile(line => line != "<!-- end of the generated part -->").Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])
            .Should().Equal(IssueCodes.All.Select(code => code.Name).Order(StringComparer.Ordinal));

    [Test]
    public void Each_check_of_the_service_has_a_rule() => ParityPage.Unanswered().Should().BeEmpty();

    [Test]
    public void The_page_says_what_is_measured()
    {
        string recordings = Repository.SharedPathOf("corpora", "access-analyzer-recorded", "policies.jsonl");

        string right = ParityPage.Render(Repository.Root, [.. RecordedPolicy.Read(recordings)]);

        string.Join('\n', Page).Should().Be(right.TrimEnd('\n'), because: "dotnet run --project eng/DocGen -- parity renews it");
    }
}
