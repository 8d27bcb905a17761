using Amazon.Runtime;

// CA1707: the underscores are AWSSDK.AccessAnalyzer's.
#pragma warning disable CA1707

namespace PolicyLint.AccessAnalyzer.Client;

/// <summary>The type of a policy to validate.</summary>
/// <param name="value">The value as the service spells it.</param>
public sealed class PolicyType(string value) : ConstantClass(value)
{
    /// <summary><c>IDENTITY_POLICY</c></summary>
    public static readonly PolicyType IDENTITY_POLICY = new("IDENTITY_POLICY");

    /// <summary><c>RESOURCE_POLICY</c></summary>
    public static readonly PolicyType RESOURCE_POLICY = new("RESOURCE_POLICY");

    /// <summary><c>SERVICE_CONTROL_POLICY</c></summary>
    public static readonly PolicyType SERVICE_CONTROL_POLICY = new("SERVICE_CONTROL_POLICY");

    /// <summary><c>RESOURCE_CONTROL_POLICY</c></summary>
    public static readonly PolicyType RESOURCE_CONTROL_POLICY = new("RESOURCE_CONTROL_POLICY");

    /// <summary>The value of a name.</summary>
    public static implicit operator PolicyType(string value) => new(value);
}

/// <summary>How much a finding weighs.</summary>
/// <param name="value">The value as the service spells it.</param>
public sealed class ValidatePolicyFindingType(string value) : ConstantClass(value)
{
    /// <summary><c>ERROR</c></summary>
    public static readonly ValidatePolicyFindingType ERROR = new("ERROR");

    /// <summary><c>SECURITY_WARNING</c></summary>
    public static readonly ValidatePolicyFindingType SECURITY_WARNING = new("SECURITY_WARNING");

    /// <summary><c>SUGGESTION</c></summary>
    public static readonly ValidatePolicyFindingType SUGGESTION = new("SUGGESTION");

    /// <summary><c>WARNING</c></summary>
    public static readonly ValidatePolicyFindingType WARNING = new("WARNING");

    /// <summary>The value of a name.</summary>
    public static implicit operator ValidatePolicyFindingType(string value) => new(value);
}

/// <summary>What a resource policy to validate is attached to.</summary>
/// <param name="value">The value as the service spells it.</param>
public sealed class ValidatePolicyResourceType(string value) : ConstantClass(value)
{
    /// <summary><c>AWS::S3::Bucket</c></summary>
    public static readonly ValidatePolicyResourceType AWSS3Bucket = new("AWS::S3::Bucket");

    /// <summary><c>AWS::S3::AccessPoint</c></summary>
    public static readonly ValidatePolicyResourceType AWSS3AccessPoint = new("AWS::S3::AccessPoint");

    /// <summary><c>AWS::S3::MultiRegionAccessPoint</c></summary>
    public static readonly ValidatePolicyResourceType AWSS3MultiRegionAccessPoint = new("AWS::S3::MultiRegionAccessPoint");

    /// <summary><c>AWS::S3ObjectLambda::AccessPoint</c></summary>
    public static readonly ValidatePolicyResourceType AWSS3ObjectLambdaAccessPoint = new("AWS::S3ObjectLambda::AccessPoint");

    /// <summary><c>AWS::IAM::AssumeRolePolicyDocument</c></summary>
    public static readonly ValidatePolicyResourceType AWSIAMAssumeRolePolicyDocument = new("AWS::IAM::AssumeRolePolicyDocument");

    /// <summary><c>AWS::DynamoDB::Table</c></summary>
    public static readonly ValidatePolicyResourceType AWSDynamoDBTable = new("AWS::DynamoDB::Table");

    /// <summary>The value of a name.</summary>
    public static implicit operator ValidatePolicyResourceType(string value) => new(value);
}

/// <summary>The language of details.</summary>
/// <param name="value">The value as the service spells it.</param>
public sealed class Locale(string value) : ConstantClass(value)
{
    /// <summary><c>DE</c></summary>
    public static readonly Locale DE = new("DE");

    /// <summary><c>EN</c></summary>
    public static readonly Locale EN = new("EN");

    /// <summary><c>ES</c></summary>
    public static readonly Locale ES = new("ES");

    /// <summary><c>FR</c></summary>
    public static readonly Locale FR = new("FR");

    /// <summary><c>IT</c></summary>
    public static readonly Locale IT = new("IT");

    /// <summary><c>JA</c></summary>
    public static readonly Locale JA = new("JA");

    /// <summary><c>KO</c></summary>
    public static readonly Locale KO = new("KO");

    /// <summary><c>PT_BR</c></summary>
    public static readonly Locale PT_BR = new("PT_BR");

    /// <summary><c>ZH_CN</c></summary>
    public static readonly Locale ZH_CN = new("ZH_CN");

    /// <summary><c>ZH_TW</c></summary>
    public static readonly Locale ZH_TW = new("ZH_TW");

    /// <summary>The value of a name.</summary>
    public static implicit operator Locale(string value) => new(value);
}

/// <summary>The type of a policy to check.</summary>
/// <param name="value">The value as the service spells it.</param>
public sealed class AccessCheckPolicyType(string value) : ConstantClass(value)
{
    /// <summary><c>IDENTITY_POLICY</c></summary>
    public static readonly AccessCheckPolicyType IDENTITY_POLICY = new("IDENTITY_POLICY");

    /// <summary><c>RESOURCE_POLICY</c></summary>
    public static readonly AccessCheckPolicyType RESOURCE_POLICY = new("RESOURCE_POLICY");

    /// <summary>The value of a name.</summary>
    public static implicit operator AccessCheckPolicyType(string value) => new(value);
}

/// <summary>What a resource policy to check for public access is attached to.</summary>
/// <param name="value">The value as the service spells it.</param>
public sealed class AccessCheckResourceType(string value) : ConstantClass(value)
{
    /// <summary><c>AWS::DynamoDB::Table</c></summary>
    public static readonly AccessCheckResourceType AWSDynamoDBTable = new("AWS::DynamoDB::Table");

    /// <summary><c>AWS::DynamoDB::Stream</c></summary>
    public static readonly AccessCheckResourceType AWSDynamoDBStream = new("AWS::DynamoDB::Stream");

    /// <summary><c>AWS::EFS::FileSystem</c></summary>
    public static readonly AccessCheckResourceType AWSEFSFileSystem = new("AWS::EFS::FileSystem");

    /// <summary><c>AWS::OpenSearchService::Domain</c></summary>
    public static readonly AccessCheckResourceType AWSOpenSearchServiceDomain = new("AWS::OpenSearchService::Domain");

    /// <summary><c>AWS::Kinesis::Stream</c></summary>
    public static readonly AccessCheckResourceType AWSKinesisStream = new("AWS::Kinesis::Stream");

    /// <summary><c>AWS::Kinesis::StreamConsumer</c></summary>
    public static readonly AccessCheckResourceType AWSKinesisStreamConsumer = new("AWS::Kinesis::StreamConsumer");

    /// <summary><c>AWS::KMS::Key</c></summary>
    public static readonly AccessCheckResourceType AWSKMSKey = new("AWS::KMS::Key");

    /// <summary><c>AWS::Lambda::Function</c></summary>
    public static readonly AccessCheckResourceType AWSLambdaFunction = new("AWS::Lambda::Function");

    /// <summary><c>AWS::S3::Bucket</c></summary>
    public static readonly AccessCheckResourceType AWSS3Bucket = new("AWS::S3::Bucket");

    /// <summary><c>AWS::S3::AccessPoint</c></summary>
    public static readonly AccessCheckResourceType AWSS3AccessPoint = new("AWS::S3::AccessPoint");

    /// <summary><c>AWS::S3Express::DirectoryBucket</c></summary>
    public static readonly AccessCheckResourceType AWSS3ExpressDirectoryBucket = new("AWS::S3Express::DirectoryBucket");

    /// <summary><c>AWS::S3::Glacier</c></summary>
    public static readonly AccessCheckResourceType AWSS3Glacier = new("AWS::S3::Glacier");

    /// <summary><c>AWS::S3Outposts::Bucket</c></summary>
    public static readonly AccessCheckResourceType AWSS3OutpostsBucket = new("AWS::S3Outposts::Bucket");

    /// <summary><c>AWS::S3Outposts::AccessPoint</c></summary>
    public static readonly AccessCheckResourceType AWSS3OutpostsAccessPoint = new("AWS::S3Outposts::AccessPoint");

    /// <summary><c>AWS::SecretsManager::Secret</c></summary>
    public static readonly AccessCheckResourceType AWSSecretsManagerSecret = new("AWS::SecretsManager::Secret");

    /// <summary><c>AWS::SNS::Topic</c></summary>
    public static readonly AccessCheckResourceType AWSSNSTopic = new("AWS::SNS::Topic");

    /// <summary><c>AWS::SQS::Queue</c></summary>
    public static readonly AccessCheckResourceType AWSSQSQueue = new("AWS::SQS::Queue");

    /// <summary><c>AWS::IAM::AssumeRolePolicyDocument</c></summary>
    public static readonly AccessCheckResourceType AWSIAMAssumeRolePolicyDocument = new("AWS::IAM::AssumeRolePolicyDocument");

    /// <summary><c>AWS::S3Tables::TableBucket</c></summary>
    public static readonly AccessCheckResourceType AWSS3TablesTableBucket = new("AWS::S3Tables::TableBucket");

    /// <summary><c>AWS::ApiGateway::RestApi</c></summary>
    public static readonly AccessCheckResourceType AWSApiGatewayRestApi = new("AWS::ApiGateway::RestApi");

    /// <summary><c>AWS::CodeArtifact::Domain</c></summary>
    public static readonly AccessCheckResourceType AWSCodeArtifactDomain = new("AWS::CodeArtifact::Domain");

    /// <summary><c>AWS::Backup::BackupVault</c></summary>
    public static readonly AccessCheckResourceType AWSBackupBackupVault = new("AWS::Backup::BackupVault");

    /// <summary><c>AWS::CloudTrail::Dashboard</c></summary>
    public static readonly AccessCheckResourceType AWSCloudTrailDashboard = new("AWS::CloudTrail::Dashboard");

    /// <summary><c>AWS::CloudTrail::EventDataStore</c></summary>
    public static readonly AccessCheckResourceType AWSCloudTrailEventDataStore = new("AWS::CloudTrail::EventDataStore");

    /// <summary><c>AWS::S3Tables::Table</c></summary>
    public static readonly AccessCheckResourceType AWSS3TablesTable = new("AWS::S3Tables::Table");

    /// <summary><c>AWS::S3Express::AccessPoint</c></summary>
    public static readonly AccessCheckResourceType AWSS3ExpressAccessPoint = new("AWS::S3Express::AccessPoint");

    /// <summary>The value of a name.</summary>
    public static implicit operator AccessCheckResourceType(string value) => new(value);
}

/// <summary>The result of CheckNoNewAccess.</summary>
/// <param name="value">The value as the service spells it.</param>
public sealed class CheckNoNewAccessResult(string value) : ConstantClass(value)
{
    /// <summary><c>PASS</c></summary>
    public static readonly CheckNoNewAccessResult PASS = new("PASS");

    /// <summary><c>FAIL</c></summary>
    public static readonly CheckNoNewAccessResult FAIL = new("FAIL");

    /// <summary>The value of a name.</summary>
    public static implicit operator CheckNoNewAccessResult(string value) => new(value);
}

/// <summary>The result of CheckAccessNotGranted.</summary>
/// <param name="value">The value as the service spells it.</param>
public sealed class CheckAccessNotGrantedResult(string value) : ConstantClass(value)
{
    /// <summary><c>PASS</c></summary>
    public static readonly CheckAccessNotGrantedResult PASS = new("PASS");

    /// <summary><c>FAIL</c></summary>
    public static readonly CheckAccessNotGrantedResult FAIL = new("FAIL");

    /// <summary>The value of a name.</summary>
    public static implicit operator CheckAccessNotGrantedResult(string value) => new(value);
}

/// <summary>The result of CheckNoPublicAccess.</summary>
/// <param name="value">The value as the service spells it.</param>
public sealed class CheckNoPublicAccessResult(string value) : ConstantClass(value)
{
    /// <summary><c>PASS</c></summary>
    public static readonly CheckNoPublicAccessResult PASS = new("PASS");

    /// <summary><c>FAIL</c></summary>
    public static readonly CheckNoPublicAccessResult FAIL = new("FAIL");

    /// <summary>The value of a name.</summary>
    public static implicit operator CheckNoPublicAccessResult(string value) => new(value);
}
