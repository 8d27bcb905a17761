using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>What the documents of one principal open together, beyond what each of them opens.</summary>
internal static class EscalationTogether
{
    public static ImmutableArray<Finding> Find(EscalationPrincipal principal, LintOptions options)
    {
        ImmutableArray<PolicyAccess> all = DocumentsOf(principal);
        if (options.Profile == RuleProfile.AccessAnalyzer || all.Count(static document => document.Document.Type == PolicyType.Identity) < 2)
            return [];

        if (all.Any(document => document.Catalog != all[0].Catalog))
            throw new ArgumentException("The documents must share one catalogue.", nameof(principal));

        EscalationIndex main = EscalationIndex.Of(all[0].Catalog);
        EscalationIndex guardrails = EscalationIndex.OfGuardrails(all[0].Catalog);
        List<ImmutableArray<PolicyAccess>> parts = [.. PartsOf(principal)];
        return
        [
            .. Report(principal, main, all, parts, options),
            .. Report(principal, guardrails, all, parts, options),
        ];
    }

    private static ImmutableArray<PolicyAccess> DocumentsOf(EscalationPrincipal principal) =>
    [
        .. principal.Documents
            .Concat(principal.Groups.SelectMany(static group => group.Documents))
            .Where(static document => EscalationAnalysis.IsOfPrincipal(document.Document.Type))
            .Distinct(),
    ];

    // What is judged by itself elsewhere: each document, and what the documents of a group are together.
    private static IEnumerable<ImmutableArray<PolicyAccess>> PartsOf(EscalationPrincipal principal) =>
        principal.Documents.Select(static document => ImmutableArray.Create(document)).Concat(principal.Groups.Select(DocumentsOf));

    private static IEnumerable<Finding> Report(
        EscalationPrincipal principal,
        EscalationIndex index,
        ImmutableArray<PolicyAccess> all,
        List<ImmutableArray<PolicyAccess>> parts,
        LintOptions options)
    {
        List<Escalation> found = EscalationSearch.Run(index, all);
        if (found.Count == 0)
            yield break;

        Dictionary<string, SecuritySeverity> alone = new(StringComparer.Ordinal);
        foreach (Escalation open in parts.SelectMany(part => EscalationSearch.Run(index, part)))
            alone[open.Path.Id] = Max(open.Risk, alone.GetValueOrDefault(open.Path.Id));

        // Whoever writes their own permissions by one policy has everything: then there is no more to say.
        if (found.Any(open => IsEverything(open) && alone.GetValueOrDefault(open.Path.Id) == open.Risk))
            yield break;

        var report = new EscalationReport([.. found.Where(open => open.Risk > alone.GetValueOrDefault(open.Path.Id))]);
        foreach (Rule rule in BuiltInRules.All.Where(static rule => rule is EscalationRule))
        {
            if (report.Of(rule.Descriptor.Id) is [var gravest, ..] open && SeverityOf(rule.Descriptor, gravest.Risk, options) is { } severity)
                yield return ToFinding(principal, rule.Descriptor, severity, open);
        }
    }

    private static bool IsEverything(Escalation open) => open is { Path.Kind: EscalationKind.Permissions, Risk: SecuritySeverity.Critical };

    private static Finding ToFinding(EscalationPrincipal principal, RuleDescriptor rule, Severity severity, List<Escalation> open)
    {
        Escalation gravest = open[0];
        PolicyDocument document = gravest.Key.Statement.Policy.Document;
        IEnumerable<(PolicyDocument, PolicyNode, string)> related = EscalationPlaces.Of(open)
            .Where(place => FileOf(place.Document) == FileOf(document))
            .Select(place => (place.Document, place.Node, NoteOf(place, document)));
        string message = $"The policies of {principal.Name.Quoted()} together: {EscalationWords.Message(gravest, open.Count - 1)}";
        return Finding.Across(rule, severity, gravest.Risk, message, (document, gravest.Key.Place), [.. related]);
    }

    private static string NoteOf(EscalationPlace place, PolicyDocument main) =>
        place.Document != main && place.Document.Source.Origin is { } origin ? $"{place.Note}, in {origin.Address}" : place.Note;

    private static SourceText FileOf(PolicyDocument document) => document.Source.Origin?.File ?? document.Source;

    private static Severity? SeverityOf(RuleDescriptor rule, SecuritySeverity risk, LintOptions options)
    {
        if (options.Severities.TryGetValue(rule.Id, out Severity? configured) || options.Severities.TryGetValue(rule.Name, out configured))
            return configured;

        return rule.Profile == RuleProfile.Hardened && options.Profile != RuleProfile.Hardened ? null : RuleDescriptor.SeverityOf(risk);
    }

    private static SecuritySeverity Max(SecuritySeverity left, SecuritySeverity right) => left > right ? left : right;
}
