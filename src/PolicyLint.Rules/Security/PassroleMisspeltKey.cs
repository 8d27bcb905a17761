using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Security;

/// <summary>PL1030: a condition on iam:PassRole with a key that does not exist.</summary>
public sealed class PassroleMisspeltKey() : StatementRule(new RuleDescriptor
{
    Id = "PL1030",
    Name = "passrole-misspelt-key",
    Category = RuleCategory.Security,
    Needs = StatementParts.Condition,
    Services = ["iam"],
    SecuritySeverity = SecuritySeverity.High,
    Supersedes = ["PL2005"],
    Title = "A condition on `iam:PassRole` with a key that does not exist",
    Why = "No request has the key. A Deny on it never applies, so that every service may be given the role, and in an Allow a negated operator lets everything through. Which service gets a role decides what the role can be used for.",
    Remedy = "Write `iam:PassedToService` for the service that gets the role, or `iam:AssociatedResourceArn` for the resource that it is for.",
    Limits = "Only keys that start with `iam:` are looked at; other unknown keys are PL2005.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null || context.Catalog.PassRole is not { } passRole)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Key is null && IsOfIam(term.Entry.Key) && Means(statement, passRole))
                Report(term, statement.Statement.Effect, context);
        }
    }

    private static void Report(ConditionTerm term, Effect effect, RuleContext context)
    {
        string outcome = (effect, term.WhenAbsent) switch
        {
            (Effect.Deny, KeyAbsence.NeverHolds) => "so this never denies passing a role",
            (Effect.Deny, KeyAbsence.Holds) => "so this denies passing roles whatever its value",
            (_, KeyAbsence.NeverHolds) => "so this never allows passing a role",
            (_, KeyAbsence.Holds) => "so roles may be passed without this guard",
            _ => "so the condition says nothing about the role",
        };
        context.OfCatalog().Report(term.Entry.Key, $"There is no condition key {term.Entry.Key.Quoted()} in the catalogue of {context.Catalog.Date:O}, {outcome}: `iam:PassedToService` names the service");
    }

    private static bool IsOfIam(PolicyString key) => !key.HasUnknown && key.Value.StartsWith("iam:", StringComparison.OrdinalIgnoreCase);

    private static bool Means(StatementAccess statement, CatalogAction action) =>
        statement.Means(action);
}
