using CsCheck;
using PolicyLint.Fuzz;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Parsing;

/// <summary>
/// What must hold whatever is read. The program in tests/PolicyLint.Fuzz tries the same for as long as one likes and
/// leaves what breaks in tests/corpus.
/// </summary>
public sealed class MutationTests
{
    private static readonly PolicyType?[] Types = [null, .. Enum.GetValues<PolicyType>()];

    [Test]
    public void Broken_documents_are_read_without_breaking_anything() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.OneOf(Types)).Sample(
            (seed, type) => Invariants.FirstBroken(new Mutator(seed).Next(), type).Should().BeNull(),
            iter: 20_000);

    [Test]
    public void Arbitrary_bytes_are_read_without_breaking_anything() =>
        Gen.Byte.Array[0, 60].Sample(bytes => Invariants.FirstBroken(bytes, null).Should().BeNull(), iter: 5_000);

    public static IEnumerable<string> FoundInputs() =>
        Directory.EnumerateFiles(Repository.PathOf("tests", "corpus")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    [TestCaseSource(nameof(FoundInputs))]
    public void An_input_that_broke_something_once_does_so_no_more(string file)
    {
        byte[] bytes = File.ReadAllBytes(Repository.PathOf("tests", "corpus", file));
        foreach (PolicyType? type in Types)
            Invariants.FirstBroken(bytes, type).Should().BeNull();
    }

    [Test]
    public void The_same_number_gives_the_same_text() => new Mutator(7).Next().Should().Equal(new Mutator(7).Next());
}
