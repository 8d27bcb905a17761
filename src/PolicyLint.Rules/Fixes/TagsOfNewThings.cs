using PolicyLint.Fixing;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Fixes;

/// <summary>
/// Lets tags be added while something is made, by the actions that the policy names, and not afterwards. See
/// <see href="https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html">sagemaker:TaggingAction</see>.
/// </summary>
internal sealed class TagsOfNewThings : IFixProvider
{
    public string Name => "addtags-unscoped";

    public IEnumerable<PolicyFix> Propose(FixContext context)
    {
        string[] makers =
        [
            .. context.Policy.Statements
                .Where(statement => statement.Statement.Effect == Effect.Allow && !statement.IsNotAction)
                .SelectMany(statement => statement.ActionPatterns)
                .Select(pattern => pattern.Action?.FullName)
                .Where(action => action is not null && action.StartsWith("sagemaker:Create", StringComparison.Ordinal))
                .Select(action => action!["sagemaker:".Length..])
                .Distinct(),
        ];
        if (makers.Length == 0)
            yield break;

        foreach (Finding finding in context.FindingsOf(Name))
        {
            if (context.StatementOf(finding) is not { } statement || !statement.Statement.CanBeParted() || !StatementText.CanAddTo(statement.Statement.Condition))
                continue;

            PolicyString[] moved = [.. statement.ActionPatterns.Where(pattern => pattern.Action?.FullName == "sagemaker:AddTags").Select(pattern => pattern.Text)];
            if (moved.Length == 0)
                continue;

            string tagging = new StatementText
            {
                Sid = statement.Statement.SidFor(moved),
                Actions = ["sagemaker:AddTags"],
                Resources = [.. statement.Statement.Resource!.Values.Select(value => value.Value)],
                Condition = statement.Statement.Condition,
                Equal = ("sagemaker:TaggingAction", makers),
            }.ToJson();
            yield return new PolicyFix
            {
                Name = Name,
                Title = $"Let tags be added by {makers.Listed()} only",
                Safety = FixSafety.Unsafe,
                Edits = context.Editor.Move(statement.Statement, moved, [tagging]),
                Findings = [finding],
            };
        }
    }
}
