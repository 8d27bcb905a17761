using PolicyLint.Catalog;
using PolicyLint.Fixing;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Fixes;

/// <summary>
/// Parts the SageMaker actions that know resources from those that do not, and gives the writes among them the ARNs of one
/// project's resources.
/// </summary>
internal sealed class NamedResources(FixSettings settings) : IFixProvider
{
    // AddTags works on seventy types: those are not listed. It gets the resources of the others, or one pattern for every type.
    private const int MostTypes = 8;

    public string Name => "sagemaker-write-any-resource";

    public IEnumerable<PolicyFix> Propose(FixContext context)
    {
        foreach (Finding finding in context.FindingsOf(Name))
        {
            if (context.StatementOf(finding) is not { } statement || !statement.Statement.CanBeParted() || context.Policy.Catalog.SageMaker is not { } sageMaker)
                continue;

            CatalogAction[] writes =
            [
                .. statement.ActionPatterns.Where(pattern => pattern.Action is { IsWrite: true, SupportsResourceLevel: true } action && action.Service == sageMaker)
                    .Select(pattern => pattern.Action!.Value),
            ];
            if (writes.Length == 0)
                continue;

            CatalogAction[] narrow = [.. writes.Where(action => action.ResourceTypes.Count <= MostTypes)];
            string[] arns = [.. (narrow.Length > 0 ? narrow.SelectMany(ArnsFor).Distinct() : [EveryType]).Where(statement.Covers)];
            if (arns.Length == 0)
                continue;

            PolicyString[] moved = [.. statement.ActionPatterns.Where(pattern => pattern.Action is { } action && writes.Contains(action)).Select(pattern => pattern.Text)];
            string named = new StatementText
            {
                Sid = statement.Statement.SidFor(moved),
                Actions = [.. moved.Select(value => value.Value)],
                Resources = arns,
                Condition = statement.Statement.Condition,
            }.ToJson();
            yield return new PolicyFix
            {
                Name = Name,
                Title = $"Limit {writes.Select(action => action.Name).ToList().Listed()} to resources of the project {settings.Values["project"]}",
                Safety = FixSafety.Unsafe,
                Edits = context.Editor.Move(statement.Statement, moved, [named]),
                Findings = [finding],
                Note = settings.Values.NoteOn("account", "project"),
            };
        }
    }

    private IEnumerable<string> ArnsFor(CatalogAction action)
    {
        CatalogActionResource[] required = [.. action.ResourceTypes.Where(resource => resource.IsRequired)];
        return (required.Length > 0 ? required : [.. action.ResourceTypes]).SelectMany(resource => resource.Type.ArnFormats).Select(Fill);
    }

    private string EveryType => $"arn:{settings.Values["partition"]}:sagemaker:{Region}:{settings.Values["account"]}:*/{settings.Values["project"]}-*";

    private string Region => settings.Values.IsGiven("region") ? settings.Values["region"] : "*";

    // The name that people choose gets the prefix of the project; domains have ids, and what is below a name has any.
    private string Fill(string format)
    {
        bool isNamed = false;
        while (format.IndexOf("${", StringComparison.Ordinal) is var start and >= 0 && format.IndexOf('}', start) is var end and >= 0)
        {
            string value = format[(start + 2)..end] switch
            {
                "Partition" => settings.Values["partition"],
                "Region" => Region,
                "Account" => settings.Values["account"],
                "DomainId" when !format.EndsWith("${DomainId}", StringComparison.Ordinal) => "*",
                _ => isNamed ? "*" : Named(),
            };
            format = $"{format[..start]}{value}{format[(end + 1)..]}";
        }

        return format;

        string Named()
        {
            isNamed = true;
            return $"{settings.Values["project"]}-*";
        }
    }
}
