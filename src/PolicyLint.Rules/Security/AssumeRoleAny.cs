using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1040: every role may be assumed.</summary>
public sealed class AssumeRoleAny() : StatementRule(new RuleDescriptor
{
    Id = "PL1040",
    Name = "assume-role-any",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Assuming.Names,
    Supersedes = ["PL5003"],
    Title = "Every role may be assumed",
    Why = "Each role that trusts the account as a whole, which is how the console makes them, is the caller's: a notebook walks from role to "
        + "role until one administers. Roles of other accounts are open as well.",
    Remedy = "Name the roles in Resource, or ask for a tag of the role in Condition, with StringEquals on `aws:ResourceTag` or `iam:ResourceTag`.",
    Limits = "Whom the roles trust is not in the policy. Credentials of a service or an instance are not asked for here.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
        "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Assuming = new("sts", "AssumeRole");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Assuming, statement, context, ConditionScope.Resource) is { } grant)
            grant.Report(context, $"{grant.Lets} become any role that trusts the account, an administrator's too", grant.IsLimited ? SecuritySeverity.Medium : SecuritySeverity.High);
    }
}
