using System.Text;

namespace PolicyLint.Fuzz;

/// <summary>The model of a document as text without places, to compare two documents; and all its nodes.</summary>
public static class ModelText
{
    /// <summary>What the document says, one line a node.</summary>
    public static string Of(PolicyDocument document)
    {
        var text = new StringBuilder();
        text.AppendLine($"version {document.Version?.Value ?? "-"} id {document.Id?.Value ?? "-"} list {document.StatementIsList}");
        foreach (Statement statement in document.Statements)
        {
            text.AppendLine($"statement {statement.Number} {statement.Sid?.Value ?? "-"} {statement.Effect} {statement.EffectText?.Value ?? "-"}");
            foreach (Principal principal in PrincipalsOf(statement))
            {
                text.AppendLine($"  {principal.Name} {principal.Text?.Value ?? "-"}");
                foreach (PolicyStringList entry in principal.Entries)
                    Append(text, entry);
            }

            foreach (PolicyStringList list in ListsOf(statement))
                Append(text, list);

            foreach (ConditionClause clause in ClausesOf(statement))
            {
                text.AppendLine($"  {clause.OperatorText.Value} {clause.Operator}");
                foreach (ConditionEntry entry in clause.Entries)
                    text.AppendLine($"    {entry.Key.Value} {entry.IsList} {string.Join(" | ", entry.Values.Select(value => $"{value.Kind} {value.Text}"))}");
            }
        }

        foreach (Problem problem in document.Problems)
        {
            // What is no JSON is not written back.
            if (string.CompareOrdinal(problem.Rule.Id, "PL0100") > 0)
                text.AppendLine($"{problem.Rule.Id} {problem.Pointer} {problem.Message}");
        }

        return text.ToString();
    }

    /// <summary>Every string that stands as one literal in the source.</summary>
    public static IEnumerable<PolicyString> StringsOf(PolicyDocument document)
    {
        PolicyString?[] ofDocument = [document.Version, document.Id];
        return ofDocument.Concat(document.Statements.SelectMany(StringsOf)).OfType<PolicyString>();
    }

    /// <summary>Every condition value.</summary>
    public static IEnumerable<ConditionValue> ConditionValuesOf(PolicyDocument document) =>
        document.Statements.SelectMany(ClausesOf).SelectMany(clause => clause.Entries).SelectMany(entry => entry.Values);

    /// <summary>Every node of the document.</summary>
    public static IEnumerable<PolicyNode> NodesOf(PolicyDocument document)
    {
        IEnumerable<PolicyNode> nodes = StringsOf(document);
        return nodes
            .Concat(document.Statements)
            .Concat(document.Statements.SelectMany(ListsOf))
            .Concat(document.Statements.SelectMany(PrincipalsOf))
            .Concat(document.Statements.SelectMany(PrincipalsOf).SelectMany(principal => principal.Entries))
            .Concat(document.Statements.Select(statement => statement.Condition).OfType<ConditionBlock>())
            .Concat(document.Statements.SelectMany(ClausesOf))
            .Concat(document.Statements.SelectMany(ClausesOf).SelectMany(clause => clause.Entries))
            .Concat(ConditionValuesOf(document));
    }

    /// <summary>Every name of an element, with where it stands and what it means.</summary>
    public static IEnumerable<(string Name, TextSpan Span)> NamesOf(PolicyDocument document) =>
        document.Statements.SelectMany(ListsOf).Concat(document.Statements.SelectMany(PrincipalsOf).SelectMany(principal => principal.Entries))
            .Select(list => (list.Name, list.NameSpan))
            .Concat(document.Statements.SelectMany(PrincipalsOf).Select(principal => (principal.Name, principal.NameSpan)))
            .Concat(document.Statements.Select(statement => statement.Condition).OfType<ConditionBlock>().Select(block => ("Condition", block.NameSpan)));

    private static IEnumerable<PolicyString?> StringsOf(Statement statement)
    {
        PolicyString?[] own = [statement.Sid, statement.EffectText];
        return own
            .Concat(ListsOf(statement).SelectMany(list => list.Values))
            .Concat(PrincipalsOf(statement).SelectMany(principal => principal.Entries.SelectMany(entry => entry.Values).Append(principal.Text!)))
            .Concat(ClausesOf(statement).Select(clause => clause.OperatorText))
            .Concat(ClausesOf(statement).SelectMany(clause => clause.Entries).Select(entry => entry.Key));
    }

    private static IEnumerable<Principal> PrincipalsOf(Statement statement) => new[] { statement.Principal, statement.NotPrincipal }.OfType<Principal>();

    private static IEnumerable<PolicyStringList> ListsOf(Statement statement) =>
        new[] { statement.Action, statement.NotAction, statement.Resource, statement.NotResource }.OfType<PolicyStringList>();

    private static IEnumerable<ConditionClause> ClausesOf(Statement statement) => statement.Condition?.Clauses ?? [];

    private static void Append(StringBuilder text, PolicyStringList list) =>
        text.AppendLine($"  {list.Name} {list.IsList} {string.Join(" | ", list.Values)}");
}
