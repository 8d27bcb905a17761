using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>
/// Published SageMaker policies that were judged by reading them: what is grave gets an error, what is clean gets none. They
/// lie beside the checkout on the makers' machines; without them the tests say so and are skipped.
/// </summary>
public sealed class VerdictPoliciesTests
{
    [Test]
    public void What_is_critical_or_high_has_an_error()
    {
        IEnumerable<string> unmet = Verdicts()
            .Where(policy => policy is { Verdict: "critical" or "high", Basis: "hand" } && ErrorsOf(policy).Count == 0)
            .Select(policy => $"{policy.File} ({policy.Verdict}): {policy.Judgement}");
        string.Join('\n', unmet).Should().BeEmpty();
    }

    [Test]
    public void What_is_clean_has_none()
    {
        IEnumerable<string> wrong = Verdicts()
            .Where(policy => policy.Verdict == "clean")
            .SelectMany(policy => ErrorsOf(policy).Select(error => $"{policy.File}: {error}"));
        string.Join('\n', wrong).Should().BeEmpty();
    }

    private static List<Finding> ErrorsOf(Policy policy)
    {
        byte[] json = File.ReadAllBytes(Repository.SharedPathOf("corpora", "sagemaker-policies", policy.File));
        LintResult result = PolicyLinter.Default.Lint(PolicyDocument.Parse(SourceText.From(json, policy.File), policy.Type));
        return [.. result.Findings.Where(finding => finding.Severity == Severity.Error)];
    }

    private static IEnumerable<Policy> Verdicts() =>
        from line in File.ReadLines(Repository.SharedPathOf("corpora", "sagemaker-policies", "VERDICTS.tsv")).Skip(1)
        let fields = line.Split('\t')
        select new Policy(fields[0], TypeOf(fields[1]), fields[4], fields[5], fields[6]);

    // A policy of a resource or an endpoint is told by its content.
    private static PolicyType? TypeOf(string kind) => kind switch
    {
        "identity" => PolicyType.Identity,
        "boundary" => PolicyType.Boundary,
        "trust" => PolicyType.Trust,
        "scp" => PolicyType.Scp,
        _ => null,
    };

    private sealed record Policy(string File, PolicyType? Type, string Verdict, string Basis, string Judgement);
}
