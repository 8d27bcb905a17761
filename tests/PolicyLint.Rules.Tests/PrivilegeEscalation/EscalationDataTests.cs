using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyLint.Catalog;
using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

/// <summary>The data of the paths, held against the catalogue, the rules and the list that it was made from.</summary>
public sealed class EscalationDataTests
{
    private static ServiceCatalog Catalog => ServiceCatalog.Default;

    [Test]
    public void There_are_225_paths_of_different_names()
    {
        EscalationPaths.All.Should().HaveCount(225);
        EscalationPaths.All.Select(path => path.Id).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void Every_action_is_in_the_catalogue_or_its_path_is_retired_with_a_reason()
    {
        var unknown = EscalationPaths.All.Where(path => path.Steps.SelectMany(step => step.Actions).Any(action => Find(action) is null));
        unknown.Select(path => path.Id).Should().Equal("sts-09", "codestar-template", "cred-5");
        EscalationPaths.All.Where(path => path.Retired is not null).Should().Equal(unknown);
        unknown.Should().AllSatisfy(path => path.Retired.Should().EndWith("."));
    }

    [Test]
    public void Actions_are_written_as_the_catalogue_writes_them() =>
        EscalationPaths.All.SelectMany(path => path.Steps).SelectMany(step => step.Actions).Where(action => Find(action) is { } found && found.FullName != action)
            .Should().BeEmpty();

    [Test]
    public void The_types_that_decide_are_those_of_an_action_of_the_step()
    {
        foreach (EscalationPath path in EscalationPaths.All.Where(path => path.Retired is null))
        {
            foreach (EscalationStep step in path.Steps)
            {
                IEnumerable<string> types = step.Actions.SelectMany(action => Find(action)!.Value.ResourceTypes.Select(resource => resource.Type.Name));
                step.On.Should().BeSubsetOf(types, because: "{0} is about them", path);
            }
        }
    }

    [Test]
    public void A_path_that_passes_a_role_does_so_first_and_names_the_services()
    {
        foreach (EscalationPath path in EscalationPaths.All)
        {
            path.Steps.Count(step => step.PassesRole).Should().Be(path.PassesRole ? 1 : 0, because: "{0} names its services", path);
            path.Steps[0].PassesRole.Should().Be(path.PassesRole);
            path.Services.Where(service => !Regex.IsMatch(service, @"\A[a-z0-9.-]+\.amazonaws\.com\z")).Should().BeEmpty();
            if (path.PassesRole)
                path.Steps[0].On.Should().Equal("role");
        }
    }

    [Test]
    public void Guards_are_condition_keys_that_AWS_has()
    {
        foreach (EscalationPath path in EscalationPaths.All)
        {
            foreach (string guard in path.Guards)
                Catalog.TryGetConditionKey(guard, out _).Should().BeTrue(because: "{0} relies on {1}", path, guard);
        }
    }

    [Test]
    public void Each_path_has_its_rule_and_each_rule_its_paths()
    {
        IEnumerable<string> rules = BuiltInRules.All.OfType<EscalationRule>().Select(rule => rule.Descriptor.Id);
        EscalationPaths.All.Select(path => path.RuleId).Distinct().Should().BeEquivalentTo(rules);
    }

    [Test]
    public void No_risk_of_a_path_is_graver_than_its_rule()
    {
        Dictionary<string, RuleDescriptor> rules = BuiltInRules.All.ToDictionary(rule => rule.Descriptor.Id, rule => rule.Descriptor);
        foreach (Escalation open in Policies.Open("""{ "Effect": "Allow", "Action": "*", "Resource": "*" }"""))
            open.Risk.Should().BeOneOf(Enum.GetValues<SecuritySeverity>().Where(risk => risk <= rules[open.Path.RuleId].SecuritySeverity), because: "{0} is of {1}", open.Path, open.Path.RuleId);
    }

    [Test]
    public void Everything_on_everything_opens_every_path_that_is_not_retired() =>
        Policies.Open("""{ "Effect": "Allow", "Action": "*", "Resource": "*" }""").Select(open => open.Path.Id).Should().HaveCount(222).And.OnlyHaveUniqueItems();

    [Test]
    public void The_words_of_a_path_make_a_sentence()
    {
        foreach (EscalationPath path in EscalationPaths.All)
        {
            path.Gives.Should().MatchRegex(@"\A[a-z][^\n]*[a-zA-Z]\z", because: "{0} ends a sentence", path);
            path.Breaks.Should().MatchRegex(@"\A[a-z][^\n]*[^.]\z", because: "{0} ends a sentence", path);
            path.Sources.Should().NotBeEmpty();
        }
    }

    [Test]
    public void The_list_that_the_data_was_made_from_is_covered_step_by_step()
    {
        JsonElement list = JsonElement.Parse(File.ReadAllText(Repository.SharedPathOf("reference", "privilege-escalation.json")));
        Dictionary<string, EscalationPath> byId = EscalationPaths.All.ToDictionary(path => path.Id);
        List<string> different = [];
        foreach (JsonElement row in list.EnumerateArray())
        {
            EscalationPath path = byId[row.GetProperty("id").GetString()!];
            IEnumerable<string> theirs = row.GetProperty("actions").EnumerateArray().Select(step => string.Join('/', step.EnumerateArray().Select(action => action.GetString()))).Order(StringComparer.Ordinal);
            IEnumerable<string> ours = path.Steps.Select(step => string.Join('/', step.Actions)).Order(StringComparer.Ordinal);
            if (!ours.SequenceEqual(theirs))
                different.Add(path.Id);
        }

        // A task definition with a role cannot be registered without passing the role: the list leaves the step out.
        different.Should().Equal("ecs-task-set");
    }

    private static CatalogAction? Find(string action)
    {
        int colon = action.IndexOf(':', StringComparison.Ordinal);
        return Catalog.TryGetAction(action.AsSpan(0, colon), action.AsSpan(colon + 1), out CatalogAction found) ? found : null;
    }
}
