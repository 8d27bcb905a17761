using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2168: an action or ARN that a policy of this resource cannot have.</summary>
public sealed class NotOfAttachedResource() : StatementRule(new RuleDescriptor
{
    Id = "PL2168",
    Name = "not-of-attached-resource",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Resource,
    IssueCodes = [IssueCodes.UnsupportedActionInPolicy, IssueCodes.UnsupportedResourceArnInPolicy],
    Title = "An action or ARN that a policy of this resource cannot have",
    Why = "The policy of a resource is asked only about that resource. AWS refuses actions of another service and ARNs of another kind, or takes them and they do nothing.",
    Remedy = "Name actions of the resource's service, and the ARN of the resource or of what is in it.",
    Limits = "Only looked at where the resource is named (`--resource-type AWS::S3::Bucket`), for the types that Access Analyzer knows.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-action-in-policy",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-resource-arn-in-policy",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Policy.Document.ResourceType is not { } attached || !TryFindTypes(attached, context.Catalog, out CatalogResourceType[] types))
            return;

        // Through an access point one does to the bucket what its policy allows.
        CatalogResourceType[] worked = attached is PolicyResourceType.S3AccessPoint or PolicyResourceType.S3MultiRegionAccessPoint ? [.. types, .. FindTypes("s3", ["bucket", "object"], context.Catalog)] : types;
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Kind is ActionPatternKind.Exact or ActionPatternKind.Wildcard && !pattern.Actions.IsEmpty && !WorksOnOne(pattern.Actions, worked, context.Catalog))
                context.As(IssueCodes.UnsupportedActionInPolicy).Report(pattern.Text, $"{pattern.Text.Quoted()} does nothing in a policy of {attached.ToName().Quoted()}: the action does not work on such a resource");
        }

        foreach (ResourcePattern resource in statement.ResourcePatterns)
        {
            if (resource.Kind is ResourcePatternKind.Arn or ResourcePatternKind.Everything && IsOther(resource, attached, types))
                context.As(IssueCodes.UnsupportedResourceArnInPolicy).Report(resource.Text, $"{resource.Text.Quoted()} is no resource that a policy of {attached.ToName().Quoted()} may name");
        }
    }

    private static bool IsOther(ResourcePattern resource, PolicyResourceType attached, CatalogResourceType[] types)
    {
        // S3 wants the ARN of the bucket or access point; DynamoDB takes * for the table.
        if (resource.Kind == ResourcePatternKind.Everything)
            return attached != PolicyResourceType.DynamoDBTable;

        return !resource.CanMatchAny(types);
    }

    private static bool WorksOnOne(ActionSet actions, CatalogResourceType[] types, ServiceCatalog catalog)
    {
        foreach (int ordinal in actions)
        {
            // What AWS has added to the service since may work on it.
            if (ordinal == catalog.UnknownServiceOrdinal || (catalog.IsPhantom(ordinal) && catalog.GetServiceOfOrdinal(ordinal) == types[0].Service))
                return true;

            if (!catalog.IsPhantom(ordinal) && WorksOnOne(catalog.GetAction(ordinal), types))
                return true;
        }

        return false;
    }

    private static bool WorksOnOne(CatalogAction action, CatalogResourceType[] types)
    {
        foreach (CatalogActionResource target in action.ResourceTypes)
        {
            if (types.Contains(target.Type))
                return true;
        }

        return false;
    }

    private static bool TryFindTypes(PolicyResourceType attached, ServiceCatalog catalog, out CatalogResourceType[] types)
    {
        types = attached switch
        {
            PolicyResourceType.S3Bucket => FindTypes("s3", ["bucket", "object"], catalog),
            PolicyResourceType.S3AccessPoint => FindTypes("s3", ["accesspoint", "accesspointobject"], catalog),
            PolicyResourceType.S3MultiRegionAccessPoint => FindTypes("s3", ["multiregionaccesspoint", "accesspointobject", "accesspoint"], catalog),
            PolicyResourceType.S3ObjectLambdaAccessPoint => FindTypes("s3-object-lambda", ["objectlambdaaccesspoint"], catalog),
            PolicyResourceType.DynamoDBTable => FindTypes("dynamodb", ["table", "index", "stream"], catalog),
            _ => [],
        };
        return types.Length > 0;
    }

    private static CatalogResourceType[] FindTypes(string service, string[] names, ServiceCatalog catalog) =>
        catalog.TryGetService(service, out CatalogService found) ? [.. found.ResourceTypes.Where(type => names.Contains(type.Name))] : [];
}
