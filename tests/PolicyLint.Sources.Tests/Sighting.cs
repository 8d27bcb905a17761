namespace PolicyLint.Sources.Tests;

/// <summary>What a reading gives, as lines to compare.</summary>
internal static class Sighting
{
    /// <summary>Each finding: <c>line:column id address: the text at its place</c>.</summary>
    public static string[] Of(SourceReading reading)
    {
        reading.Problems.Should().BeEmpty();
        return
        [
            .. reading.Policies
                .SelectMany(static policy => PolicyLinter.Default.Lint(policy.Parse()).Findings)
                .Select(static finding => $"{finding.Start} {finding.Rule.Id} {finding.Policy}: {finding.Source.GetText(finding.Span)}"),
        ];
    }

    /// <summary>Each gap, after the policies were read: <c>line:column address: reason</c>.</summary>
    public static string[] GapsOf(SourceReading reading)
    {
        reading.Problems.Should().BeEmpty();
        _ = reading.Policies.Count();
        return [.. reading.Gaps.Select(static gap => $"{gap.Source.GetPosition(gap.Span.Start)} {gap.Policy}: {gap.Reason}")];
    }

    /// <summary>Each policy: <c>type address</c>, with <c>?</c> for a type that its content tells.</summary>
    public static string[] PoliciesOf(SourceReading reading)
    {
        reading.Problems.Should().BeEmpty();
        return [.. reading.Policies.Select(static policy => $"{policy.Type?.ToName() ?? "?"} {policy.Text.Origin!.Address}")];
    }

    /// <summary>Where a file cannot be read: <c>line:column</c>.</summary>
    public static string[] ProblemsOf(SourceReading reading, SourceText file)
    {
        reading.Policies.Should().BeEmpty();
        return [.. reading.Problems.Select(problem => file.GetPosition(problem.Span.Start).ToString())];
    }
}
