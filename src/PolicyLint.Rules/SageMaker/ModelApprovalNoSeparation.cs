using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3027: whoever registers a model can approve it.</summary>
public sealed class ModelApprovalNoSeparation() : StatementRule(new RuleDescriptor
{
    Id = "PL3027",
    Name = "model-approval-no-separation",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Title = "Whoever registers a model can approve it",
    Why = "Pipelines deploy the versions that are approved. Who may set the approval along with the version needs nobody else to bring "
        + "a model, or what is packed into it, to production.",
    Remedy = "Ask in Condition for StringEquals on `sagemaker:ModelApprovalStatus` and PendingManualApproval. Leave approving to another role.",
    Limits = "The role that approves is reported as well: switch the rule off for its policy.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-approve.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Registering = new("sagemaker", "UpdateModelPackage", "CreateModelPackage");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        context.CannotJudgeActions(statement);
        if (DecidesApproval(statement))
            return;

        foreach (GroupedAction member in Registering.In(context.Catalog))
        {
            if (statement.Gives(member.Action) && statement.PlaceOf(member.Action) is { } place && !IsDenied(statement.Policy, member))
            {
                context.Report(place, $"{member.Action.Name.Quoted()} lets the caller approve the model that it registers, and approved models are deployed");
                return;
            }
        }
    }

    private static bool IsDenied(PolicyAccess policy, GroupedAction member)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Deny && DecidesApproval(statement) && statement.PlaceOf(member.Action) is not null)
                return true;
        }

        return false;
    }

    // With StringNotEquals the key may be missing: then nothing is approved.
    private static bool DecidesApproval(StatementAccess statement)
    {
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Operator is { Family: not OperatorFamily.Null }
                && (term.IsAbout("sagemaker:ModelApprovalStatus") || term.IsAbout("sagemaker:ModelLifeCycle:Stage") || term.IsAbout("sagemaker:ModelLifeCycle:StageStatus")))
            {
                return true;
            }
        }

        return false;
    }
}
