using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Fixing;
using PolicyLint.Rules.Access;
using PolicyLint.Rules.SageMaker;

namespace PolicyLint.Rules.Fixes;

/// <summary>
/// Writes the names of the SageMaker actions that a wildcard stands for, but those that open sessions, run code or share:
/// nobody should get them without their names being read.
/// </summary>
internal sealed class NamedActions(string name, FixSettings settings) : IFixProvider
{
    public string Name => name;

    public IEnumerable<PolicyFix> Propose(FixContext context)
    {
        foreach (Finding finding in context.FindingsOf(name))
        {
            if (context.StatementOf(finding) is { IsNotAction: false } statement && Propose(statement, finding, context) is { } fix)
                yield return fix;
        }
    }

    private PolicyFix? Propose(StatementAccess statement, Finding finding, FixContext context)
    {
        var written = statement.ActionPatterns.Where(pattern => pattern.Action is not null).Select(pattern => pattern.Action!.Value.Ordinal).ToHashSet();
        var removed = new List<PolicyString>();
        var edits = new List<TextEdit>();
        var wildcards = new List<string>();
        foreach (ActionPattern pattern in statement.SageMakerWildcards().Where(pattern => StandsForWrites(pattern, context.Policy.Catalog)))
        {
            string[] names = [.. NamesOf(pattern, statement).Where(action => written.Add(action.Ordinal)).Select(action => action.FullName)];
            wildcards.Add(pattern.Text.Value);
            if (names.Length > 0)
                edits.AddRange(context.Editor.Replace(pattern.Text, names));
            else
                removed.Add(pattern.Text);
        }

        if (wildcards.Count == 0 || removed.Count == statement.ActionPatterns.Count)
            return null;

        string whose = settings.Persona is { } persona ? $" that the persona {persona.Name} needs" : ", but those that open sessions, run code or share";
        return new PolicyFix
        {
            Name = name,
            Title = $"Name the actions of {wildcards.Listed()}{whose}",
            Safety = FixSafety.Unsafe,
            Edits = [.. edits, .. removed.Count > 0 ? context.Editor.Remove(removed) : []],
            Findings = [finding],
            Note = settings.Persona is null ? "leave only the actions that are used, or name a persona" : null,
        };
    }

    private IEnumerable<CatalogAction> NamesOf(ActionPattern pattern, StatementAccess statement)
    {
        ServiceCatalog catalog = statement.Policy.Catalog;
        ActionSet? needed = settings.Persona is null ? null : NeededActions(catalog);
        return from ordinal in pattern.Actions.Intersect(statement.Policy.GrantedBy(statement))
               where !catalog.IsPhantom(ordinal) && (needed is null || needed.Contains(ordinal))
               let action = catalog.GetAction(ordinal)
               where (needed is not null || !action.IsHighRisk()) && statement.CanApplyTo(action)
               select action;
    }

    private ActionSet NeededActions(ServiceCatalog catalog) =>
        PolicyAccess.Of(settings.Persona!.ToPolicy(settings.Values), catalog).Statements
            .Where(statement => statement.Statement.Effect == Effect.Allow)
            .Aggregate(ActionSet.Empty, (all, statement) => all.Union(statement.Actions));

    private static bool StandsForWrites(ActionPattern pattern, ServiceCatalog catalog) =>
        pattern.Actions.Any(ordinal => !catalog.IsPhantom(ordinal) && catalog.GetAction(ordinal) is var action && (action.IsWrite || action.IsHighRisk()));
}
