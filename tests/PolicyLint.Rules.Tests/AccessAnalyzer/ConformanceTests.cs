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
    private const double EnoughOfOlder = 0.95;

    // What actions and services there are depends on the day of the catalogue.
    private static readonly string[] DatedCodes = ["INVALID_ACTION", "INVALID_SERVICE_IN_ACTION", "INVALID_SERVICE"];

    private static readonly Lazy<IReadOnlyList<RecordedPolicy>> Policies = new(() =>
        [.. RecordedPolicy.Read(Repository.SharedPathOf("corpora", "access-analyzer-recorded", "policies.jsonl"))]);

    [Test]
    public void Current_answers_are_reproduced()
    {
        Tally total = Measure("current", AnswerAge.Current).Total;
        total.Hit.Should().BePositive();
        total.Precision.Should().BeGreaterThanOrEqualTo(Enough);
        total.Recall.Should().BeGreaterThanOrEqualTo(Enough);
    }

    [Test]
    public void The_policies_that_were_not_recorded_anew_have_no_answer() =>
        Policies.Value.Where(policy => policy.Age == AnswerAge.NotRenewed).Should().NotBeEmpty().And.OnlyContain(policy => policy.Findings.Count == 0);

    [Test]
    public void Older_answers_are_found_as_far_as_the_catalogue_may_be_newer()
    {
        ParityMeasure measure = Measure("older", AnswerAge.Older);
        Tally undated = measure.ByCode.Where(pair => !DatedCodes.Contains(pair.Key)).Select(pair => pair.Value).Aggregate((sum, tally) => sum + tally);
        TestContext.Out.WriteLine($"recall without dated codes {undated.Recall:0.000}");
        undated.Recall.Should().BeGreaterThanOrEqualTo(EnoughOfOlder);
    }

    private static ParityMeasure Measure(string name, AnswerAge age)
    {
        ParityMeasure measure = ParityMeasure.Of(Policies.Value.Where(policy => policy.Age == age));
        Publish(name, measure);
        return measure;
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
