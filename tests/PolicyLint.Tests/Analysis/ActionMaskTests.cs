using CsCheck;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Tests.Analysis;

public sealed class ActionMaskTests
{
    private static readonly ServiceCatalog Catalog = Statements.Catalog;

    private static readonly string[] Patterns =
    [
        "iam:PassRole", "iam:*", "IAM:Pass*", "iam:?assRole", "i*:*Role", "*", "s3:Get*", "s3:GetObject", "nosuch:Thing", "s3:NoSuchThing", "notanaction", "sts:AssumeRole",
    ];

    private static readonly string[] Actions = ["iam:PassRole", "iam:CreateRole", "s3:GetObject", "sts:AssumeRole", "zonal-autoshift:X", "a4b:ApproveSkill"];

    private static ActionMask MaskOf(IEnumerable<string> names) => new(Catalog, Known(names));

    private static IEnumerable<CatalogAction> Known(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            string[] parts = name.Split(':');
            if (Catalog.TryGetAction(parts[0], parts[1], out CatalogAction action))
                yield return action;
        }
    }

    [Test]
    public void Matches_are_what_each_value_has_in_common_with_the_mask() =>
        Gen.Select(Gen.Int[0, Patterns.Length - 1].Select(i => Patterns[i]).Array[1, 6], Gen.Int[0, Actions.Length - 1].Select(i => Actions[i]).Array[0, 6]).Sample((values, wanted) =>
        {
            StatementAccess statement = Statements.One($"'Action': [{string.Join(", ", values.Select(value => $"'{value}'"))}], 'Resource': '*'");
            int[] ordinals = [.. Known(wanted).Select(action => action.Ordinal).Distinct().Order()];
            IEnumerable<int> expected = values.SelectMany(value => ordinals.Where(ActionPattern.Parse(value, Catalog).Actions.Contains));

            List<int>? found = null;
            statement.ActionPatterns.AddMatches(MaskOf(wanted), ref found);
            return (found ?? []).SequenceEqual(expected);
        });

    [Test]
    public void Common_actions_of_a_set_are_found_in_order() =>
        Gen.Select(Gen.Int[0, Catalog.OrdinalCount - 1].Array[0, 40], Gen.Int[0, Catalog.OrdinalCount], Gen.Int[0, 400]).Sample((ordinals, first, length) =>
        {
            int[] members = [.. ordinals.Where(ordinal => !Catalog.IsPhantom(ordinal)).Distinct().Order()];
            var mask = new ActionMask(Catalog, members.Select(Catalog.GetAction));
            ActionSet range = ActionSet.FromRange(first, Math.Min(first + length, Catalog.OrdinalCount));

            List<int>? found = null;
            mask.AddCommon(range, ref found);
            return (found ?? []).SequenceEqual(members.Where(range.Contains)) && members.All(mask.Contains);
        });

    [Test]
    public void A_list_is_made_only_where_something_matches()
    {
        List<int>? found = null;
        Statements.One("'Action': ['s3:Get*', 'sqs:SendMessage'], 'Resource': '*'").ActionPatterns.AddMatches(MaskOf(["iam:PassRole"]), ref found);
        found.Should().BeNull();
    }
}
