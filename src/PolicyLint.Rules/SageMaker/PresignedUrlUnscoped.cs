using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3012: URLs that log in as somebody else can be made for everybody.</summary>
public sealed class PresignedUrlUnscoped() : StatementRule(new RuleDescriptor
{
    Id = "PL3012",
    Name = "presigned-url-unscoped",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Urls.Names,
    Supersedes = ["PL5006"],
    Title = "URLs that log in as somebody else can be made for everybody",
    Why = "Whoever opens a presigned URL is logged in: as that Studio user, in that notebook, with its execution role and its "
        + "files. No role has to be passed and no password known. IAM calls the actions plain writes.",
    Remedy = "Name the user profile or the notebook, by a policy variable where each user has an own one: "
        + "`user-profile/d-abc123/${aws:PrincipalTag/StudioUser}`. Or ask in Condition for a tag of the resource, or for the "
        + "network that the URL may be opened from.",
    Limits = "A pattern of some names, such as all users of one domain, is not found. In Studio, a condition on the network works only "
        + "for domains that sign in through IAM.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Urls = new(
        "sagemaker",
        "CreatePresignedDomainUrl",
        "CreatePresignedNotebookInstanceUrl",
        "CreatePresignedMlflowTrackingServerUrl",
        "CreatePresignedMlflowAppUrl",
        "CreatePartnerAppPresignedUrl");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Urls, statement, context, ConditionScope.Resource | ConditionScope.Network) is { } grant)
            grant.Report(context, $"{grant.Lets} {DeedOf(grant.First)}", grant.IsLimited ? SecuritySeverity.Medium : SecuritySeverity.High);
    }

    private static string DeedOf(CatalogAction action) => action.Name switch
    {
        "CreatePresignedDomainUrl" => "open any user's Studio as that user, with that user's role and files",
        "CreatePresignedNotebookInstanceUrl" => "work in any notebook instance, as its role and with its files",
        "CreatePartnerAppPresignedUrl" => "log in to any partner application",
        _ => "log in to any MLflow server and read and change all experiments there",
    };
}
