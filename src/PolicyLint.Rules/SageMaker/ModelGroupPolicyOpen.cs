using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3055: a SageMaker resource is open to everybody, or to writes of another account.</summary>
public sealed class ModelGroupPolicyOpen() : StatementRule(new RuleDescriptor
{
    Id = "PL3055",
    Name = "model-group-policy-open",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Resource,
    LooksAt = Effect.Allow,
    Needs = StatementParts.Principal,
    Title = "A SageMaker resource is open to everybody, or to writes of another account",
    Why = "A model group, feature group or pipeline that others may write to takes their models into your deployment: a model package is code that runs as your role. Open to everybody, it is the same for all the world.",
    Remedy = "Name the role of the other account, allow it to read only, and ask for `aws:PrincipalOrgID`.",
    Limits = "Only resources that have a policy or can be shared are looked at: model groups and packages, feature groups, pipelines, hubs, lineage groups. The owner is read from them; where they have no account, only Principal `*` is found.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-version.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-ram-promote.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly string[] TypesWithPolicy =
        ["model-package-group/", "model-package/", "feature-group/", "pipeline/", "lineage-group/", "hub/", "hub-content/", "sagemaker-catalog/"];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (context.Catalog.SageMaker is not { } sageMaker || statement.Statement.Principal is not { } principal || !IsAbout(statement, sageMaker))
            return;

        if ((statement.Conditions.Scopes & (ConditionScope.Principal | ConditionScope.Service)) != 0)
            return;

        ActionSet granted = statement.Policy.GrantedBy(statement).Intersect(sageMaker.AllActions());
        if (granted.IsEmpty)
            return;

        if (principal.IsEverybody)
            context.Report(EverybodyIn(principal), "Everybody is let in to this SageMaker resource, whatever account they come from");
        else if (granted.Writes(context.Catalog).FirstOrDefault() is { Ordinal: var ordinal } && granted.Contains(ordinal) && OtherAccount(principal, statement) is { } other)
            context.Report(other, $"Another account, {other.Quoted()}, may change this SageMaker resource: `{context.Catalog.GetAction(ordinal)}`");
    }

    // A VPC endpoint policy looks like a resource policy, and everybody may be fine there: what tells is a resource of a type
    // that has a policy, or can be shared by one.
    private static bool IsAbout(StatementAccess statement, CatalogService sageMaker)
    {
        if (statement.IsNotResource || (!statement.IsNotAction && !statement.ActionPatterns.MayMatch(sageMaker)))
            return false;

        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.Arn is { Service: { IsLiteral: true, Text: "sagemaker" }, Resource.Text: var resource } && HasPolicy(resource))
                return true;
        }

        return false;
    }

    private static bool HasPolicy(string resource)
    {
        foreach (string type in TypesWithPolicy)
        {
            if (resource.StartsWith(type, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static PolicyNode EverybodyIn(Principal principal)
    {
        foreach (PolicyString value in principal.Of(PrincipalValues.Account))
        {
            if (value.Value == "*")
                return value;
        }

        return principal;
    }

    private static PolicyString? OtherAccount(Principal principal, StatementAccess statement)
    {
        foreach (PolicyString value in principal.Of(PrincipalValues.Account))
        {
            if (!value.HasUnknown && AccountOf(value.Value) is { } account && !IsOwner(account, statement))
                return value;
        }

        return null;
    }

    private static string? AccountOf(string principal) => principal.Split(':') switch
    {
        [_, _, _, _, { Length: 12 } account, ..] => account,
        [{ Length: 12 } account] => account,
        _ => null,
    };

    // Where the resources do not tell whose they are, nobody is another account.
    private static bool IsOwner(string account, StatementAccess statement)
    {
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.Arn is { Account: { IsLiteral: true } owner } && owner.Text.Length == 12)
                return owner.Text == account;
        }

        return true;
    }
}
