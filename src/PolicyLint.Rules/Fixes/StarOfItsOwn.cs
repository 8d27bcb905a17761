using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Fixing;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Fixes;

/// <summary>
/// Gives actions that know no resources a statement of their own on <c>*</c>. An Allow then allows them for the first time, so
/// this is only made when its rule is named, and only for actions that show what there is.
/// </summary>
internal sealed class StarOfItsOwn : IFixProvider
{
    public string Name => "no-resource-level-action-scoped";

    public IEnumerable<PolicyFix> Propose(FixContext context)
    {
        foreach (StatementAccess statement in context.Policy.Statements)
        {
            if (!statement.Statement.CanBeParted() || context.FindingsIn(Name, statement.Statement) is not { IsEmpty: false } findings)
                continue;

            bool isAllow = statement.Statement.Effect == Effect.Allow;
            HashSet<TextSpan> found = [.. findings.Select(finding => finding.Span)];
            PolicyString[] moved = [.. statement.ActionPatterns.Where(pattern => found.Contains(pattern.Text.Span) && (!isAllow || OnlyShows(pattern, context.Policy.Catalog))).Select(pattern => pattern.Text)];
            if (moved.Length == 0)
                continue;

            string onStar = new StatementText
            {
                Sid = statement.Statement.SidFor(moved),
                Effect = statement.Statement.Effect,
                Actions = [.. moved.Select(value => value.Value)],
                Resources = ["*"],
                Condition = statement.Statement.Condition,
            }.ToJson();
            string names = moved.Select(value => value.Value).ToList().Listed();
            yield return new PolicyFix
            {
                Name = Name,
                Title = isAllow ? $"Allow {names} on `*`, where it works" : $"Deny {names} on `*`, where it works",
                Safety = FixSafety.Unsafe,
                AllowsMore = isAllow,
                Edits = context.Editor.Move(statement.Statement, moved, [onStar]),
                Findings = [.. findings.Where(finding => moved.Any(value => value.Span == finding.Span))],
            };
        }
    }

    private static bool OnlyShows(ActionPattern pattern, ServiceCatalog catalog) =>
        !pattern.Actions.IsEmpty && pattern.Actions.All(ordinal => !catalog.IsPhantom(ordinal) && catalog.GetAction(ordinal) is { IsWrite: false, Risk: ActionRisk.None });
}
