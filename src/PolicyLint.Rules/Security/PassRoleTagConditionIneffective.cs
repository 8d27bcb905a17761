using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1016: tags of the role do not decide who may pass it.</summary>
public sealed class PassRoleTagConditionIneffective() : StatementRule(new RuleDescriptor
{
    Id = "PL1016",
    Name = "passrole-tag-condition-ineffective",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Identity | PolicyTypes.Boundary | PolicyTypes.Scp,
    Actions = ["iam:PassRole"],
    Needs = StatementParts.Condition,
    Title = "Tags of the role do not decide who may pass it",
    Why = "The tags of a role are not in the request for `iam:PassRole`. A condition that needs the tag is never true: the Allow allows nothing, and worse, the Deny denies nothing. One that is true without the tag sets no limit.",
    Remedy = "Name the roles by ARN, or put them under a path; and name the service in `iam:PassedToService`.",
    Limits = "Statements that allow much else beside `iam:PassRole` are passed over: there the tag may be meant for the other actions.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html",
    ],
    Since = "0.1.0",
})
{
    // iam:Pass* and the like are about nothing else.
    private const int Few = 3;

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null || statement.IsNotAction || statement.Statement.Effect == Effect.None)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Operator is not null && (term.IsAbout(TagSupport.ResourceTag) || term.IsAbout("iam:ResourceTag/")))
                Check(term, statement, context);
        }
    }

    private static void Check(ConditionTerm term, StatementAccess statement, RuleContext context)
    {
        if (context.Catalog.PassRole is not { } passRole || statement.PlaceOf(passRole) is not PolicyString action || !IsAboutPassing(action, passRole, statement))
            return;

        bool isDeny = statement.Statement.Effect == Effect.Deny;
        string? result = term.WhenAbsent switch
        {
            KeyAbsence.NeverHolds => isDeny ? "never denies" : "never allows",
            KeyAbsence.Holds => isDeny ? null : "sets no limit to",
            _ => null,
        };
        if (result is not null)
            context.Report(term.Entry.Key, $"A role's tags are not in the request: {term.Entry.Key.Quoted()} {result} {action.Quoted()}", related: (action, "this action"));
    }

    private static bool IsAboutPassing(PolicyString action, CatalogAction passRole, StatementAccess statement)
    {
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Text == action)
                return pattern.Action is not null || (pattern.Service == passRole.Service && pattern.Actions.Count <= Few);
        }

        return false;
    }
}
