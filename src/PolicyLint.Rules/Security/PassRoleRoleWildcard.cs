using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1014: roles may be passed by a pattern of names.</summary>
public sealed class PassRoleRoleWildcard() : StatementRule(new RuleDescriptor
{
    Id = "PL1014",
    Name = "passrole-role-wildcard",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = ["iam:PassRole"],
    Title = "Roles may be passed by a pattern of names",
    Why = "A name is no boundary: whoever may create a role chooses what it is called, and an administrator's role may have the word in its name by chance. Every role that fits, also one made tomorrow, can then be given to a service that runs the caller's code.",
    Remedy = "Write the roles out. Where there are many, give them a path of their own, such as `role/ml-exec/`, that only administrators can create roles in.",
    Limits = "Which roles there are is not in the policy. A pattern that starts with a wildcard is a high risk, a path of roles for a named service only a suggestion. Any role at all is for PL1005.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names",
    ],
    Since = "0.1.0",
})
{
    private const string RolePrefix = "role/";

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.IsNotResource || PassRoleGrant.Find(statement, context.Catalog) is not { } grant || statement.CoversAllOf(grant.RoleType))
            return;

        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.CanMatch(grant.RoleType) && pattern.Arn is { Resource: { HasWildcard: true } role } && !role.HasUnknown)
                Report(pattern, role.Text, grant, context);
        }
    }

    private static void Report(ResourcePattern pattern, string role, PassRoleGrant grant, RuleContext context)
    {
        string name = role.StartsWith(RolePrefix, StringComparison.Ordinal) ? role[RolePrefix.Length..] : role;
        bool isPath = name.EndsWith("/*", StringComparison.Ordinal) && !name.AsSpan(0, name.Length - 1).ContainsAny('*', '?');
        SecuritySeverity risk = name[0] is '*' or '?' || name == role ? SecuritySeverity.High
            : isPath && grant.ServiceTerm is not null ? SecuritySeverity.None
            : SecuritySeverity.Medium;
        context.Report(pattern.Text, $"{grant.Giver} lets the caller hand over every role that is called like {role.Quoted()}", risk, (grant.Place, "this action"));
    }
}
