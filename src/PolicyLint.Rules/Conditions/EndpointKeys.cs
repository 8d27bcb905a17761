using System.Collections.Frozen;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Conditions;

/// <summary>
/// The keys that say whose VPC endpoint a request comes through, and the services that have them. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount">aws:VpceAccount</see>
/// and the two keys behind it.
/// </summary>
internal static class EndpointKeys
{
    private static readonly FrozenSet<string> All = new[]
    {
        "acm-pca", "applicationinsights", "apprunner", "athena", "cloudformation", "comprehendmedical", "compute-optimizer", "datasync",
        "discovery", "dynamodb", "ebs", "ecr", "ecs", "firehose", "gamelift", "healthlake", "iam", "iotfleetwise", "iotwireless",
        "kinesisanalytics", "kms", "lambda", "medical-imaging", "omics", "payment-cryptography", "polly", "rbin", "rekognition",
        "route53", "s3", "scheduler", "servicediscovery", "servicequotas", "shield", "ssm-contacts", "storagegateway", "textract",
        "transcribe", "transfer",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OnlyOrgId = new[]
    {
        "b2bi", "cassandra", "cognito-identity", "dms", "ds-data", "identitystore", "iottwinmaker", "network-firewall", "pricing", "ses",
        "sms-voice", "sqs", "workmail",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a term is on one of the keys.</summary>
    public static bool Has(ConditionTerm term) => term.IsAbout("aws:VpceAccount") || term.IsAbout("aws:VpceOrgID") || term.IsAbout("aws:VpceOrgPaths");

    /// <summary>Whether requests to a service have the key of a term.</summary>
    public static bool IsSupportedBy(CatalogService service, ConditionTerm term) =>
        All.Contains(service.Prefix) || (term.IsAbout("aws:VpceOrgID") && OnlyOrgId.Contains(service.Prefix));
}
