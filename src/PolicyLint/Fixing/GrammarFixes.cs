using System.Collections.Immutable;
using PolicyLint.Parsing;
using PolicyLint.Rules;

namespace PolicyLint.Fixing;

/// <summary>
/// Fixes for what is wrong with the JSON or the grammar, where the parser knows what was meant: it reads the policy in the
/// same way before and after, so they are safe.
/// </summary>
public static class GrammarFixes
{
    /// <summary>The fixes.</summary>
    public static ImmutableArray<IFixProvider> All { get; } =
    [
        new GrammarFix(GrammarRules.ByteOrderMark, static (finding, _) => ("Take the byte order mark out", PolicyEditor.Replace(finding.Span, ""))),
        new GrammarFix(GrammarRules.Comment, static (finding, editor) => ("Take the comment out", editor.RemoveWithLine(finding.Span))),
        new GrammarFix(GrammarRules.TrailingComma, static (finding, _) => ("Take the comma out", PolicyEditor.Replace(finding.Span, ""))),
        new GrammarFix(GrammarRules.UnknownElement, static (finding, editor) => Respell(finding, editor, ElementTable.Document, ElementTable.Statement)),
        new GrammarFix(GrammarRules.UnknownPrincipalKind, static (finding, editor) => Respell(finding, editor, ElementTable.PrincipalKinds, ElementTable.PrincipalKinds)),
    ];

    // Only where nothing else in the object is, or means, the same element: of two, the parser takes one.
    private static (string, ImmutableArray<TextEdit>)? Respell(Finding finding, PolicyEditor editor, ElementTable outer, ElementTable inner)
    {
        if (editor.Members(part => part.Name == finding.Span).FirstOrDefault() is not { Parent: { } owner })
            return null;

        ElementTable table = owner.Parent is null ? outer : inner;
        if (table.FindMisspelt(NameAt(finding.Span)) is not (>= 0 and var meant) || owner.Children.Count(Means) != 1)
            return null;

        return ($"Write `{table[meant]}`", PolicyEditor.Replace(finding.Span, JsonForm.Literal(table[meant])));

        bool Means(JsonPart member) => table.FindMisspelt(NameAt(member.Name!.Value)) == meant;
        string NameAt(TextSpan span) => JsonText.Unescape(finding.Source.Utf8.Slice(span.Start + 1, span.Length - 2), out _);
    }

    private sealed class GrammarFix(RuleDescriptor rule, Func<Finding, PolicyEditor, (string Title, ImmutableArray<TextEdit> Edits)?> mend) : IFixProvider
    {
        public string Name => rule.Name;

        public IEnumerable<PolicyFix> Propose(FixContext context)
        {
            foreach (Finding finding in context.FindingsOf(Name))
            {
                if (mend(finding, context.Editor) is { } mended)
                    yield return new PolicyFix { Name = Name, Title = mended.Title, Safety = FixSafety.Safe, Edits = mended.Edits, Findings = [finding] };
            }
        }
    }
}
