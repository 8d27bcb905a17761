using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3021: tags of every SageMaker resource may be changed.</summary>
public sealed class AddTagsUnscoped() : StatementRule(new RuleDescriptor
{
    Id = "PL3021",
    Name = "addtags-unscoped",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Tagging.Names,
    Title = "Tags of every SageMaker resource may be changed",
    Why = "Access by tags is as strong as the right to tag: who may not touch an endpoint of another team writes the own team's tag on "
        + "it first. Costs are booked by the same tags.",
    Remedy = "Keep AddTags, for making a tagged resource needs it, and limit it: StringEquals on `sagemaker:TaggingAction` with the "
        + "actions that create, such as CreateEndpoint, or on `aws:RequestTag/team`. Leave DeleteTags to whoever administers the tags.",
    Limits = "Whether tags decide about access in other policies is not known here.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AddTags.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Tagging = new("sagemaker", "AddTags", "DeleteTags");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Tagging, statement, context, Limits.Tags) is not { } grant)
            return;

        string message = OthersRelyOnTags(statement)
            ? $"{grant.Lets} change every tag, those too that other statements here decide access by"
            : $"{grant.Lets} change the tags of every SageMaker resource, whatever is decided by them";
        grant.Report(context, message, grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }

    private static bool OthersRelyOnTags(StatementAccess statement)
    {
        foreach (StatementAccess other in statement.Policy.Statements)
        {
            if (other != statement && (other.Conditions.Mentions("aws:ResourceTag/") || other.Conditions.Mentions("sagemaker:ResourceTag/")))
                return true;
        }

        return false;
    }
}
