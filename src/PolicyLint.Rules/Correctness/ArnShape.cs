using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2007: a resource that is no ARN.</summary>
public sealed class ArnShape() : StatementRule(new RuleDescriptor
{
    Id = "PL2007",
    Name = "arn-shape",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    IssueCodes =
    [
        IssueCodes.InvalidArnPrefix,
        IssueCodes.MissingArnField,
        IssueCodes.InvalidPartition,
        IssueCodes.InvalidService,
        IssueCodes.InvalidArnServiceCase,
        IssueCodes.InvalidArnRegion,
        IssueCodes.InvalidArnAccount,
        IssueCodes.InvalidArnResource,
        IssueCodes.ArnRegionNotAllowed,
        IssueCodes.ArnAccountNotAllowed,
        IssueCodes.MissingArnRegion,
        IssueCodes.MissingArnAccount,
    ],
    AppliesTo = PolicyTypes.All & ~PolicyTypes.Trust,
    Needs = StatementParts.NamedResource,
    Title = "A resource that is no ARN, or one that no resource has",
    Why = "A resource is `*` or an ARN of six parts: arn, partition, service, region, account and resource. Which services leave region or account empty is fixed for each type of resource. AWS refuses anything else, or takes it and no resource ever matches, so that the statement does nothing.",
    Remedy = "Write the ARN as the service's page in the Service Authorization Reference shows it, with the real partition, region and account.",
    Limits = "A region or account that looks like a placeholder to be filled in, such as `acct-id` or `{{Region}}`, is a warning. Only what certainly never matches is reported: fields with wildcards and policy variables are passed over. A service that is newer than the catalogue is not known, so that one which resembles no other is only a warning.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-arn-prefix",
    ],
    Since = "0.1.0",
})
{
    private static readonly ImmutableArray<ArnMisfit> Misfits =
    [
        ArnMisfit.UnknownService,
        ArnMisfit.RegionNotAllowed,
        ArnMisfit.RegionMissing,
        ArnMisfit.AccountNotAllowed,
        ArnMisfit.AccountMissing,
        ArnMisfit.UnknownResource,
    ];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        foreach (ResourcePattern resource in statement.ResourcePatterns)
        {
            if (resource.Kind == ResourcePatternKind.Unresolved)
                context.CannotJudge(resource.Text, "the resource is not known before deployment");
            else if (resource.HasOrdinaryFields || resource.Kind == ResourcePatternKind.Arn)
                CheckArn(resource, context);
            else if (resource.Arn is { } arn && DefectOf(arn, context.Catalog) is { } defect)
                Report(resource, defect, Severity.Error, context);
            else if (resource.Kind == ResourcePatternKind.Malformed && !IsOtherForm(resource.Text.Value, statement.Policy.Document.Type))
                ReportText(resource, context);
        }
    }

    private static void CheckArn(ResourcePattern resource, RuleContext context)
    {
        if (!resource.HasOrdinaryFields && DefectOf(resource.Arn!, context.Catalog) is { } defect)
            Report(resource, defect, ArnDefects.HasPlaceholder(resource.Arn!) ? Severity.Warning : Severity.Error, context);
        else if (resource.FindMisfit(context.Catalog) is var misfit and not ArnMisfit.None)
            ReportMisfit(resource, misfit, context);
    }

    private static ArnDefect? DefectOf(ArnPattern arn, ServiceCatalog catalog) =>
        (arn.Partition.HasUnknown ? null : ArnDefects.OfPartition(arn.Partition, catalog)) ?? ArnDefects.OfFields(arn);

    private static void ReportMisfit(ResourcePattern resource, ArnMisfit found, RuleContext context)
    {
        foreach (ArnMisfit misfit in Misfits)
        {
            if (!found.HasFlag(misfit))
                continue;

            bool mayBeNew = misfit == ArnMisfit.UnknownService && context.Catalog.FindNearestService(resource.Arn!.Service.Text) is null;
            Report(resource, ArnDefects.OfMisfit(misfit, resource.Arn!, context.Catalog), mayBeNew ? Severity.Warning : Severity.Error, IsOfCatalog(misfit) ? context.OfCatalog() : context);
        }
    }

    private static bool IsOfCatalog(ArnMisfit misfit) => misfit is ArnMisfit.UnknownService or ArnMisfit.UnknownResource;

    private static void ReportText(ResourcePattern resource, RuleContext context)
    {
        ArnDefect defect = ArnDefects.OfText(resource.Text.Value);
        context.As(defect.Code).Report(resource.Text, $"{resource.Text.Quoted()} {defect.Text}");
    }

    private static void Report(ResourcePattern resource, ArnDefect defect, Severity severity, RuleContext context) =>
        context.As(defect.Code).Report(resource.Text, $"{resource.Text.Quoted()} never matches: {defect.Text}", severity);

    // An empty string is the grammar's matter. API Gateway completes what starts with execute-api:/ in its resource policies:
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
    private static bool IsOtherForm(string text, PolicyType type) =>
        text.Length == 0 || (type == PolicyType.Resource && text.StartsWith("execute-api:", StringComparison.Ordinal));
}
