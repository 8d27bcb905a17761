using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3011: the role that a Studio user or a notebook works as can be exchanged.</summary>
public sealed class ExecutionRoleSwap() : PolicyRule(new RuleDescriptor
{
    Id = "PL3011",
    Name = "execution-role-swap",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Identity,
    Actions = ["iam:PassRole"],
    Supersedes = ["PL3010"],
    Title = "The role that a Studio user or a notebook works as can be exchanged",
    Why = "The caller sets another execution role on a user profile, a domain or a notebook, starts an app or opens it, and has a shell as "
        + "that role: any role that may be passed, with nothing to build or to deploy.",
    Remedy = "Leave user profiles, domains and notebooks to whoever administers them, or write out the roles that `iam:PassRole` is for. People who "
        + "work in Studio need neither: they start and open their own apps.",
    Limits = "Statements of other policies that the caller has are not known. A pattern of role names is a medium risk.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateUserProfile.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup StudioSwaps = new("sagemaker", "UpdateUserProfile", "UpdateDomain", "CreateUserProfile");

    private static readonly ActionGroup StudioOpeners = new("sagemaker", "CreatePresignedDomainUrl", "CreateApp");

    private static readonly ActionGroup NotebookSwaps = new("sagemaker", "UpdateNotebookInstance");

    private static readonly ActionGroup NotebookOpeners = new("sagemaker", "StartNotebookInstance");

    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        context.CannotJudgeActions(policy);
        if (PassRoleGrant.FindWideForSageMaker(policy) is not { } passing)
            return;

        if (!Report(StudioSwaps.FindIn(policy), StudioOpeners.FindIn(policy), passing, context))
            Report(NotebookSwaps.FindIn(policy), NotebookOpeners.FindIn(policy), passing, context);
    }

    private static bool Report(ActionGrant? swap, ActionGrant? opener, PassRoleGrant passing, RuleContext context)
    {
        if (swap is null || opener is null)
            return false;

        string roles = passing.IsOfEveryRole ? "any role of the account" : "each role of a pattern";
        context.Report(
            swap.Place,
            $"{swap.Action.Name.Quoted()} sets {roles} as the execution role, and {opener.Action.Name.Quoted()} starts what works as it",
            passing.IsOfEveryRole ? SecuritySeverity.High : SecuritySeverity.Medium,
            related: [(passing.Place, "this passes the roles"), (opener.Place, "this starts it")]);
        return true;
    }
}
