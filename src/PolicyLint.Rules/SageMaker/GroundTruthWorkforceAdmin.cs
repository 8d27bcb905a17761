using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3030: users may be added to every user pool, and so to every private workforce.</summary>
public sealed class GroundTruthWorkforceAdmin() : StatementRule(new RuleDescriptor
{
    Id = "PL3030",
    Name = "groundtruth-workforce-admin",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Administration.Names,
    Title = "Users may be added to every user pool, and so to every private workforce",
    Why = "A private workforce of Ground Truth is a user pool of Cognito. Who may add users to any pool adds one to the workforce and sees what "
        + "is labelled there, or to the pool of the company's own application and signs in to that.",
    Remedy = "Name the user pool of the workforce in Resource.",
    Limits = "Which pools belong to a workforce is not in the policy. CreateUserPool knows no resources and touches no pool that is there: it is not reported.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/sms-workforce-private.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Administration = new(
        "cognito-idp",
        "AdminCreateUser",
        "AdminAddUserToGroup",
        "UpdateUserPool",
        "UpdateUserPoolClient",
        "UpdateUserPoolDomain",
        "CreateUserPoolClient",
        "CreateUserPoolDomain");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Administration, statement, context) is { } grant)
            grant.Report(context, $"{grant.Lets} let users into every pool: labelling workforces and the company's applications", grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }
}
