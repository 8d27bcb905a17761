using PolicyLint.Analysis;
using PolicyLint.Fixing;

namespace PolicyLint.Rules.Fixes;

/// <summary>
/// Lets roles be passed to SageMaker only, and only named ones. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html">passing a role to a service</see>.
/// </summary>
internal sealed class NamedRoles(string name, FixSettings settings) : IFixProvider
{
    private const string PassedToService = "iam:PassedToService";

    public string Name => name;

    public IEnumerable<PolicyFix> Propose(FixContext context)
    {
        // Whom the roles are for can only be told where the policy is about SageMaker.
        if (context.Policy.Catalog is not { SageMaker: { } sageMaker, PassRole: { } passRole }
            || !context.Policy.Statements.Any(statement => statement.Statement.Effect == Effect.Allow && !statement.IsNotAction && statement.ActionPatterns.MayMatch(sageMaker)))
        {
            yield break;
        }

        foreach (Finding finding in context.FindingsOf(name))
        {
            if (context.StatementOf(finding) is not { } statement || !statement.Statement.CanBeParted() || !CanBeAdded(statement))
                continue;

            PolicyString[] moved = [.. statement.ActionPatterns.Where(pattern => pattern.Action == passRole).Select(pattern => pattern.Text)];
            string[] roles = [.. RolesOf(statement)];
            if (moved.Length == 0 || roles.Length == 0)
                continue;

            bool isExample = settings.Values.Roles.IsEmpty && statement.CoversAllOf(passRole.ResourceTypes[0].Type);
            string passing = new StatementText
            {
                Sid = statement.Statement.SidFor(moved),
                Actions = [passRole.FullName],
                Resources = roles,
                Condition = statement.Statement.Condition,
                Equal = (PassedToService, ["sagemaker.amazonaws.com"]),
            }.ToJson();
            yield return new PolicyFix
            {
                Name = name,
                Title = isExample || !settings.Values.Roles.IsEmpty ? "Pass named roles to SageMaker only" : "Pass the roles to SageMaker only",
                Safety = FixSafety.Unsafe,
                Edits = context.Editor.Move(statement.Statement, moved, [passing]),
                Findings = [finding],
                Note = isExample ? settings.Values.NoteOn("account", "project", "role") : null,
            };
        }
    }

    private static bool CanBeAdded(StatementAccess statement) =>
        StatementText.CanAddTo(statement.Statement.Condition) && !statement.Conditions.Mentions(PassedToService);

    // The roles that are given, as far as they could be passed before; else those that were named, else an example.
    private IEnumerable<string> RolesOf(StatementAccess statement)
    {
        if (!settings.Values.Roles.IsEmpty)
            return settings.Values.Roles.Where(statement.Covers);

        return statement.CoversAllOf(statement.Policy.Catalog.PassRole!.Value.ResourceTypes[0].Type)
            ? new[] { settings.Values.RoleFor("execution") }.Where(statement.Covers)
            : statement.Statement.Resource!.Values.Select(value => value.Value);
    }
}
