using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1042: every product of Service Catalog may be provisioned.</summary>
public sealed class ServiceCatalogProvisionAny() : StatementRule(new RuleDescriptor
{
    Id = "PL1042",
    Name = "servicecatalog-provision-any",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Provisioning.Names,
    Title = "Every product of Service Catalog may be provisioned",
    Why = "A product is built with its launch role and not with the caller's: who provisions one acts as that role. Those of SageMaker "
        + "projects make build and delivery pipelines and pass roles to them.",
    Remedy = "Name the products in Resource: `arn:aws:catalog:us-east-1:111122223333:product/prod-abcd1234efgh5`.",
    Limits = "Which portfolios the caller was given access to is not in the policy, and neither are the launch roles.",
    Sources =
    [
        "https://docs.aws.amazon.com/servicecatalog/latest/adminguide/constraints-launch.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol-sc.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Provisioning = new("servicecatalog", "ProvisionProduct");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Provisioning, statement, context, ConditionScope.Resource) is { } grant)
            grant.Report(context, $"{grant.Lets} build every product, each as the role that it is launched with", grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }
}
