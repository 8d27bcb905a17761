using PolicyLint.Analysis;
using PolicyLint.Fixing;
using PolicyLint.Rules.Access;
using PolicyLint.Rules.Personas;

namespace PolicyLint.Rules.Fixes;

/// <summary>Of everything that SageMaker can do, leaves what a persona needs: of the one who only reads, unless another is named.</summary>
internal sealed class PersonasPart(FixSettings settings) : IFixProvider
{
    private readonly Persona _persona = settings.Persona ?? BuiltInPersonas.DataScientist;

    public string Name => "sagemaker-full-access";

    public IEnumerable<PolicyFix> Propose(FixContext context)
    {
        foreach (Finding finding in context.FindingsOf(Name))
        {
            if (context.StatementOf(finding) is not { Statement.Condition: null } statement || !statement.Statement.CanBeParted())
                continue;

            List<ActionPattern> wildcards = [.. statement.SageMakerWildcards()];
            List<string> statements = [.. Within(statement, wildcards)];
            if (wildcards.Count == 0 || statements.Count == 0)
                continue;

            yield return new PolicyFix
            {
                Name = Name,
                Title = $"Leave of {wildcards.ConvertAll(pattern => pattern.Text.Value).Listed()} what the persona {_persona.Name} needs",
                Safety = FixSafety.Unsafe,
                Edits = context.Editor.Move(statement.Statement, wildcards.ConvertAll(pattern => pattern.Text), statements),
                Findings = [finding],
                Note = settings.Values.NoteOn(_persona.Needs),
            };
        }
    }

    // Nothing that the wildcards did not allow, on nothing that the statement did not mean.
    private IEnumerable<string> Within(StatementAccess statement, List<ActionPattern> wildcards)
    {
        ActionSet granted = statement.Policy.GrantedBy(statement);
        HashSet<string> sids = [.. statement.Policy.Statements.Select(other => other.Statement.Sid?.Value).OfType<string>()];
        foreach (StatementAccess needed in PolicyAccess.Of(_persona.ToPolicy(settings.Values), statement.Policy.Catalog).Statements)
        {
            bool isDeny = needed.Statement.Effect == Effect.Deny;
            string[] actions = [.. needed.ActionPatterns.Where(pattern => isDeny || IsGranted(pattern)).Select(pattern => pattern.Text.Value)];
            string[] resources = [.. needed.ResourcePatterns.Where(pattern => isDeny || statement.Covers(pattern)).Select(pattern => pattern.Text.Value)];
            if (actions.Length == 0 || resources.Length == 0)
                continue;

            yield return new StatementText
            {
                Sid = needed.Statement.Sid is { } sid && sids.Add(sid.Value) ? sid.Value : null,
                Effect = needed.Statement.Effect,
                Actions = actions,
                Resources = resources,
                Condition = needed.Statement.Condition,
            }.ToJson();
        }

        bool IsGranted(ActionPattern pattern) =>
            pattern.Action is { } action && granted.Contains(action.Ordinal) && wildcards.Exists(wildcard => wildcard.Holds(action));
    }
}
