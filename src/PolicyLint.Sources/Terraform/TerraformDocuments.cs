using System.Collections.Frozen;
using PolicyLint.Sources.Documents;
using static PolicyLint.Sources.Documents.DocumentAttribute;

namespace PolicyLint.Sources.Terraform;

/// <summary>
/// The resources and data sources of the AWS provider that hold policy documents. See
/// <see href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs">its documentation</see>.
/// </summary>
internal static class TerraformDocuments
{
    /// <summary>All of them.</summary>
    public static readonly DocumentAttribute[] All =
    [
        new("aws_iam_policy_document", "json", Type: null),
        Identity("aws_iam_policy", "policy"),
        Trust("aws_iam_role", "assume_role_policy"),
        Identity("aws_iam_role", "inline_policy[].policy"),
        Identity("aws_iam_role_policy", "policy"),
        Identity("aws_iam_user_policy", "policy"),
        Identity("aws_iam_group_policy", "policy"),
        Identity("aws_ssoadmin_permission_set_inline_policy", "inline_policy"),
        Identity("aws_transfer_access", "policy"),
        Identity("aws_transfer_user", "policy"),
        Identity("aws_rolesanywhere_profile", "session_policy"),
        new("aws_organizations_policy", "content", PolicyType.Scp),
        Resource("aws_organizations_resource_policy", "content"),

        Resource("aws_s3_bucket", "policy", PolicyResourceType.S3Bucket),
        Resource("aws_s3_bucket_policy", "policy", PolicyResourceType.S3Bucket),
        Resource("aws_s3_access_point", "policy", PolicyResourceType.S3AccessPoint),
        Resource("aws_s3control_access_point_policy", "policy", PolicyResourceType.S3AccessPoint),
        Resource("aws_s3control_multi_region_access_point_policy", "details[].policy", PolicyResourceType.S3MultiRegionAccessPoint),
        Resource("aws_s3control_object_lambda_access_point_policy", "policy", PolicyResourceType.S3ObjectLambdaAccessPoint),
        Resource("aws_s3control_access_grants_instance_resource_policy", "policy"),
        Resource("aws_s3control_bucket_policy", "policy"),
        Resource("aws_s3tables_table_bucket_policy", "resource_policy"),
        Resource("aws_s3tables_table_policy", "resource_policy"),
        Resource("aws_s3vectors_vector_bucket_policy", "policy"),
        Resource("aws_glacier_vault", "access_policy"),
        Resource("aws_glacier_vault_lock", "policy"),
        Resource("aws_media_store_container_policy", "policy"),
        Resource("aws_efs_file_system_policy", "policy"),
        Resource("aws_backup_vault_policy", "policy"),

        Resource("aws_sqs_queue", "policy"),
        Resource("aws_sqs_queue_policy", "policy"),
        Resource("aws_sns_topic", "policy"),
        Resource("aws_sns_topic_policy", "policy"),
        Resource("aws_cloudwatch_event_bus_policy", "policy"),
        Resource("aws_schemas_registry_policy", "policy"),
        Resource("aws_kinesis_resource_policy", "policy"),
        Resource("aws_msk_cluster_policy", "policy"),
        Resource("aws_cloudwatch_log_resource_policy", "policy_document"),
        Resource("aws_cloudwatch_log_destination_policy", "access_policy"),
        Resource("aws_cloudwatch_log_delivery_destination_policy", "delivery_destination_policy"),
        Resource("aws_xray_resource_policy", "policy_document"),
        Resource("aws_ses_identity_policy", "policy"),
        Resource("aws_sesv2_email_identity_policy", "policy"),

        Resource("aws_kms_external_key", "policy"),
        Resource("aws_kms_key", "policy"),
        Resource("aws_kms_key_policy", "policy"),
        Resource("aws_kms_replica_external_key", "policy"),
        Resource("aws_kms_replica_key", "policy"),
        Resource("aws_secretsmanager_secret", "policy"),
        Resource("aws_secretsmanager_secret_policy", "policy"),
        Resource("aws_acmpca_policy", "policy"),

        Resource("aws_ecr_registry_policy", "policy"),
        Resource("aws_ecr_repository_creation_template", "repository_policy"),
        Resource("aws_ecr_repository_policy", "policy"),
        Resource("aws_ecrpublic_repository_policy", "policy"),
        Resource("aws_codeartifact_domain_permissions_policy", "policy_document"),
        Resource("aws_codeartifact_repository_permissions_policy", "policy_document"),
        Resource("aws_codebuild_resource_policy", "policy"),
        Resource("aws_sagemaker_model_package_group_policy", "resource_policy"),

        Resource("aws_dynamodb_resource_policy", "policy", PolicyResourceType.DynamoDBTable),
        Resource("aws_elasticsearch_domain", "access_policies"),
        Resource("aws_elasticsearch_domain_policy", "access_policies"),
        Resource("aws_glue_resource_policy", "policy"),
        Resource("aws_opensearch_domain", "access_policies"),
        Resource("aws_opensearch_domain_policy", "access_policies"),
        Resource("aws_redshift_resource_policy", "policy"),
        Resource("aws_redshiftserverless_resource_policy", "policy"),

        Resource("aws_api_gateway_domain_name", "policy"),
        Resource("aws_api_gateway_rest_api", "policy"),
        Resource("aws_api_gateway_rest_api_policy", "policy"),
        Resource("aws_networkfirewall_resource_policy", "policy"),
        Endpoint("aws_vpc_endpoint", "policy"),
        Endpoint("aws_vpc_endpoint_policy", "policy"),
        Resource("aws_vpclattice_auth_policy", "policy"),
        Resource("aws_vpclattice_resource_policy", "policy"),

        Trust("awscc_iam_role", "assume_role_policy_document"),
        Identity("awscc_iam_role", "policies[].policy_document"),
        Identity("awscc_iam_managed_policy", "policy_document"),
    ];

    /// <summary>
    /// Resources whose documents look like those of IAM and are judged by other rules. See
    /// <see href="https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html">AWS IoT Core policies</see>.
    /// </summary>
    public static readonly FrozenSet<string> NotOfIam = FrozenSet.Create(StringComparer.Ordinal, "aws_iot_policy");

    private static readonly FrozenDictionary<string, DocumentAttribute[]> ByType = All
        .GroupBy(static attribute => attribute.ResourceType, StringComparer.Ordinal)
        .ToFrozenDictionary(static same => same.Key, static same => same.ToArray(), StringComparer.Ordinal);

    /// <summary>The attributes of a type of resource; none where it is not in the table.</summary>
    public static DocumentAttribute[] Of(string resourceType) => ByType.GetValueOrDefault(resourceType, []);
}
