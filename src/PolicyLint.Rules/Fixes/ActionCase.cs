using PolicyLint.Fixing;

namespace PolicyLint.Rules.Fixes;

/// <summary>Writes actions as AWS does. IAM compares them without regard to case; people and other tools do not.</summary>
internal sealed class ActionCase : IFixProvider
{
    public string Name => "action-case";

    public IEnumerable<PolicyFix> Propose(FixContext context) =>
        from statement in context.Policy.Statements
        from pattern in statement.ActionPatterns
        where pattern.Action is not null && pattern.Text.Value != pattern.Action.Value.FullName
        select new PolicyFix
        {
            Name = Name,
            Title = $"Write {pattern.Text.Quoted()} as AWS does: `{pattern.Action!.Value.FullName}`",
            Safety = FixSafety.Safe,
            Edits = context.Editor.Replace(pattern.Text, [pattern.Action.Value.FullName]),
        };
}
