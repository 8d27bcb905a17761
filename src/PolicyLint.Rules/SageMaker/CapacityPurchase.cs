using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3031: capacity can be bought among other things.</summary>
public sealed class CapacityPurchase() : StatementRule(new RuleDescriptor
{
    Id = "PL3031",
    Name = "capacity-purchase",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Buying.Names,
    Title = "Capacity can be bought among other things",
    Why = "A training plan reserves accelerators, is paid up front, and is not given back. The right to buy "
        + "hides in `sagemaker:Create*` and `sagemaker:*`; ExtendTrainingPlan knows no resources, so that no ARN keeps it out.",
    Remedy = "Leave buying to a policy of its own, for those who answer for the money. To train on a plan that is there, CreateTrainingJob on its ARN is enough.",
    Limits = "A policy that names nothing else is for buying, and is not reported.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/reserve-capacity-with-training-plans.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Buying = new("sagemaker", "CreateTrainingPlan", "ExtendTrainingPlan", "CreateReservedCapacity");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        context.CannotJudgeActions(statement);
        foreach (GroupedAction member in Buying.In(context.Catalog))
        {
            if (!statement.Gives(member.Action) || statement.PlaceOf(member.Action) is not { } place)
                continue;

            if (!IsForBuying(statement.Policy))
                context.Report(place, $"{member.Action.Name.Quoted()} lets the caller buy accelerator capacity up front, which is not given back", statement.Conditions.HaveSomeLimit() ? SecuritySeverity.Low : SecuritySeverity.Medium);

            return;
        }
    }

    // Names buying and nothing else that changes anything, tags apart.
    private static bool IsForBuying(PolicyAccess policy)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect != Effect.Allow)
                continue;

            if (statement.IsNotAction || !statement.ActionPatterns.AreAllExact)
                return false;

            foreach (ActionPattern pattern in statement.ActionPatterns)
            {
                if (pattern.Action is { IsWrite: true, Risk: not (ActionRisk.Purchase or ActionRisk.TagControl) })
                    return false;
            }
        }

        return true;
    }
}
