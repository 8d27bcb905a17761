using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3020: models, features and hubs can be shared with other accounts.</summary>
public sealed class ResourcePolicyWrite() : StatementRule(new RuleDescriptor
{
    Id = "PL3020",
    Name = "resource-policy-write",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Sharing.Names,
    Title = "Models, features and hubs can be shared with other accounts",
    Why = "The caller writes the policy of a model group, a feature group, a hub or a lineage group, and so lets any other account in, for as long "
        + "as nobody looks. IAM calls these actions plain writes, so that a look at permissions management does not find them.",
    Remedy = "Leave sharing to whoever administers SageMaker. Reading the policies, GetModelPackageGroupPolicy and the like, is fine.",
    Limits = "Where the policy also works with AWS RAM, which shares through PutResourcePolicy, that is a low risk. Named model groups and what only "
        + "deletes policies are a medium risk.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_PutModelPackageGroupPolicy.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-version.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Sharing = new(
        "sagemaker",
        "PutModelPackageGroupPolicy",
        "PutResourcePolicy",
        "PutLineageGroupPolicy",
        "CreateLineageGroupPolicy",
        "DeleteModelPackageGroupPolicy",
        "DeleteResourcePolicy",
        "DeleteLineageGroupPolicy");

    private static readonly ActionGroup ResourceAccessManager = new("ram", action => action.IsWrite);

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        context.CannotJudgeActions(statement);
        GroupedAction? first = null;
        bool isOpen = false;
        foreach (GroupedAction member in Sharing.In(context.Catalog))
        {
            if (!statement.Gives(member.Action))
                continue;

            first ??= member;
            isOpen |= member.IsOpenIn(statement);
        }

        if (first is null || statement.PlaceOf(first.Action) is not { } place)
            return;

        string name = first.Action.Name;
        bool deletes = name.StartsWith("Delete", StringComparison.Ordinal);
        bool isForSharing = name == "PutResourcePolicy" && ResourceAccessManager.FindIn(statement.Policy) is not null;
        string deed = deletes ? "cut off the accounts that something is shared with" : name == "PutModelPackageGroupPolicy" ? "share models with any account" : "share with any account";
        context.Report(
            place,
            $"{name.Quoted()} lets the caller {deed}, although it passes for a plain write",
            isForSharing ? SecuritySeverity.Low : isOpen && !deletes && !statement.Conditions.HaveSomeLimit() ? SecuritySeverity.High : SecuritySeverity.Medium);
    }
}
