using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1051: a pattern of bucket names that strangers can take.</summary>
public sealed class S3BucketNameSubstring() : StatementRule(new RuleDescriptor
{
    Id = "PL1051",
    Name = "s3-bucket-name-substring",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = S3Data.Actions.Names,
    Title = "A pattern of bucket names that strangers can take",
    Why = "Names of buckets are global. Anybody can make `evil-sagemaker-drop` in an account of their own: what is written goes to "
        + "them, and what is read, models and scripts among it, comes from them.",
    Remedy = "Name the bucket, or add `aws:ResourceAccount` to the condition, which keeps the pattern to the own account. A name with the account in it is fine.",
    Limits = "Patterns that start with a word of one's own are passed over, although a stranger who knows it can use it too.",
    Sources =
    [
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount",
        "https://github.com/aws-samples/data-perimeter-policy-examples",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.IsNotResource)
            return;

        context.CannotJudgeActions(statement);
        List<ResourcePattern>? strange = null;
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (BucketName.Of(pattern) is not { IsAnybodys: true } name)
                continue;

            if (name.HasUnknown)
                context.CannotJudge(pattern.Text, "the name of the bucket is not known before deployment");
            else
                (strange ??= []).Add(pattern);
        }

        if (strange is not null)
            Check(strange, statement, context);
    }

    private static void Check(List<ResourcePattern> strange, StatementAccess statement, RuleContext context)
    {
        List<CatalogAction> given = [];
        foreach (GroupedAction member in S3Data.Actions.In(context.Catalog))
        {
            if (statement.Gives(member.Action) && !member.IsOpenIn(statement) && strange.Exists(pattern => member.Types.Any(type => IsMeant(type, pattern))))
                given.Add(member.Action);
        }

        if (given.Count == 0 || statement.IsKeptToAccounts(given[0]))
            return;

        string others = strange.Count == 1 ? "" : $" and {(strange.Count - 1).Times("more pattern")}";
        string match = strange.Count == 1 ? "matches" : "match";
        bool isLow = given[0].AccessLevel == AccessLevel.List || statement.Conditions.HaveSomeLimit();
        (PolicyNode, string)[] related = [.. strange.Skip(1).Select(pattern => ((PolicyNode)pattern.Text, "and this"))];
        context.Report(
            strange[0].Text,
            $"{strange[0].Text.Quoted()}{others} {match} buckets that anybody can make: the caller may {S3Data.DeedsOf(given)} there",
            isLow ? SecuritySeverity.Low : SecuritySeverity.Medium,
            related);
    }

    // No bucket has a slash in its name.
    private static bool IsMeant(CatalogResourceType type, ResourcePattern pattern) =>
        pattern.CanMatch(type) && (type.Name != "bucket" || !pattern.Text.Value.Contains('/', StringComparison.Ordinal));
}
