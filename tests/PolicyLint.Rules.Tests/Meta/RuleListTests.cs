using System.Reflection;
using PolicyLint.DocGen;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>The list of rules as a whole: ids, names and classes agree, and nothing is forgotten.</summary>
public sealed class RuleListTests
{
    private static IEnumerable<string> Ids => RuleBook.All.Select(rule => rule.Id);

    [Test]
    public void Built_in_rules_stand_in_the_order_of_their_ids() =>
        BuiltInRules.All.Select(rule => rule.Descriptor.Id).Should().BeInAscendingOrder(StringComparer.Ordinal);

    [Test]
    public void Ids_are_PL_and_four_digits() => Ids.Should().AllSatisfy(id => id.Should().MatchRegex(@"\APL\d{4}\z"));

    [Test]
    public void Ids_and_names_are_unique() =>
        RuleBook.All.SelectMany(rule => (string[])[rule.Id, rule.Name]).Should().OnlyHaveUniqueItems();

    [Test]
    public void The_first_digit_of_an_id_is_its_category() =>
        RuleBook.All.Should().AllSatisfy(rule => rule.Id.Should().StartWith(RuleBook.PrefixOf(rule.Category), because: "that is the range of {0}", rule.Category));

    [Test]
    public void Names_are_kebab_case_and_at_most_48_characters() => RuleBook.All.Select(rule => rule.Name).Should().AllSatisfy(name =>
    {
        name.Should().MatchRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z");
        name.Length.Should().BeLessThanOrEqualTo(48);
    });

    [Test]
    public void A_class_is_called_like_its_rule() =>
        BuiltInRules.All.Where(rule => !rule.GetType().Name.Equals(rule.Descriptor.Name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            .Should().BeEmpty();

    [Test]
    public void A_class_stands_in_the_namespace_of_its_category() =>
        BuiltInRules.All.Where(rule => rule.GetType().Namespace != $"PolicyLint.Rules.{rule.Descriptor.Category}").Should().BeEmpty();

    [Test]
    public void Every_public_rule_class_is_in_the_list()
    {
        IEnumerable<Type> classes = typeof(BuiltInRules).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract);
        BuiltInRules.All.Select(rule => rule.GetType()).Should().BeEquivalentTo(classes);
    }

    [Test]
    public void A_rule_keeps_no_state() =>
        BuiltInRules.All.SelectMany(rule => rule.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Should().BeEmpty(because: "one instance serves every thread, and what does not depend on a policy is static");
}
