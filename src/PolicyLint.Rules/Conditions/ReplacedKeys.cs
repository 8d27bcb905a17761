namespace PolicyLint.Rules.Conditions;

/// <summary>Condition keys that AWS has replaced by others.</summary>
internal static class ReplacedKeys
{
    /// <summary>The old name of <c>aws:PrincipalArn</c>, which no request has any more.</summary>
    public const string OldPrincipalArn = "aws:ARN";

    // "This key has been deprecated. It has been replaced by …":
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html#amazonsagemaker-policy-keys
    private static readonly Dictionary<string, string> Replacements = new(StringComparer.OrdinalIgnoreCase)
    {
        [OldPrincipalArn] = "aws:PrincipalArn",
        ["sagemaker:DomainSharingOutputKmsKey"] = "sagemaker:DomainSharingOutputKmsKeyArn",
        ["sagemaker:FeatureGroupOfflineStoreKmsKey"] = "sagemaker:FeatureGroupOfflineStoreKmsKeyArn",
        ["sagemaker:FeatureGroupOnlineStoreKmsKey"] = "sagemaker:FeatureGroupOnlineStoreKmsKeyArn",
        ["sagemaker:HomeEfsFileSystemKmsKey"] = "sagemaker:VolumeKmsKeyArn",
        ["sagemaker:OutputKmsKey"] = "sagemaker:OutputKmsKeyArn",
        ["sagemaker:VolumeKmsKey"] = "sagemaker:VolumeKmsKeyArn",
    };

    /// <summary>What to write instead of a key; null where it was not replaced. Case is ignored.</summary>
    public static string? Find(string key) => Replacements.GetValueOrDefault(key);
}
