using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3010: code can be run as roles that are not written out.</summary>
public sealed class PassRolePlusCreateCompute() : PolicyRule(new RuleDescriptor
{
    Id = "PL3010",
    Name = "passrole-plus-create-compute",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Identity,
    Actions = ["iam:PassRole"],
    Title = "Code can be run as roles that are not written out",
    Why = "The policy lets SageMaker have any role, or each of a pattern, and starts what runs as the role: notebooks, jobs, pipelines, "
        + "clusters, models. The caller's code then does whatever the strongest of those roles may, and need not have been told of it.",
    Remedy = "Write out the execution roles that `iam:PassRole` is for, with StringEquals on `iam:PassedToService` and "
        + "`sagemaker.amazonaws.com`. Whoever works as one role only needs no other.",
    Limits = "Only the first of the actions is named. Statements of other policies that the caller has are not known. Which roles trust SageMaker is not in the "
        + "policy. A pattern of role names is a medium risk.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        context.CannotJudgeActions(policy);
        if (PassRoleGrant.FindWideForSageMaker(policy) is not { } passing || RoleTaking.Actions.FindIn(policy) is not { } start)
            return;

        string roles = passing.IsOfEveryRole ? "any role of the account, an administrator's too" : "each role of a pattern, whoever makes it";
        context.Report(
            start.Place,
            $"{start.Action.Name.Quoted()} runs the caller's code as {roles}, for the policy passes them",
            passing.IsOfEveryRole ? SecuritySeverity.High : SecuritySeverity.Medium,
            related: (passing.Place, "this passes the roles"));
    }
}
