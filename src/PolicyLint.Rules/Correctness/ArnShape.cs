using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2007: a resource that is no ARN.</summary>
public sealed class ArnShape() : Rule(new RuleDescriptor
{
    Id = "PL2007",
    Name = "arn-shape",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidArnPrefix],
    AppliesTo = PolicyTypes.All & ~PolicyTypes.Trust,
    Title = "A resource that is no ARN",
    Why = "A resource is `*` or an ARN of six parts: arn, partition, service, region, account and resource. AWS refuses anything else, or takes it and no resource ever matches, so that the statement does nothing.",
    Remedy = "Write the ARN as the service's page in the Service Authorization Reference shows it, with the real partition, region and account.",
    Limits = "A region or account that looks like a placeholder to be filled in, such as `acct-id` or `{{Region}}`, is a warning. Only what certainly never matches is reported. Whether the service in the ARN exists and what comes after the account is not looked at here.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-arn-prefix",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        foreach (ResourcePattern resource in statement.ResourcePatterns)
        {
            if (resource.HasOrdinaryFields)
                continue;

            if (resource.Kind == ResourcePatternKind.Unresolved)
                context.CannotJudge(resource.Text, "the resource is not known before deployment");
            else if (resource.Arn is { } arn)
                CheckFields(resource, arn, context);
            else if (resource.Kind == ResourcePatternKind.Malformed && !IsOtherForm(resource.Text.Value, statement.Policy.Document.Type))
                context.Report(resource.Text, $"{resource.Text.Quoted()} {ArnDefects.OfText(resource.Text.Value)}");
        }
    }

    private static void CheckFields(ResourcePattern resource, ArnPattern arn, RuleContext context)
    {
        if (!arn.Partition.HasUnknown && ArnDefects.OfPartition(arn.Partition, context.Catalog) is { } partition)
            context.Report(resource.Text, $"{resource.Text.Quoted()} never matches: {partition}");
        else if (ArnDefects.OfFields(arn) is { } field)
            context.Report(resource.Text, $"{resource.Text.Quoted()} never matches: {field}", ArnDefects.HasPlaceholder(arn) ? Severity.Warning : Severity.Error);
    }

    // An empty string is the grammar's matter. API Gateway completes what starts with execute-api:/ in its resource policies:
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
    private static bool IsOtherForm(string text, PolicyType type) =>
        text.Length == 0 || (type == PolicyType.Resource && text.StartsWith("execute-api:", StringComparison.Ordinal));
}
