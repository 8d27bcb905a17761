using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint.DocGen.Parity;

/// <summary>How often PolicyLint and the service say the same under a code.</summary>
/// <param name="Hit">Findings that both have, with the same places.</param>
/// <param name="Missed">Findings of the service only.</param>
/// <param name="False">Findings of PolicyLint only.</param>
public readonly record struct Tally(int Hit, int Missed, int False)
{
    /// <summary>The share of the service's findings that PolicyLint has; 1 where there are none.</summary>
    public double Recall => Hit + Missed == 0 ? 1 : (double)Hit / (Hit + Missed);

    /// <summary>The share of PolicyLint's findings that the service has; 1 where there are none.</summary>
    public double Precision => Hit + False == 0 ? 1 : (double)Hit / (Hit + False);

    /// <summary>Two tallies together.</summary>
    public static Tally operator +(Tally left, Tally right) => new(left.Hit + right.Hit, left.Missed + right.Missed, left.False + right.False);
}

/// <summary>A finding that only one of the two has.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="IsMissed">Whether the service has it and PolicyLint does not.</param>
/// <param name="Finding">The finding.</param>
public sealed record ParityDifference(RecordedPolicy Policy, bool IsMissed, CodedFinding Finding)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{(IsMissed ? "missed" : "false")} {Finding.Code} {Policy.Name} {Finding.Places}";
}

/// <summary>What PolicyLint says about recorded policies, held against what the service said, by document, code and places.</summary>
public sealed class ParityMeasure
{
    private static readonly PolicyLinter Linter = new(BuiltInRules.All, new LintOptions { Profile = RuleProfile.AccessAnalyzer });

    private ParityMeasure(ImmutableSortedDictionary<string, Tally> byCode, ImmutableArray<ParityDifference> differences)
    {
        ByCode = byCode;
        Differences = differences;
    }

    /// <summary>The codes that either of the two gave.</summary>
    public ImmutableSortedDictionary<string, Tally> ByCode { get; }

    /// <summary>What only one of the two said.</summary>
    public ImmutableArray<ParityDifference> Differences { get; }

    /// <summary>All codes together.</summary>
    public Tally Total => ByCode.Values.Aggregate(default(Tally), (sum, tally) => sum + tally);

    /// <summary>The tally of a code.</summary>
    public Tally Of(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Lints the policies and compares.</summary>
    public static ParityMeasure Of(IEnumerable<RecordedPolicy> policies)
    {
        var tallies = ImmutableSortedDictionary.CreateBuilder<string, Tally>(StringComparer.Ordinal);
        var differences = ImmutableArray.CreateBuilder<ParityDifference>();
        var answers = policies.AsParallel().AsOrdered().Select(policy => (policy, CodedFinding.AllOf(Linter.Lint(policy.Document))));
        foreach (var (policy, found) in answers)
        {
            foreach (CodedFinding finding in policy.Findings.Union(found))
            {
                bool isRecorded = policy.Findings.Contains(finding);
                bool isFound = found.Contains(finding);
                var one = new Tally(isRecorded && isFound ? 1 : 0, isFound ? 0 : 1, isRecorded ? 0 : 1);
                tallies[finding.Code] = tallies.GetValueOrDefault(finding.Code) + one;
                if (isRecorded != isFound)
                    differences.Add(new ParityDifference(policy, isRecorded, finding));
            }
        }

        return new ParityMeasure(tallies.ToImmutable(), differences.ToImmutable());
    }
}
