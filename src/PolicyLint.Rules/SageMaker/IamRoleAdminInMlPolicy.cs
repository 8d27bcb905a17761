using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3017: a policy for machine learning administers roles.</summary>
public sealed class IamRoleAdminInMlPolicy() : StatementRule(new RuleDescriptor
{
    Id = "PL3017",
    Name = "iam-role-admin-in-ml-policy",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Critical,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Administration.Names,
    Supersedes = ["PL5001", "PL5002"],
    Title = "A policy for machine learning administers roles",
    Why = "Who may attach any policy to any role, or say who may assume it, or make keys of other users, is the administrator of the "
        + "account, by one call. It stands in policies for data scientists because the SageMaker console offers to make an execution role.",
    Remedy = "Make the execution roles beforehand. Where teams must make their own: a path of roles in Resource, and StringEquals on "
        + "`iam:PermissionsBoundary` with a boundary that those roles cannot leave.",
    Limits = "Only policies that also name SageMaker actions are looked at. CreateRole alone gives the new role nothing: a medium risk. Whether a "
        + "boundary holds is not in the policy.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Administration = new(
        "iam",
        "AttachRolePolicy",
        "PutRolePolicy",
        "UpdateAssumeRolePolicy",
        "CreatePolicyVersion",
        "SetDefaultPolicyVersion",
        "CreateAccessKey",
        "CreateRole");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        // What NotAction lets through is for PL1003.
        if (statement.IsNotAction || context.Catalog.SageMaker is not { } sageMaker || !IsAbout(sageMaker, statement.Policy))
            return;

        if (OpenGrant.Find(Administration, statement, context, ConditionScope.Resource) is not { } grant || statement.Conditions.Constrains("iam:PermissionsBoundary"))
            return;

        grant.Report(context, $"{grant.Lets} {DeedOf(grant.First)}", RiskOf(grant));
    }

    private static SecuritySeverity RiskOf(OpenGrant grant)
    {
        if (grant.First.Name == "CreateRole")
            return SecuritySeverity.Medium;

        bool isOfNamedPolicies = grant.First.Name == "AttachRolePolicy" && grant.Statement.Conditions.Constrains("iam:PolicyARN");
        return isOfNamedPolicies ? SecuritySeverity.Low : grant.IsLimited ? SecuritySeverity.High : SecuritySeverity.Critical;
    }

    private static string DeedOf(CatalogAction action) => action.Name switch
    {
        "UpdateAssumeRolePolicy" => "say who may assume any role, an administrator's too",
        "CreatePolicyVersion" or "SetDefaultPolicyVersion" => "write anew what the account's policies allow",
        "CreateAccessKey" => "make keys of any user, and so be any user",
        "CreateRole" => "make roles without a boundary, that anybody named in them may assume",
        _ => "give any role any permission, the caller's own role included",
    };

    // A policy for everything is not one for machine learning: it must name SageMaker.
    private static bool IsAbout(CatalogService service, PolicyAccess policy)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            foreach (ActionPattern pattern in statement.ActionPatterns)
            {
                if (pattern.Service == service)
                    return true;
            }
        }

        return false;
    }
}
