using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1050: the data of every bucket is open.</summary>
public sealed class S3AnyBucket() : StatementRule(new RuleDescriptor
{
    Id = "PL1050",
    Name = "s3-any-bucket",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = S3Data.Actions.Names,
    Supersedes = ["PL1007"],
    Title = "The data of every bucket is open",
    Why = "Code in a notebook or a job reads all data that the account has, and buckets of others that let the account in; with "
        + "PutObject it also carries the data out, into any bucket that somebody has opened for it.",
    Remedy = "Name the buckets, and the prefixes in them. Where names are not known, keep to the account with `aws:ResourceAccount` or "
        + "to tagged objects with `s3:ExistingObjectTag`.",
    Limits = "What lists only buckets, such as `s3:ListAllMyBuckets` and `s3:GetBucketLocation`, is fine on `*`. Which buckets there are is not in the policy.",
    Sources =
    [
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(S3Data.Actions, statement, context) is not { } grant || statement.IsKeptToAccounts(grant.First))
            return;

        bool isListOnly = !grant.Actions.Any(action => action.AccessLevel != AccessLevel.List);
        grant.Report(context, $"{grant.Lets} {S3Data.DeedsOf(grant.Actions)} in every bucket", isListOnly ? SecuritySeverity.Medium : SecuritySeverity.High);
    }
}
