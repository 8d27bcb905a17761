using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1055: every secret can be read.</summary>
public sealed class SecretsAny() : StatementRule(new RuleDescriptor
{
    Id = "PL1055",
    Name = "secrets-any",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = [.. Secrets.Names, .. Parameters.Names],
    Supersedes = ["PL1007"],
    Title = "Every secret can be read",
    Why = "Code in a notebook then reads the passwords and tokens of every system that the account knows, and goes on from there.",
    Remedy = "Name the secrets by a prefix of the team's, or ask for a tag: `secretsmanager:ResourceTag/…`, `aws:ResourceTag/…`.",
    Limits = "`secret:AmazonSageMaker-*`, the convention of SageMaker, is shared by all its users and is a low risk. Which secrets "
        + "there are is not in the policy.",
    Sources =
    [
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
        "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerFullAccess.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Secrets = new("secretsmanager", "GetSecretValue");

    private static readonly ActionGroup Parameters = new("ssm", "GetParameter", "GetParameters", "GetParametersByPath", "GetParameterHistory");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if ((OpenGrant.Find(Secrets, statement, context) ?? OpenGrant.Find(Parameters, statement, context)) is { } grant)
            grant.Report(context, $"{grant.Lets} read every {(grant.First.Service.Prefix == "ssm" ? "parameter, passwords among them" : "secret")}");
        else if (!statement.IsNotResource && !statement.Conditions.IsLimitedBy(Limits.Any))
            CheckConvention(statement, context);
    }

    private static void CheckConvention(StatementAccess statement, RuleContext context)
    {
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.Arn?.Resource.Text != "secret:AmazonSageMaker-*" || Secrets.In(context.Catalog) is not [{ Action: var action }])
                continue;

            if (statement.Gives(action) && statement.PlaceOf(action) is { } place)
                context.Report(place, $"`{action.Name}` lets the caller read the secrets of all users of SageMaker", SecuritySeverity.Low, related: (pattern.Text, "on this"));

            return;
        }
    }
}
