using PolicyLint.DocGen.Parity;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.AccessAnalyzer;

/// <summary>
/// The access-analyzer profile against recorded answers of the service, by document, code and set of places. The numbers by
/// code are printed, and every difference is written to artifacts/access-analyzer/.
/// </summary>
public sealed class ConformanceTests
{
    private const double Enough = 0.98;

    // Codes whose rules are done. The policies recorded are identity policies, so for most codes silence is what counts.
    private static readonly string[] Done =
    [
        "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
    ];

    private static readonly Lazy<IReadOnlyList<RecordedPolicy>> Policies = new(() =>
        [.. RecordedPolicy.Read(Repository.SharedPathOf("corpora", "access-analyzer-recorded", "policies.jsonl"))]);

    [Test]
    public void Current_answers_are_reproduced()
    {
        ParityMeasure measure = ParityMeasure.Of(Policies.Value.Where(policy => policy.IsCurrent));

        Publish("current", measure);
        measure.Total.Hit.Should().BePositive();
        measure.ByCode.Where(pair => Done.Contains(pair.Key) && (pair.Value.Precision < Enough || pair.Value.Recall < Enough)).Should().BeEmpty();
    }

    [Test]
    public void Older_answers_are_compared()
    {
        ParityMeasure measure = ParityMeasure.Of(Policies.Value.Where(policy => !policy.IsCurrent));

        Publish("older", measure);
        measure.Total.Hit.Should().BePositive();
    }

    private static void Publish(string name, ParityMeasure measure)
    {
        TestContext.Out.WriteLine($"{"same",5} {"missed",6} {"false",5}");
        foreach (var (code, tally) in measure.ByCode)
            TestContext.Out.WriteLine($"{tally.Hit,5} {tally.Missed,6} {tally.False,5} {code}");

        TestContext.Out.WriteLine($"precision {measure.Total.Precision:0.000}, recall {measure.Total.Recall:0.000}");
        string folder = Repository.PathOf("artifacts", "access-analyzer");
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, $"{name}-differences.txt"), measure.Differences.Select(difference => $"{difference}").Order(StringComparer.Ordinal));
    }
}
