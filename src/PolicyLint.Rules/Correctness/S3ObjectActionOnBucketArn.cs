using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2190: an action on objects names buckets, or the other way round.</summary>
public sealed class S3ObjectActionOnBucketArn() : StatementRule(new RuleDescriptor
{
    Id = "PL2190",
    Name = "s3-object-action-on-bucket-arn",
    Category = RuleCategory.Correctness,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.All & ~PolicyTypes.Trust,
    Services = ["s3"],
    Supersedes = ["PL2008"],
    Title = "An action on objects names buckets, or the other way round",
    Why = "Objects have an ARN with a slash, buckets have one without. On the wrong kind an Allow allows nothing, and people then "
        + "widen the policy until it works; a Deny denies nothing, and nobody notices.",
    Remedy = "Write `arn:aws:s3:::bucket/*` for what is done with objects and `arn:aws:s3:::bucket` for what is done with the "
        + "bucket, or both in one Resource.",
    Limits = "A wildcard in the name, such as `arn:aws:s3:::bucket*`, matches objects too, those of every bucket that starts like "
        + "this, and is passed over. So are access points. An Allow of what is done with buckets, on objects, is a medium risk: the work on the objects goes on.",
    Sources =
    [
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html#security_iam_service-with-iam-id-based-policies-resources",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Action is null || statement.Statement.Resource is not { } resource || KindOf(statement) is not { } kind)
            return;

        List<ActionPattern> dead = [.. statement.ActionPatterns.Where(pattern => IsDead(pattern, kind, context.Catalog))];
        if (dead.Count == 0)
            return;

        string others = dead.Count == 1 ? "" : $" and {(dead.Count - 1).Times("other action")}";
        bool isDeny = statement.Statement.Effect == Effect.Deny;
        string effect = isDeny ? "denies" : "allows";
        string need = dead.Count == 1 ? "needs" : "need";
        string message = kind == "bucket"
            ? $"{dead[0].Text.Quoted()}{others} {need} an ARN of objects, with a slash, and Resource names buckets: this {effect} nothing"
            : $"{dead[0].Text.Quoted()}{others} {need} the ARN of a bucket, and Resource names objects, with a slash: this {effect} nothing";
        context.Report(dead[0].Text, message, isDeny || kind == "bucket" ? SecuritySeverity.High : SecuritySeverity.Medium, related: (resource, "on this"));
    }

    // What all the resources are: "bucket" or "object"; null where they are not all of one kind, or may be both.
    private static string? KindOf(StatementAccess statement)
    {
        string? kind = null;
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern is not { HasUnknown: false, Arn: { Service.Text: "s3", Region.Text: "", Account.Text: "" } arn })
                return null;

            string text = arn.Resource.Text;
            int slash = text.IndexOf('/', StringComparison.Ordinal);
            ReadOnlySpan<char> bucket = slash < 0 ? text : text.AsSpan(0, slash);
            if (bucket.ContainsAny('*', '?', '$') || bucket.IsEmpty)
                return null;

            string one = slash < 0 ? "bucket" : "object";
            if (kind is not null && kind != one)
                return null;

            kind = one;
        }

        return kind;
    }

    private static bool IsDead(ActionPattern pattern, string kind, ServiceCatalog catalog)
    {
        if (pattern.Service is not { Prefix: "s3" } || pattern.Kind is not (ActionPatternKind.Exact or ActionPatternKind.Wildcard))
            return false;

        bool isDead = false;
        foreach (int ordinal in pattern.Actions)
        {
            if (catalog.IsPhantom(ordinal) || !NeedsOther(catalog.GetAction(ordinal), kind))
                return false;

            isDead = true;
        }

        return isDead;
    }

    private static bool NeedsOther(CatalogAction action, string kind)
    {
        bool hasOther = false;
        foreach (CatalogActionResource resource in action.ResourceTypes)
        {
            if (resource.Type.Name == kind)
                return false;

            hasOther |= resource.Type.Name is "bucket" or "object";
        }

        return hasOther;
    }
}
