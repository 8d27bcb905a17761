using PolicyLint.Catalog;

namespace PolicyLint.Cli.Commands;

/// <summary>What a SageMaker action really is, where its access level does not tell.</summary>
/// <param name="Order">The place in a list: what lets somebody act as others comes first.</param>
/// <param name="Text">In words.</param>
internal sealed record ActionDeed(int Order, string Text)
{
    private static readonly ActionDeed RunsCode = new(3, "runs code as a role that is passed");

    private static readonly Dictionary<ActionRisk, ActionDeed> Deeds = new()
    {
        [ActionRisk.PresignedUrl] = new(0, "opens what others work in"),
        [ActionRisk.Session] = new(1, "opens a session"),
        [ActionRisk.CodeExecution] = new(2, "sets code that runs as root or as a role"),
        [ActionRisk.RoleSwap] = new(4, "swaps the role that others work with"),
        [ActionRisk.ResourcePolicy] = new(5, "shares with other accounts"),
        [ActionRisk.DataAccess] = new(6, "carries data out"),
        [ActionRisk.TagControl] = new(7, "changes tags that access depends on"),
        [ActionRisk.ModelApproval] = new(8, "approves models"),
        [ActionRisk.Purchase] = new(9, "spends up front"),
        [ActionRisk.Administration] = new(10, "administers the whole account"),
    };

    /// <summary>The deed of an action; null where it is no more than its access level says.</summary>
    public static ActionDeed? Of(CatalogAction action) =>
        Deeds.GetValueOrDefault(action.Risk) ?? (TakesRole(action) ? RunsCode : null);

    private static bool TakesRole(CatalogAction action) =>
        action.Service.Prefix == "sagemaker" && action.DependentActions.Any(dependent => dependent.FullName == "iam:PassRole");
}
