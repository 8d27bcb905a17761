using PolicyLint.Rules;

namespace PolicyLint.TestKit;

/// <summary>
/// A finding told apart by what it says and not by where it stands: equal for the same finding in documents that differ
/// only in white space, in the order of elements, or in the form of the statement.
/// </summary>
internal sealed record Sighting(string Pointer, string Text, string Message, Severity Severity, SecuritySeverity Risk, string Related, IssueCode? Code)
{
    public static Sighting Of(Finding finding) => new(
        SameForBothForms(finding.Pointers[0]),
        Text: Canonical(finding.Source.GetText(finding.Span), finding.Pointers[0]),
        finding.Message,
        finding.Severity,
        finding.SecuritySeverity,
        string.Join("; ", finding.Related.Select(place => $"{SameForBothForms(place.Pointer)} {place.Note} {Canonical(finding.Source.GetText(place.Span), place.Pointer)}")),
        finding.IssueCode);

    public static List<Sighting> Of(LintResult result, RuleDescriptor rule) =>
        [.. result.Findings.Where(finding => finding.Rule == rule).Select(Of).OrderBy(sighting => sighting.ToString(), StringComparer.Ordinal)];

    private static string SameForBothForms(string pointer) =>
        pointer == "/Statement/0" || pointer.StartsWith("/Statement/0/", StringComparison.Ordinal) ? $"/Statement{pointer[12..]}" : pointer;

    private static string Canonical(string text, string pointer)
    {
        JsonTree? tree = JsonTree.TryParse(text);
        tree = pointer switch
        {
            "" when tree is JsonTree.Map map => new JsonTree.Map([.. map.Members.Select(member => member.Name == "Statement" ? member with { Value = Unwrap(member.Value) } : member)]),
            "/Statement" when tree is not null => Unwrap(tree),
            _ => tree,
        };
        return tree?.Sorted().ToMinified() ?? text;
    }

    private static JsonTree Unwrap(JsonTree statements) => statements is JsonTree.List { Items: [var only] } ? only : statements;
}
