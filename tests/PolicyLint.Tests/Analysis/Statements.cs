using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Tests.Analysis;

/// <summary>Policies in one line, with single quotes for double ones.</summary>
internal static class Statements
{
    public static readonly ServiceCatalog Catalog = ServiceCatalog.Default;

    public static PolicyAccess Policy(string statements, PolicyType type = PolicyType.Identity, string version = "2012-10-17") =>
        new(PolicyDocument.Parse($"{{'Version': '{version}', 'Statement': [{statements}]}}".Replace('\'', '"'), type), Catalog);

    /// <summary>The first statement of a policy with the given members after its Effect.</summary>
    public static StatementAccess One(string members, string effect = "Allow", string version = "2012-10-17") =>
        Policy($"{{'Effect': '{effect}', {members}}}", version: version).Statements[0];

    public static ActionPattern Action(string value) => One($"'Action': '{value}', 'Resource': '*'").ActionPatterns[0];

    public static ResourcePattern Resource(string value, string version = "2012-10-17") =>
        One($"'Action': '*', 'Resource': '{value}'", version: version).ResourcePatterns[0];

    public static ConditionAccess Condition(string block) =>
        One($"'Action': '*', 'Resource': '*', 'Condition': {{{block}}}").Conditions;

    public static CatalogAction ActionOf(string fullName)
    {
        string[] parts = fullName.Split(':');
        return Catalog.TryGetAction(parts[0], parts[1], out CatalogAction action)
            ? action
            : throw new ArgumentException($"The catalogue has no {fullName}.", nameof(fullName));
    }

    public static CatalogService ServiceOf(string prefix) =>
        Catalog.TryGetService(prefix, out CatalogService service)
            ? service
            : throw new ArgumentException($"The catalogue has no {prefix}.", nameof(prefix));

    public static CatalogResourceType TypeOf(string service, string name) =>
        ServiceOf(service).ResourceTypes.Single(type => type.Name == name);

    public static ActionSet SetOf(params string[] fullNames)
    {
        ActionSet set = ActionSet.Empty;
        foreach (string name in fullNames)
            set = set.Union(ActionSet.FromRange(ActionOf(name).Ordinal, ActionOf(name).Ordinal + 1));

        return set;
    }
}
