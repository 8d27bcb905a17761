using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1052: images of every repository can be replaced.</summary>
public sealed class EcrImageSupplyChain() : StatementRule(new RuleDescriptor
{
    Id = "PL1052",
    Name = "ecr-image-supply-chain",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Writes.Names,
    Supersedes = ["PL1007"],
    Title = "Images of every repository can be replaced",
    Why = "Who pushes an image runs code in every job and endpoint that pulls the tag, with the role of each. SetRepositoryPolicy "
        + "gives the images to other accounts.",
    Remedy = "Name the repositories that the caller builds for. Deployments pull and do not push.",
    Limits = "Which images SageMaker runs is not in the policy, so that repositories that it never uses count as well. One "
        + "repository by name is fine, and so is a prefix.",
    Sources =
    [
        "https://docs.aws.amazon.com/AmazonECR/latest/userguide/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-model-in-vpc.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-containers-inference-private.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Writes = new("ecr", "PutImage", "UploadLayerPart", "SetRepositoryPolicy", "BatchDeleteImage");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Writes, statement, context) is { } grant)
            grant.Report(context, $"{grant.Lets} {DeedOf(grant.First)} in every repository", RiskOf(grant.First));
        else if (!statement.IsNotResource && !statement.Conditions.IsLimitedBy(Limits.Any))
            CheckSubstring(statement, context);
    }

    // What others call a repository decides whether "repository/*sagemaker*" is theirs to lose.
    private static void CheckSubstring(StatementAccess statement, RuleContext context)
    {
        foreach (GroupedAction member in Writes.In(context.Catalog))
        {
            if (!statement.Gives(member.Action) || statement.PlaceOf(member.Action) is not { } place)
                continue;

            foreach (ResourcePattern pattern in statement.ResourcePatterns)
            {
                if (!HasOpenStart(pattern))
                    continue;

                context.Report(
                    place,
                    $"`{member.Action.Name}` lets the caller {DeedOf(member.Action)} in every repository that has the word in its name",
                    SecuritySeverity.Medium,
                    related: (pattern.Text, "on this"));
                return;
            }
        }
    }

    private static bool HasOpenStart(ResourcePattern pattern) =>
        pattern is { HasUnknown: false, Arn: { } arn } && arn.Service.Matches("ecr") && arn.Resource.Text.StartsWith("repository/*", StringComparison.Ordinal);

    private static string DeedOf(CatalogAction action) => action.Name switch
    {
        "SetRepositoryPolicy" => "give the images to other accounts",
        "BatchDeleteImage" => "delete the images that jobs and endpoints run",
        _ => "replace the images that jobs and endpoints run",
    };

    private static SecuritySeverity RiskOf(CatalogAction action) => action.Name == "BatchDeleteImage" ? SecuritySeverity.Medium : SecuritySeverity.High;
}
