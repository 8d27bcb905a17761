using System.Text;

namespace PolicyLint.Sources.Tests.CloudFormation;

/// <summary>
/// A template with marks: what stands in <c>[|…|]</c> is what findings are about, what stands in <c>[?…?]</c> is what cannot be
/// judged. Each mark is said of once, in the order of the file, and nothing else is.
/// </summary>
internal static class TemplateCase
{
    /// <summary>Lints a template, and holds what is said against the marks.</summary>
    /// <param name="marked">The template.</param>
    /// <param name="expected">
    /// For each mark, in the order of the file, the id of the rule or <c>?</c>, then the address: <c>PL2002 Role (PolicyDocument)</c>.
    /// </param>
    public static void Check(string marked, params string[] expected)
    {
        (SourceText file, List<TextSpan> places) = Parse(marked);
        List<(TextSpan Place, string Said)> said = Lint(file);

        said.Select(item => $"{file.GetPosition(item.Place.Start)} `{file.GetText(item.Place)}` {item.Said}")
            .Should().Equal(places.Zip(expected, (place, what) => $"{file.GetPosition(place.Start)} `{file.GetText(place)}` {what}"));
        expected.Should().HaveCount(places.Count, "each mark has an expectation");
    }

    /// <summary>What is said of a template, in the order of the file.</summary>
    public static List<(TextSpan Place, string Said)> Lint(SourceText file)
    {
        PolicySources.Detect(file).Should().Be(SourceKind.CloudFormation);
        SourceReading reading = PolicySources.Read(file);
        reading.Problems.Should().BeEmpty();

        var said = new List<(TextSpan Place, string Said)>();
        foreach (HostedPolicy policy in reading.Policies)
        {
            LintResult result = PolicyLinter.Default.Lint(policy.Parse());
            said.AddRange(result.Findings.Select(finding => (finding.Span, $"{finding.Rule.Id} {finding.Policy}")));
            said.AddRange(result.NotEvaluated.Select(part => (part.Span, $"? {part.Policy}")));
        }

        said.AddRange(reading.Gaps.Select(gap => (gap.Span, $"? {gap.Policy}")));
        return [.. said.Distinct().OrderBy(item => item.Place.Start)];
    }

    private static (SourceText File, List<TextSpan> Places) Parse(string marked)
    {
        var text = new StringBuilder();
        var places = new List<TextSpan>();
        int bytes = 0;
        int start = 0;
        for (int i = 0; i < marked.Length; i++)
        {
            string pair = i + 1 < marked.Length ? marked.Substring(i, 2) : "";
            if (pair is "[|" or "[?")
            {
                start = bytes;
                i++;
            }
            else if (pair is "|]" or "?]")
            {
                places.Add(TextSpan.FromBounds(start, bytes));
                i++;
            }
            else
            {
                text.Append(marked[i]);
                bytes = Encoding.UTF8.GetByteCount(text.ToString());
            }
        }

        return (SourceText.From(text.ToString(), "template"), places);
    }
}
