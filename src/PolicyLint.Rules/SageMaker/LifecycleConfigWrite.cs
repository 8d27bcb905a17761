using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3015: scripts that run as root on notebooks can be written.</summary>
public sealed class LifecycleConfigWrite() : StatementRule(new RuleDescriptor
{
    Id = "PL3015",
    Name = "lifecycle-config-write",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = [.. Writing.Names, .. Attaching.Names],
    Supersedes = ["PL5006"],
    Title = "Scripts that run as root on notebooks can be written",
    Why = "A lifecycle configuration is a shell script that runs at each start, as root, even where users have no root access, and with the "
        + "execution role of the notebook or the app. Who changes one that others use runs code as all of them; who may attach one as well needs nobody.",
    Remedy = "Leave lifecycle configurations to whoever administers SageMaker. Let users attach approved ones: ForAllValues:ArnEquals on "
        + "`sagemaker:NotebookInstanceLifecycleConfigArns` or `sagemaker:StudioLifecycleConfigArns`, with a Null check.",
    Limits = "Configurations of a name or a prefix, which nothing in the policy attaches, are a medium risk. Who may attach them by another policy is not known.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Writing = new(
        "sagemaker",
        "UpdateNotebookInstanceLifecycleConfig",
        "CreateNotebookInstanceLifecycleConfig",
        "CreateStudioLifecycleConfig");

    private static readonly ActionGroup Attaching = new(
        "sagemaker",
        "UpdateNotebookInstance",
        "CreateNotebookInstance",
        "UpdateDomain",
        "UpdateUserProfile",
        "UpdateSpace",
        "CreateSpace",
        "CreateApp");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        context.CannotJudgeActions(statement);
        GroupedAction? first = null;
        bool isOpen = false;
        foreach (GroupedAction member in Writing.In(context.Catalog))
        {
            if (!statement.Gives(member.Action))
                continue;

            first ??= member;
            isOpen |= member.IsOpenIn(statement);
        }

        if (first is null || statement.PlaceOf(first.Action) is not { } place || statement.Conditions.IsLimitedBy(ConditionScope.Resource))
            return;

        ActionGrant? attach = Attaching.FindIn(statement.Policy, IsFreeToAttach);
        bool isGrave = (isOpen || attach is not null) && !statement.Conditions.HaveSomeLimit();
        SecuritySeverity risk = isGrave ? SecuritySeverity.High : SecuritySeverity.Medium;
        string start = $"{first.Action.Name.Quoted()} lets the caller write scripts that run as root";
        if (attach is null)
            context.Report(place, $"{start}, with the role of each notebook that starts with them", risk);
        else
            context.Report(place, $"{start}, and {attach.Action.Name.Quoted()} attaches them", risk, related: (attach.Place, "attached by this"));
    }

    private static bool IsFreeToAttach(StatementAccess statement) =>
        !statement.Conditions.Mentions("sagemaker:NotebookInstanceLifecycleConfigArns") && !statement.Conditions.Mentions("sagemaker:StudioLifecycleConfigArns");
}
