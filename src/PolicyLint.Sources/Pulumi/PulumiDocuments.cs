using System.Collections.Frozen;
using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Terraform;
using static PolicyLint.Sources.Documents.DocumentAttribute;

namespace PolicyLint.Sources.Pulumi;

/// <summary>
/// The resources of Pulumi's AWS providers that hold policy documents. The classic provider is made from Terraform's, so its
/// resources are those of Terraform's table in another spelling: <c>aws_iam_role_policy</c> is
/// <c>aws:iam/rolePolicy:RolePolicy</c>, <c>assume_role_policy</c> is <c>assumeRolePolicy</c>.
/// </summary>
internal static class PulumiDocuments
{
    // The native provider is made from CloudFormation's types.
    private static readonly DocumentAttribute[] Native =
    [
        Trust("aws-native:iam:Role", "assumeRolePolicyDocument"),
        Identity("aws-native:iam:Role", "policies[].policyDocument"),
        Identity("aws-native:iam:User", "policies[].policyDocument"),
        Identity("aws-native:iam:Group", "policies[].policyDocument"),
        Identity("aws-native:iam:ManagedPolicy", "policyDocument"),
        Identity("aws-native:iam:RolePolicy", "policyDocument"),
        Identity("aws-native:iam:UserPolicy", "policyDocument"),
        Identity("aws-native:iam:GroupPolicy", "policyDocument"),
        Identity("aws-native:sso:PermissionSet", "inlinePolicy"),
        Endpoint("aws-native:ec2:VpcEndpoint", "policyDocument"),
        Resource("aws-native:s3:BucketPolicy", "policyDocument", PolicyResourceType.S3Bucket),
        Resource("aws-native:s3:AccessPoint", "policy", PolicyResourceType.S3AccessPoint),
        Resource("aws-native:s3:MultiRegionAccessPointPolicy", "policy", PolicyResourceType.S3MultiRegionAccessPoint),
        Resource("aws-native:s3objectlambda:AccessPointPolicy", "policyDocument", PolicyResourceType.S3ObjectLambdaAccessPoint),
        Resource("aws-native:sqs:QueuePolicy", "policyDocument"),
        Resource("aws-native:sqs:QueueInlinePolicy", "policyDocument"),
        Resource("aws-native:sns:TopicPolicy", "policyDocument"),
        Resource("aws-native:sns:TopicInlinePolicy", "policyDocument"),
        Resource("aws-native:kms:Key", "keyPolicy"),
        Resource("aws-native:kms:ReplicaKey", "keyPolicy"),
        Resource("aws-native:ecr:Repository", "repositoryPolicyText"),
        Resource("aws-native:ecr:RegistryPolicy", "policyText"),
        Resource("aws-native:secretsmanager:ResourcePolicy", "resourcePolicy"),
        Resource("aws-native:sagemaker:ModelPackageGroup", "modelPackageGroupPolicy"),
        Resource("aws-native:opensearchservice:Domain", "accessPolicies"),
        Resource("aws-native:apigateway:RestApi", "policy"),
        Resource("aws-native:efs:FileSystem", "fileSystemPolicy"),
        Resource("aws-native:backup:BackupVault", "accessPolicy"),
        Resource("aws-native:dynamodb:Table", "resourcePolicy.policyDocument", PolicyResourceType.DynamoDBTable),
    ];

    // Resources that the classic provider calls otherwise than Terraform does.
    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["ec2vpcendpoint"] = "vpcendpoint",
        ["ec2vpcendpointpolicy"] = "vpcendpointpolicy",
        ["s3bucketv2"] = "s3bucket",
        ["codeartifactdomainpermissions"] = "codeartifactdomainpermissionspolicy",
        ["codeartifactrepositorypermissions"] = "codeartifactrepositorypermissionspolicy",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DocumentAttribute[]> ByType = TerraformDocuments.All
        .Where(static attribute => attribute.ResourceType.StartsWith("aws_", StringComparison.Ordinal))
        .Select(static attribute => (
            Key: KeyOfTerraform(attribute.ResourceType),
            Attribute: new DocumentAttribute(attribute.ResourceType, ToCamelCase(attribute.Path), attribute.Type, attribute.AttachedTo)))
        .Concat(Native.Select(static attribute => (Key: attribute.ResourceType, Attribute: attribute)))
        .GroupBy(static row => row.Key, static row => row.Attribute, StringComparer.Ordinal)
        .ToFrozenDictionary(static same => same.Key, static same => same.ToArray(), StringComparer.Ordinal);

    /// <summary>Whether the type is of a provider whose resources are looked at.</summary>
    public static bool IsOfAws(string type) =>
        (type.StartsWith("aws:", StringComparison.Ordinal) || type.StartsWith("aws-native:", StringComparison.Ordinal))
        && type is not "aws:iot/policy:Policy" and not "aws-native:iot:Policy";

    /// <summary>The attributes of a type, in Pulumi's spelling; none where it is not in the tables.</summary>
    public static DocumentAttribute[] Of(string type) => ByType.GetValueOrDefault(KeyOf(type), []);

    // aws:iam/rolePolicy:RolePolicy is "iamrolepolicy".
    private static string KeyOf(string type)
    {
        if (type.Split(':') is not ["aws", var module, var name])
            return type;

        int slash = module.IndexOf('/', StringComparison.Ordinal);
        string key = $"{(slash < 0 ? module : module[..slash])}{name}".ToLowerInvariant();
        return Renamed.GetValueOrDefault(key, key);
    }

    private static string KeyOfTerraform(string type) => type["aws_".Length..].Replace("_", "", StringComparison.Ordinal);

    /// <summary><c>inline_policy[].policy</c> as <c>inlinePolicies[].policy</c>.</summary>
    internal static string ToCamelCase(string path) => string.Join('.', path.Split('.').Select(static step =>
    {
        string[] words = step.Replace("_policy[]", "_policies[]", StringComparison.Ordinal).Split('_');
        return string.Concat(words.Select(static (word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }));
}
