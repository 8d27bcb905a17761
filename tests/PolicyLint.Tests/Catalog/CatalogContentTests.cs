using System.Text.Json;
using PolicyLint.Catalog;
using static PolicyLint.Tests.Catalog.CatalogTextOracle;

namespace PolicyLint.Tests.Catalog;

public class CatalogContentTests
{
    private static readonly ServiceCatalog Catalog = ServiceCatalog.Default;

    [Test]
    public void The_text_has_the_services_and_actions_that_the_data_of_that_day_had()
    {
        CatalogTextOracle.Text.Should().HaveCount(456);
        CatalogTextOracle.Text.Sum(service => service.Actions.Count).Should().Be(22_091);
        CatalogTextOracle.Text.Single(service => service.Prefix == "sagemaker").Actions.Should().HaveCount(449);
        CatalogTextOracle.Text.Sum(service => service.Resources.Count).Should().Be(2_334);
        GlobalKeys.Should().HaveCount(59);
    }

    [Test]
    public void The_catalogue_has_the_text_and_the_overlay_and_no_more()
    {
        Catalog.Date.Should().Be(new DateOnly(2026, 9, 26));
        Catalog.ServiceCount.Should().Be(456 + Gaps("service").Count);
        Catalog.ActionCount.Should().Be(22_091 + Gaps("action").Count);
        Catalog.ResourceTypeCount.Should().Be(2_334 + Gaps("resource").Count);
        Catalog.OrdinalCount.Should().Be(Catalog.ActionCount + Catalog.ServiceCount + 1);
        Catalog.Partitions.Should().Equal("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc");
    }

    [Test]
    public void Every_service_of_the_text_is_found_with_its_name_keys_and_resource_types()
    {
        foreach (Service expected in CatalogTextOracle.Text)
        {
            Catalog.TryGetService(expected.Prefix, out CatalogService service).Should().BeTrue(expected.Prefix);
            service.Prefix.Should().Be(expected.Prefix);
            service.Name.Should().Be(expected.Name);
            service.SupportsRcp.Should().Be(expected.Rcp);
            service.ConditionKeys.Select(key => key.Name).Should().BeEquivalentTo(
                expected.Keys.Concat(Gaps("key").Where(line => IsOf(line, expected))).Select(line => Word(line, "key")), expected.Prefix);
            Dictionary<string, JsonElement> types = expected.Resources.Concat(Gaps("resource").Where(line => IsOf(line, expected)))
                .ToDictionary(line => Word(line, "resource"), StringComparer.Ordinal);
            service.ResourceTypes.Select(type => type.Name).Should().BeEquivalentTo(types.Keys, expected.Prefix);
            foreach (CatalogResourceType type in service.ResourceTypes)
            {
                type.ArnFormats.Should().Equal(Words(types[type.Name], "arns"));
                type.ConditionKeys.Select(key => key.Name).Should().BeEquivalentTo(Words(types[type.Name], "keys"));
                type.Service.Should().Be(service);
            }
        }
    }

    [Test]
    public void Every_action_of_the_text_is_found_with_all_that_its_line_says()
    {
        ILookup<string, JsonElement> added = Gaps("add").ToLookup(line => Word(line, "add"), StringComparer.Ordinal);
        foreach (Service service in CatalogTextOracle.Text)
        {
            foreach (JsonElement line in service.Actions)
            {
                string name = Word(line, "action");
                Catalog.TryGetAction(service.Prefix, name, out CatalogAction action).Should().BeTrue($"{service.Prefix}:{name}");
                JsonElement[] lines = [line, .. added[$"{service.Prefix}:{name}"], .. line.TryGetProperty("on", out _) ? added[service.Prefix + ":*"] : []];
                Describe(action).Should().Be(Describe(service.Prefix, name, lines));
            }
        }
    }

    [Test]
    public void Every_key_of_the_text_is_found_with_a_type_that_some_service_gives_it()
    {
        ILookup<string, string> types = CatalogTextOracle.Text.SelectMany(service => service.Keys).Concat(GlobalKeys).Concat(Gaps("key"))
            .ToLookup(line => Word(line, "key"), line => Word(line, "type").ToUpperInvariant(), StringComparer.OrdinalIgnoreCase);
        types.Count.Should().BeGreaterThan(1_500);
        foreach (IGrouping<string, string> key in types)
        {
            string example = key.Key.Replace("${", "x.", StringComparison.Ordinal).Replace("}", "x", StringComparison.Ordinal);
            Catalog.TryGetConditionKey(example, out CatalogConditionKey found).Should().BeTrue(example);
            found.Name.Should().BeEquivalentTo(key.Key);
            key.Should().Contain(found.Type.ToString().ToUpperInvariant());
        }
    }

    [Test]
    public void Every_operation_of_the_overlay_leads_to_its_action()
    {
        List<JsonElement> lines = Overlay("operations.jsonl");
        lines.Should().NotBeEmpty();
        foreach (JsonElement line in lines)
        {
            string[] operation = Word(line, "operation").Split(':');
            Catalog.TryGetService(operation[0], out CatalogService service).Should().BeTrue();
            service.TryGetAction(operation[1], out _).Should().BeFalse(operation[1]);
            Catalog.TryGetActionOfOperation(service, operation[1].ToUpperInvariant(), out CatalogAction action).Should().BeTrue(operation[1]);
            action.FullName.Should().Be(Word(line, "action"));
        }
    }

    [Test]
    public void Every_prefix_of_the_overlay_is_found_and_is_no_service()
    {
        foreach (JsonElement line in Overlay("prefixes.jsonl"))
        {
            string prefix = Word(line, "prefix");
            PrefixNote note = Catalog.FindPrefixNote(prefix.ToUpperInvariant())!;
            note.Prefix.Should().Be(prefix);
            note.Kind.ToString().Should().BeEquivalentTo(Word(line, "kind").Replace("-", "", StringComparison.Ordinal));
            note.Replacement.Should().Be(line.TryGetProperty("use", out JsonElement use) ? use.GetString() : null);
            note.IsStillAccepted.Should().Be(line.TryGetProperty("accepted", out _));
            note.Note.Should().Be(Word(line, "note"));
            Catalog.TryGetService(prefix, out _).Should().BeFalse(prefix);
        }
    }

    private static bool IsOf(JsonElement line, Service service) =>
        line.TryGetProperty("of", out JsonElement of) && of.GetString() == service.Prefix;

    private static string Describe(CatalogAction action) => string.Join(
        '\n',
        action.FullName,
        action.AccessLevel,
        Sorted(action.ResourceTypes.Select(target => $"{target}[{Sorted(target.ConditionKeys.Select(key => key.Name))}]")),
        Sorted(action.ConditionKeys.Select(key => key.Name)),
        Sorted(action.DependentActions.Select(dependent => dependent.FullName)),
        action.IsPermissionOnly,
        action.RequiresOnlyOne,
        action.SupportsResourceLevel);

    private static string Describe(string prefix, string name, JsonElement[] lines)
    {
        string[] targets = [.. lines.SelectMany(line => Words(line, "on"))];
        return string.Join(
            '\n',
            $"{prefix}:{name}",
            Word(lines[0], "level"),
            Sorted(targets.Select(target => $"{target}[{Sorted(lines.SelectMany(line => OwnKeys(line, target.TrimEnd('?'))))}]")),
            Sorted(lines.SelectMany(line => Words(line, "keys"))),
            Sorted(lines.SelectMany(line => Words(line, "needs"))),
            lines[0].TryGetProperty("permissionOnly", out _),
            Array.Exists(lines, line => line.TryGetProperty("alternatives", out _)) && targets.Count(target => !target.EndsWith('?')) > 1,
            targets.Length > 0);
    }

    private static string[] OwnKeys(JsonElement line, string type) =>
        line.TryGetProperty("onKeys", out JsonElement keys) ? Words(keys, type) : [];

    private static string Sorted(IEnumerable<string> words) => string.Join(", ", words.Order(StringComparer.Ordinal));
}
