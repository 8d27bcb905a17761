using System.Buffers;
using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Conditions;

/// <summary>What values a condition key can have at all: certain words, or texts of a certain form.</summary>
internal sealed class KeyVocabulary
{
    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly Dictionary<string, KeyVocabulary> ByKey = new(StringComparer.OrdinalIgnoreCase)
    {
        // The enumerations of the API: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Types.html
        ["sagemaker:AppNetworkAccessType"] = Words("PublicInternetOnly", "VpcOnly"),
        ["sagemaker:AuthMode"] = Words("SSO", "IAM"),
        ["sagemaker:DirectInternetAccess"] = Words("Enabled", "Disabled"),
        ["sagemaker:FileSystemAccessMode"] = Words("ro", "rw"),
        ["sagemaker:FileSystemType"] = Words("EFS", "FSxLustre"),
        ["sagemaker:MinimumInstanceMetadataServiceVersion"] = Words("1", "2"),
        ["sagemaker:ModelApprovalStatus"] = Words("Approved", "Rejected", "PendingManualApproval"),
        ["sagemaker:RemoteAccess"] = Words("ENABLED", "DISABLED"),
        ["sagemaker:RootAccess"] = Words("Enabled", "Disabled"),
        ["sagemaker:SpaceSharingType"] = Words("Private", "Shared"),
        ["sagemaker:WorkteamType"] = Words("public-crowd", "private-crowd", "vendor-crowd"),
        ["sagemaker:InstanceTypes"] = Form("an instance type such as `ml.m5.large`", "ml.*", static (text, _) => text is "system" || text.StartsWith("ml.", StringComparison.Ordinal)),
        ["sagemaker:TaggingAction"] = Form("an action of SageMaker such as `CreateEndpoint`", "*", static (text, catalog) => catalog.TryGetAction("sagemaker", text, out _)),
        ["sagemaker:VpcSecurityGroupIds"] = Form("a security group such as `sg-0a1b2c3d`", "sg-*", static (text, _) => text.StartsWith("sg-", StringComparison.Ordinal)),
        ["sagemaker:VpcSubnets"] = Form("a subnet such as `subnet-0a1b2c3d`", "subnet-*", static (text, _) => text.StartsWith("subnet-", StringComparison.Ordinal)),

        // "Use the prefix 'vpc-' followed by 8 or 17 alphanumeric characters."
        ["aws:SourceVpc"] = Form("a VPC: `vpc-` and 8 or 17 letters and digits", "vpc-*", static (text, _) => IsId(text, "vpc-"), IssueCodes.InvalidVpcFormat),
        ["aws:SourceVpce"] = Form("a VPC endpoint: `vpce-` and 8 or 17 letters and digits", "vpce-*", static (text, _) => IsId(text, "vpce-"), IssueCodes.InvalidVpceFormat),
        ["aws:RequestedRegion"] = OfRegion(),
        ["ec2:Region"] = OfRegion(),
        ["s3:x-amz-server-side-encryption-aws-kms-key-id"] = OfKmsKey(),
        ["s3express:x-amz-server-side-encryption-aws-kms-key-id"] = OfKmsKey(),
    };

    private static readonly KeyVocabulary KmsKey = OfKmsKey();

    private readonly ImmutableArray<string> _words;
    private readonly Func<string, ServiceCatalog, bool>? _isForm;
    private readonly Func<Glob, bool>? _mayMatch;

    private KeyVocabulary(string expected, ImmutableArray<string> words, Func<string, ServiceCatalog, bool>? isForm, Func<Glob, bool>? mayMatch, IssueCode? code)
    {
        Expected = expected;
        _words = words;
        _isForm = isForm;
        _mayMatch = mayMatch;
        Code = code;
    }

    /// <summary>The values in words, for a message: <c>`Enabled` or `Disabled`</c>.</summary>
    public string Expected { get; }

    /// <summary>The check of the service that is about these values; null where it has none.</summary>
    public IssueCode? Code { get; }

    /// <summary>What values the key can have; null where that is not known.</summary>
    public static KeyVocabulary? Of(string key) =>
        ByKey.TryGetValue(key, out KeyVocabulary? known) ? known : key.EndsWith("KmsKeyArn", StringComparison.OrdinalIgnoreCase) ? KmsKey : null;

    /// <summary>Whether a request can have a value that the operator compares equal to this one.</summary>
    public bool CanMatch(string value, ConditionOperator @operator, ServiceCatalog catalog)
    {
        bool ignoreCase = @operator.Name.EndsWith("IgnoreCase", StringComparison.Ordinal);
        if (@operator.AllowsWildcards && value.AsSpan().ContainsAny('*', '?'))
        {
            Glob pattern = Glob.Parse(value);
            return _mayMatch is null ? _words.Any(word => pattern.Matches(word)) : _mayMatch(pattern);
        }

        return _isForm is null
            ? _words.Contains(value, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
            : _isForm(ignoreCase ? value.ToLowerInvariant() : value, catalog);
    }

    private static KeyVocabulary Words(params ImmutableArray<string> words) =>
        new($"{string.Join(", ", words[..^1].Select(static word => word.Quoted()))} or {words[^1].Quoted()}", words, isForm: null, mayMatch: null, code: null);

    private static KeyVocabulary Form(string expected, string pattern, Func<string, ServiceCatalog, bool> isForm, IssueCode? code = null)
    {
        Glob all = Glob.Parse(pattern);
        return new(expected, [], isForm, all.Intersects, code);
    }

    private static KeyVocabulary OfRegion() =>
        new("a Region such as `eu-west-1`", [], static (text, _) => Regions.Contains(text), Regions.AnyMatches, IssueCodes.InvalidRegion);

    private static KeyVocabulary OfKmsKey() =>
        Form("the ARN of a KMS key: `arn:aws:kms:<region>:<account>:key/<id>`", "arn:*:kms:*:*:key/*", static (text, _) => IsKmsKey(text), IssueCodes.InvalidKmsKeyValue);

    private static bool IsKmsKey(string text) =>
        ArnPattern.TryParse(text, policyVariables: false, out ArnPattern? arn)
        && arn.Service.Text == "kms"
        && arn.Resource.Text.StartsWith("key/", StringComparison.Ordinal);

    private static bool IsId(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal)
        && text.Length - prefix.Length is 8 or 17
        && text.AsSpan(prefix.Length).IndexOfAnyExcept(LettersAndDigits) < 0;
}
