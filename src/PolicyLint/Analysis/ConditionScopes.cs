using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// Which condition keys narrow an Allow, and to what. The meaning of the keys is AWS's:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">global condition keys</see>.
/// </summary>
internal static class ConditionScopes
{
    // What is left out on purpose: aws:SecureTransport (every caller can use TLS), aws:UserAgent and aws:Referer (the
    // caller writes them), aws:PrincipalType (a kind of caller is no caller).
    private static readonly Dictionary<string, ConditionScope> ByKey = new(StringComparer.OrdinalIgnoreCase)
    {
        // Whose resource it is.
        ["aws:ResourceAccount"] = ConditionScope.Resource,
        ["aws:ResourceOrgID"] = ConditionScope.Resource,
        ["aws:ResourceOrgPaths"] = ConditionScope.Resource,
        ["aws:ResourceTag/"] = ConditionScope.Resource,

        // What is asked for: the tags that come with the request.
        ["aws:RequestTag/"] = ConditionScope.Request,
        ["aws:TagKeys"] = ConditionScope.Request,

        // Who asks. IAM sets these keys; the caller cannot.
        ["aws:PrincipalArn"] = ConditionScope.Principal,
        ["aws:PrincipalAccount"] = ConditionScope.Principal,
        ["aws:PrincipalOrgID"] = ConditionScope.Principal,
        ["aws:PrincipalOrgPaths"] = ConditionScope.Principal,
        ["aws:PrincipalTag/"] = ConditionScope.Principal,
        ["aws:SourceIdentity"] = ConditionScope.Principal,
        ["aws:FederatedProvider"] = ConditionScope.Principal,
        ["aws:userid"] = ConditionScope.Principal,
        ["aws:username"] = ConditionScope.Principal,

        // From where on the network.
        ["aws:SourceIp"] = ConditionScope.Network,
        ["aws:SourceVpc"] = ConditionScope.Network,
        ["aws:SourceVpcArn"] = ConditionScope.Network,
        ["aws:SourceVpce"] = ConditionScope.Network,
        ["aws:VpcSourceIp"] = ConditionScope.Network,
        ["aws:VpceAccount"] = ConditionScope.Network,
        ["aws:VpceOrgID"] = ConditionScope.Network,
        ["aws:VpceOrgPaths"] = ConditionScope.Network,
        ["aws:Ec2InstanceSourceVpc"] = ConditionScope.Network,
        ["aws:Ec2InstanceSourcePrivateIPv4"] = ConditionScope.Network,

        // How, when and where the caller signed in: role credentials of a machine carry its ARN.
        ["aws:MultiFactorAuthPresent"] = ConditionScope.Session,
        ["aws:MultiFactorAuthAge"] = ConditionScope.Session,
        ["aws:TokenIssueTime"] = ConditionScope.Session,
        ["aws:AssumedRoot"] = ConditionScope.Session,
        ["aws:ChatbotSourceArn"] = ConditionScope.Session,
        ["ec2:SourceInstanceArn"] = ConditionScope.Session,
        ["lambda:SourceFunctionArn"] = ConditionScope.Session,
        ["ssm:SourceInstanceArn"] = ConditionScope.Session,
        ["glue:CredentialIssuingService"] = ConditionScope.Session,
        ["codebuild:BuildArn"] = ConditionScope.Session,
        ["identitystore:UserId"] = ConditionScope.Principal,
        ["sts:RoleSessionName"] = ConditionScope.Session,
        ["sts:SourceIdentity"] = ConditionScope.Principal,

        // Only somebody who was told the secret (and was asked to send it) is let in.
        ["sts:ExternalId"] = ConditionScope.Principal,

        ["aws:RequestedRegion"] = ConditionScope.Region,

        // Which service acts for the caller, or receives the role.
        ["aws:CalledVia"] = ConditionScope.Service,
        ["aws:CalledViaFirst"] = ConditionScope.Service,
        ["aws:CalledViaLast"] = ConditionScope.Service,
        ["aws:ViaAWSService"] = ConditionScope.Service,
        ["aws:PrincipalIsAWSService"] = ConditionScope.Service,
        ["aws:PrincipalServiceName"] = ConditionScope.Service,
        ["aws:PrincipalServiceNamesList"] = ConditionScope.Service,
        ["aws:SourceArn"] = ConditionScope.Service,
        ["aws:SourceAccount"] = ConditionScope.Service,
        ["aws:SourceOrgID"] = ConditionScope.Service,
        ["aws:SourceOrgPaths"] = ConditionScope.Service,
        ["iam:PassedToService"] = ConditionScope.Service,
        ["iam:AWSServiceName"] = ConditionScope.Service,
        ["kms:ViaService"] = ConditionScope.Service,
        ["kms:GrantIsForAWSResource"] = ConditionScope.Service,

        ["aws:CurrentTime"] = ConditionScope.Time,
        ["aws:EpochTime"] = ConditionScope.Time,
    };

    // "false" is what nearly every request has: only "true" narrows.
    private static readonly HashSet<string> NarrowWhenTrue = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:MultiFactorAuthPresent",
        "aws:ViaAWSService",
        "aws:PrincipalIsAWSService",
        "aws:AssumedRoot",
        "kms:GrantIsForAWSResource",
    };

    private static readonly Dictionary<string, ConditionScope>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByKey.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a key narrows to; <paramref name="known"/> is the catalogue's entry, null where it has none.</summary>
    public static ConditionScope Of(ReadOnlySpan<char> key, CatalogConditionKey? known)
    {
        ReadOnlySpan<char> prefix = key[..Math.Max(key.IndexOf(':'), 0)];
        ReadOnlySpan<char> name = key[prefix.Length..].TrimStart(':');

        // The claims of an identity provider are about the caller. Their prefix is the provider's host, often with a path.
        if (prefix.Contains('.') || prefix.Equals("saml", StringComparison.OrdinalIgnoreCase))
            return ConditionScope.Principal;

        // A key with a name inside, such as a tag's, stands in the table up to its slash.
        int slash = name.IndexOf('/');
        ReadOnlySpan<char> family = slash < 0 ? name : name[..slash];
        if (BySpan.TryGetValue(slash < 0 ? key : key[..^(name.Length - slash - 1)], out ConditionScope scope))
            return scope;

        // A service's own keys are about what it is asked to do, or do it to.
        if (known is not { IsGlobal: false })
            return ConditionScope.None;

        return slash > 0 && IsResourceTag(family) ? ConditionScope.Resource : ConditionScope.Request;
    }

    /// <summary>Whether a key is a Boolean for which only <c>true</c> narrows.</summary>
    public static bool NarrowsOnlyWhenTrue(string key) => NarrowWhenTrue.Contains(key);

    private static bool IsResourceTag(ReadOnlySpan<char> name) =>
        name.Equals("ResourceTag", StringComparison.OrdinalIgnoreCase)
        || name.Equals("ExistingObjectTag", StringComparison.OrdinalIgnoreCase)
        || name.Equals("BucketTag", StringComparison.OrdinalIgnoreCase);
}
