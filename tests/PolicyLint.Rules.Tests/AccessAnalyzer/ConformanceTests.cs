using PolicyLint.DocGen.Parity;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.AccessAnalyzer;

/// <summary>
/// The access-analyzer profile against recorded answers of the service, by document, code and set of places. The numbers by
/// code are printed, and every difference is written to artifacts/access-analyzer/.
/// </summary>
public sealed class ConformanceTests
{
    // Codes whose rules are done. Most were never recorded, for the policies are identity policies of AWS: of those silence is
    // expected.
    private static readonly string[] Done =
    [
        "JSON_SYNTAX_ERROR", "INVALID_POLICY_ELEMENT", "DATA_TYPE_MISMATCH", "INVALID_EFFECT", "INVALID_VERSION", "MISSING_VERSION",
        "MISSING_STATEMENT", "MISSING_EFFECT", "MISSING_ACTION", "MISSING_RESOURCE", "MISSING_PRINCIPAL", "UNSUPPORTED_ELEMENT_COMBINATION",
        "UNSUPPORTED_SID", "UNIQUE_SIDS_REQUIRED", "UNIQUE_SIDS_RECOMMENDED", "EMPTY_SID_VALUE", "EMPTY_ARRAY_ACTION", "EMPTY_ARRAY_PRINCIPAL",
        "EMPTY_ARRAY_RESOURCE", "EMPTY_OBJECT_PRINCIPAL", "EMPTY_OBJECT_CONDITION", "EMPTY_ARRAY_CONDITION", "EMPTY_ARRAY_CONDITION_FORALLVALUES",
        "EMPTY_ARRAY_CONDITION_FORANYVALUE", "EMPTY_ARRAY_CONDITION_IFEXISTS", "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
        "INVALID_PRINCIPAL_FORMAT", "INVALID_PRINCIPAL_KEY", "UNSUPPORTED_PRINCIPAL", "INVALID_SERVICE_PRINCIPAL_FORMAT",
        "WILDCARD_USAGE_TOO_PERMISSIVE", "VARIABLE_USAGE_TOO_PERMISSIVE",
    ];

    private static readonly Lazy<IReadOnlyList<RecordedPolicy>> Policies = new(() =>
        [.. RecordedPolicy.Read(Repository.SharedPathOf("corpora", "access-analyzer-recorded", "policies.jsonl"))]);

    [Test]
    public void Current_answers_are_reproduced()
    {
        ParityMeasure measure = ParityMeasure.Of(Policies.Value.Where(policy => policy.IsCurrent));

        Publish("current", measure);
        measure.Total.Hit.Should().BePositive();
        measure.Differences.Where(difference => Done.Contains(difference.Finding.Code) && !IsBadRecording(difference)).Should().BeEmpty();
    }

    [Test]
    public void Older_answers_are_compared()
    {
        ParityMeasure measure = ParityMeasure.Of(Policies.Value.Where(policy => !policy.IsCurrent));

        Publish("older", measure);
        measure.Total.Hit.Should().BePositive();
    }

    // The text is longer than the quota, and so were its forms before, which got the finding: the call must have failed.
    private static bool IsBadRecording(ParityDifference difference) =>
        difference is { IsMissed: false, Policy.Name: "AmazonLaunchWizard_Fullaccess@2023-02-22", Finding.Code: "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA" };

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
