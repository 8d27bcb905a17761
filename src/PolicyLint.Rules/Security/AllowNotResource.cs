using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1004: an Allow names the resources that it leaves out.</summary>
public sealed class AllowNotResource() : StatementRule(new RuleDescriptor
{
    Id = "PL1004",
    Name = "allow-not-resource",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Needs = StatementParts.NotResource,
    Title = "An Allow names the resources that it leaves out",
    Why = "NotResource allows the actions on everything but what is named, in any account that lets the caller in. The list goes "
        + "stale: a type of resource that AWS adds is open from the day that it exists, and actions that know no resources are always allowed.",
    Remedy = "Name the resources that are needed with Resource. To keep some out of a wider Allow, write a Deny on them beside it.",
    Limits = "Which types of resources stay open is told for SageMaker only.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-pass-role-with-not-resource",
        "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerFullAccess.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.IsNotResource && statement.Statement.NotResource is { } place)
            Check(place, statement, context);
    }

    private static void Check(PolicyStringList place, StatementAccess statement, RuleContext context)
    {
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.Kind == ResourcePatternKind.Unresolved)
            {
                context.CannotJudgeResources(statement);
                return;
            }
        }

        context.CannotJudgeActions(statement);
        List<CatalogAction> writes = [.. statement.Policy.GrantedBy(statement).Writes(context.Catalog).Where(action => IsOpen(action, statement))];
        if (writes.Count == 0)
            return;

        bool isGrave = statement.ActionPatterns.Any(pattern => pattern.Kind == ActionPatternKind.Everything) || writes.Any(IsPassRole);
        SecuritySeverity risk = isGrave ? SecuritySeverity.High : SecuritySeverity.Medium;
        context.Report(place, MessageAbout(writes, statement, context.Catalog), statement.Conditions.IsScoping ? risk - 1 : risk);
    }

    // Making a VPC endpoint needs an endpoint and a VPC: with all endpoints left out, the statement does not allow it.
    private static bool IsOpen(CatalogAction action, StatementAccess statement)
    {
        if (action.RequiresOnlyOne || !statement.CanApplyTo(action))
            return statement.CanApplyTo(action);

        foreach (CatalogActionResource resource in action.ResourceTypes)
        {
            if (resource.IsRequired && !statement.CanMatch(resource.Type))
                return false;
        }

        return true;
    }

    private static bool IsPassRole(CatalogAction action) => action.FullName == "iam:PassRole";

    private static string MessageAbout(List<CatalogAction> writes, StatementAccess statement, ServiceCatalog catalog)
    {
        string open = $"All but the resources named are open to {writes.Count.Times("write action")}";
        bool aboutSageMaker = writes.Exists(action => action.Service.Prefix == "sagemaker");
        if (!aboutSageMaker || !catalog.TryGetService("sagemaker", out CatalogService sageMaker))
            return writes.Count == 1 ? $"All but the resources named are open to `{writes[0]}`" : $"{open} such as `{writes[0]}`";

        List<string> types = [.. sageMaker.ResourceTypes.Where(statement.CanMatch).Select(type => type.Name)];
        return types.Count == 0 ? open : $"{open}, on {types.Count} of SageMaker's {sageMaker.ResourceTypes.Count} resource types: {types.Listed()}";
    }
}
