using System.Collections.Frozen;
using PolicyLint.Sources.CloudFormation;
using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Terraform;

namespace PolicyLint.Sources.Pulumi;

/// <summary>
/// The resources of Pulumi's AWS providers that hold policy documents. The classic provider is made from Terraform's, so its
/// resources are those of Terraform's table in another spelling: <c>aws_iam_role_policy</c> is
/// <c>aws:iam/rolePolicy:RolePolicy</c>, <c>assume_role_policy</c> is <c>assumeRolePolicy</c>. The native provider is made from
/// CloudFormation's types in the same way.
/// </summary>
internal static class PulumiDocuments
{
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
        .Concat(PolicyProperty.All.Where(IsOfNative).Select(static property => (
            Key: KeyOfCloudFormation(property.ResourceType),
            Attribute: new DocumentAttribute(property.ResourceType, ToCamelCase(property.Path), property.Type, property.AttachedTo))))
        .GroupBy(static row => row.Key, static row => row.Attribute, StringComparer.Ordinal)
        .ToFrozenDictionary(static same => same.Key, static same => same.ToArray(), StringComparer.Ordinal);

    /// <summary>Whether the type is of a provider whose resources are looked at.</summary>
    public static bool IsOfAws(string type) =>
        type.StartsWith("aws:", StringComparison.Ordinal) || type.StartsWith("aws-native:", StringComparison.Ordinal);

    /// <summary>
    /// Whether its documents look like those of IAM and are judged by other rules. See
    /// <see href="https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html">AWS IoT Core policies</see>.
    /// </summary>
    public static bool IsNotOfIam(string type) => type is "aws:iot/policy:Policy" or "aws-native:iot:Policy";

    /// <summary>The attributes of a type, in Pulumi's spelling; none where it is not in the tables.</summary>
    public static DocumentAttribute[] Of(string type) => ByType.GetValueOrDefault(KeyOf(type), []);

    // aws:iam/rolePolicy:RolePolicy is "iamrolepolicy".
    private static string KeyOf(string type)
    {
        if (type.Split(':') is not [var package, var module, var name])
            return type;

        if (package == "aws-native")
            return $"native {module}:{name}".ToLowerInvariant();

        int slash = module.IndexOf('/', StringComparison.Ordinal);
        string key = $"{(slash < 0 ? module : module[..slash])}{name}".ToLowerInvariant();
        return Renamed.GetValueOrDefault(key, key);
    }

    // AWS::EC2::VPCEndpoint is aws-native:ec2:VpcEndpoint: "native ec2:vpcendpoint".
    private static string KeyOfCloudFormation(string type) =>
        $"native {type["AWS::".Length..].Replace("::", ":", StringComparison.Ordinal)}".ToLowerInvariant();

    // Of two rows for policies of an organisation one is enough: their kind is asked for later.
    private static bool IsOfNative(PolicyProperty property) =>
        property is { Content: PropertyContent.Document, Type: not PolicyType.Rcp } && property.ResourceType.StartsWith("AWS::", StringComparison.Ordinal);

    private static string KeyOfTerraform(string type) => type["aws_".Length..].Replace("_", "", StringComparison.Ordinal);

    /// <summary><c>inline_policy[].policy</c> as <c>inlinePolicies[].policy</c>.</summary>
    internal static string ToCamelCase(string path) => string.Join('.', path.Split('.').Select(static step =>
    {
        string[] words = step.Replace("_policy[]", "_policies[]", StringComparison.Ordinal).Split('_');
        return string.Concat(words.Select(static (word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }));

    /// <summary><c>Policies.*.PolicyDocument</c> as <c>policies[].policyDocument</c>.</summary>
    internal static string ToCamelCase(string[] path) =>
        string.Join('.', path.Select(static step => char.ToLowerInvariant(step[0]) + step[1..])).Replace(".*", "[]", StringComparison.Ordinal);
}
