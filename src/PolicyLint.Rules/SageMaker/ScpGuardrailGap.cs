using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3056: a SageMaker guardrail leaves out actions that it could hold.</summary>
public sealed class ScpGuardrailGap() : PolicyRule(new RuleDescriptor
{
    Id = "PL3056",
    Name = "scp-guardrail-gap",
    Category = RuleCategory.SageMaker,
    DefaultSeverity = Severity.Suggestion,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Scp,
    Needs = StatementParts.Condition,
    Title = "A SageMaker guardrail leaves out actions that it could hold",
    Why = "A Deny that asks for subnets, an instance type, a key or isolation holds only the actions that it names. The others that take the same setting are the way around it, and AWS adds new ones.",
    Remedy = "Name every action that carries the condition key, or say in the Sid that the others are left out on purpose.",
    Limits = "Conditions beside the setting, and the resources, are not taken into account.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
        "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly string[] Settings =
    [
        "sagemaker:VpcSubnets", "sagemaker:VpcSecurityGroupIds", "sagemaker:InstanceTypes", "sagemaker:VolumeKmsKey", "sagemaker:OutputKmsKey",
        "sagemaker:NetworkIsolation", "sagemaker:InterContainerTrafficEncryption", "sagemaker:DirectInternetAccess", "sagemaker:RootAccess",
        "sagemaker:AppNetworkAccessType", "sagemaker:MinimumInstanceMetadataServiceVersion",
    ];

    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        if (context.Catalog.SageMaker is not { } sageMaker)
            return;

        foreach (string setting in Settings)
            Check(setting, policy, sageMaker, context);
    }

    private static void Check(string setting, PolicyAccess policy, CatalogService sageMaker, RuleContext context)
    {
        PolicyNode? first = null;
        ActionSet held = ActionSet.Empty;
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement is not { Effect: Effect.Deny, Condition: not null } || !statement.Conditions.Mentions(setting))
                continue;

            first ??= (PolicyNode?)statement.Statement.Action ?? statement.Statement.NotAction;
            if (statement.HasUnknownAction)
            {
                context.CannotJudgeActions(statement);
                return;
            }

            held = held.Union(statement.Actions);
        }

        if (first is null)
            return;

        List<string> missing = [];
        bool holdsOne = false;
        foreach (CatalogAction action in sageMaker.Actions)
        {
            if (!Carries(action, setting))
                continue;

            if (held.Contains(action.Ordinal))
                holdsOne = true;
            else if (!policy.DeniedEverywhere.Contains(action.Ordinal))
                missing.Add(action.FullName);
        }

        if (holdsOne && missing.Count > 0)
            context.Report(first, $"The guardrail on `{setting}` leaves out {missing.Listed()}");
    }

    private static bool Carries(CatalogAction action, string key)
    {
        if (action.ConditionKeys.TryFind(key, out _))
            return true;

        foreach (CatalogActionResource resource in action.ResourceTypes)
        {
            if (resource.ConditionKeys.TryFind(key, out _))
                return true;
        }

        return false;
    }
}
