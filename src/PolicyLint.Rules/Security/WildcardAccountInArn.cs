using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Security;

/// <summary>PL1011: a resource in any account is meant.</summary>
public sealed class WildcardAccountInArn() : StatementRule(new RuleDescriptor
{
    Id = "PL1011",
    Name = "wildcard-account-in-arn",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Low,
    AppliesTo = PolicyTypes.Identity,
    Needs = StatementParts.NamedResource,
    LooksAt = Effect.Allow,
    Title = "A resource in any account is meant",
    Why = "Keys, repositories, secrets, functions and shared SageMaker resources of other accounts can let this account in. With `*` for the account, the policy goes along wherever somebody outside does so, and data goes there.",
    Remedy = "Write the account's number; or add a condition, StringEquals on `aws:ResourceAccount` with `${aws:PrincipalAccount}`.",
    Limits = "Looked at are ARNs of SageMaker, KMS, ECR, Glue, Secrets Manager, Lambda and CloudWatch Logs. Where the actions only describe SageMaker resources it is a suggestion.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Resource is null)
            return;

        ResourcePattern? first = null;
        List<(PolicyNode, string)>? others = null;
        foreach (ResourcePattern resource in statement.ResourcePatterns)
        {
            if (!resource.HasAnyAccount || !IsShared(resource))
                continue;

            if (first is null)
                first = resource;
            else
                (others ??= []).Add((resource.Text, "and this"));
        }

        if (first is null || IsHeldToAccount(statement.Conditions))
            return;

        string more = others is null ? "" : others.Count == 1 ? " and one more ARN" : $" and {others.Count} more ARNs";
        SecuritySeverity risk = OnlyDescribes(statement, context.Catalog) ? SecuritySeverity.None : SecuritySeverity.Low;
        context.Report(first.Text, $"{first.Text.Quoted()}{more} {(others is null ? "means" : "mean")} resources of every account that lets this one in", risk, [.. others ?? []]);
    }

    private static bool IsShared(ResourcePattern resource) =>
        resource.NamesServiceAs("sagemaker"u8)
        || resource.NamesServiceAs("kms"u8)
        || resource.NamesServiceAs("ecr"u8)
        || resource.NamesServiceAs("glue"u8)
        || resource.NamesServiceAs("secretsmanager"u8)
        || resource.NamesServiceAs("lambda"u8)
        || resource.NamesServiceAs("logs"u8);

    private static bool IsHeldToAccount(ConditionAccess conditions)
    {
        if (conditions.Constrains("aws:ResourceAccount") || conditions.Constrains("aws:ResourceOrgID") || conditions.Constrains("aws:ResourceOrgPaths") || conditions.Constrains("s3:ResourceAccount"))
            return true;

        // The same the other way round: the principal's account is the resource's.
        foreach (ConditionTerm term in conditions.Terms)
        {
            if (term.Narrows && term.IsAbout("aws:PrincipalAccount") && term.Entry.Values is [{ Text: "${aws:ResourceAccount}" }])
                return true;
        }

        return false;
    }

    private static bool OnlyDescribes(StatementAccess statement, ServiceCatalog catalog)
    {
        foreach (int ordinal in statement.Actions)
        {
            if (catalog.IsPhantom(ordinal) || catalog.GetAction(ordinal) is not { Service.Prefix: "sagemaker" } action || !action.Name.StartsWith("Describe", StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
