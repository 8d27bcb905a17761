using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2164: an action lacks one of the two resources that it needs.</summary>
public sealed class MissingCompanionResource() : PolicyRule(new RuleDescriptor
{
    Id = "PL2164",
    Name = "missing-companion-resource",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Identity,
    Services = ["sagemaker"],
    Title = "An action lacks one of the two resources that it needs",
    Why = "SageMaker asks for the permission on both resources of such a call: on the endpoint and on its configuration. Where the policy names one of them only, the call is denied when something is deployed.",
    Remedy = "Name the other resource as well, in the same statement or in another one that allows the action.",
    Limits = "Looked at are SageMaker actions of which this is known: the reference does not tell what is needed together from what is needed instead. All statements of the document count, those of other policies do not.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table",
    ],
    Since = "0.1.0",
})
{
    private static readonly (string Action, string Type, string Companion)[] Needs =
    [
        ("CreateEndpoint", "endpoint", "endpoint-config"),
        ("UpdateEndpoint", "endpoint", "endpoint-config"),
        ("CreateInferenceComponent", "inference-component", "endpoint"),
        ("AssociateTrialComponent", "experiment-trial-component", "experiment-trial"),
        ("DisassociateTrialComponent", "experiment-trial-component", "experiment-trial"),
        ("CreateTrial", "experiment-trial", "experiment"),
        ("CreateComputeQuota", "compute-quota", "cluster"),
        ("CreateClusterSchedulerConfig", "cluster-scheduler-config", "cluster"),
        ("CreateHubContentReference", "hub-content", "hub"),
        ("DeleteHubContent", "hub-content", "hub"),
        ("DeleteHubContentReference", "hub-content", "hub"),
        ("DescribeHubContent", "hub-content", "hub"),
        ("ImportHubContent", "hub-content", "hub"),
        ("ListHubContentVersions", "hub-content", "hub"),
        ("UpdateHubContent", "hub-content", "hub"),
        ("UpdateHubContentReference", "hub-content", "hub"),
    ];

    private static readonly ActionGroup Named = new("sagemaker", action => Needs.Any(need => need.Action == action.Name));

    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        if (context.Catalog.SageMaker is not { } sageMaker)
            return;

        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement is { Effect: Effect.Allow, Action: not null, Resource: not null } && !statement.CoversAnyResource && Named.MayBeIn(statement))
                Check(statement, sageMaker, context);
        }
    }

    private static void Check(StatementAccess statement, CatalogService sageMaker, RuleContext context)
    {
        foreach (ActionPattern pattern in statement.ActionPatterns.About(sageMaker))
        {
            if (pattern.Action is not { } action || action.Service != sageMaker)
                continue;

            foreach (var (name, first, second) in Needs)
            {
                if (action.Name == name && sageMaker.TryGetResourceType(first, out CatalogResourceType one) && sageMaker.TryGetResourceType(second, out CatalogResourceType other))
                    Check(pattern, action, one, other, statement, context);
            }
        }
    }

    private static void Check(ActionPattern pattern, CatalogAction action, CatalogResourceType one, CatalogResourceType other, StatementAccess statement, RuleContext context)
    {
        bool hasOne = IsAllowedOn(action, one, statement.Policy);
        bool hasOther = IsAllowedOn(action, other, statement.Policy);
        if (hasOne == hasOther)
            return;

        (CatalogResourceType named, CatalogResourceType missing) = hasOne ? (one, other) : (other, one);
        if (!statement.CanMatch(named))
            return;

        string format = missing.ArnFormats is [var text, ..] ? $", `{text}`" : "";
        context.Report(
            pattern.Text,
            $"{pattern.Text.Quoted()} is allowed on {named.Name.Quoted()} only, and needs {missing.Name.Quoted()} too{format}",
            related: (statement.Statement.Resource!, "these resources"));
    }

    private static bool IsAllowedOn(CatalogAction action, CatalogResourceType type, PolicyAccess policy)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Allow
                && (statement.IsNotAction ? statement.Actions.Contains(action.Ordinal) || statement.HasUnknownAction : statement.ActionPatterns.MayMatch(action))
                && (statement.CanMatch(type) || statement.HasUnknownResource))
                return true;
        }

        return false;
    }
}
