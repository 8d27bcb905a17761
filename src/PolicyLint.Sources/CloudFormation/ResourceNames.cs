namespace PolicyLint.Sources.CloudFormation;

/// <summary>
/// What is known before deployment of the name that AWS gives a resource: the form of its ARN. See the return values in the
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">resource reference</see>.
/// </summary>
internal static class ResourceNames
{
    /// <summary>A name of which nothing is known.</summary>
    public static readonly string Unknown = PolicyString.Unknown.ToString();

    // A question mark stands for what is not known. The second is whether Ref gives the ARN too.
    private static readonly Dictionary<string, (string Arn, bool IsReference)> Arns = new(StringComparer.Ordinal)
    {
        ["AWS::DynamoDB::Table"] = ("arn:?:dynamodb:?:?:table/?", false),
        ["AWS::ECR::Repository"] = ("arn:?:ecr:?:?:repository/?", false),
        ["AWS::IAM::ManagedPolicy"] = ("arn:?:iam::?:policy/?", true),
        ["AWS::IAM::Role"] = ("arn:?:iam::?:role/?", false),
        ["AWS::IAM::User"] = ("arn:?:iam::?:user/?", false),
        ["AWS::Kinesis::Stream"] = ("arn:?:kinesis:?:?:stream/?", false),
        ["AWS::KMS::Key"] = ("arn:?:kms:?:?:key/?", false),
        ["AWS::Lambda::Function"] = ("arn:?:lambda:?:?:function:?", false),
        ["AWS::Logs::LogGroup"] = ("arn:?:logs:?:?:log-group:?:*", false),
        ["AWS::S3::Bucket"] = ("arn:?:s3:::?", false),
        ["AWS::SecretsManager::Secret"] = ("arn:?:secretsmanager:?:?:secret:?", true),
        ["AWS::Serverless::Function"] = ("arn:?:lambda:?:?:function:?", false),
        ["AWS::Serverless::StateMachine"] = ("arn:?:states:?:?:stateMachine:?", true),
        ["AWS::SNS::Topic"] = ("arn:?:sns:?:?:?", true),
        ["AWS::SQS::Queue"] = ("arn:?:sqs:?:?:?", false),
        ["AWS::StepFunctions::StateMachine"] = ("arn:?:states:?:?:stateMachine:?", true),
    };

    /// <summary>What <c>Ref</c> of a resource of that type gives.</summary>
    public static string OfReference(string type) => Arns.TryGetValue(type, out (string Arn, bool IsReference) form) && form.IsReference ? Fill(form.Arn) : Unknown;

    /// <summary>What <c>Fn::GetAtt</c> gives.</summary>
    public static string OfAttribute(string type, string attribute)
    {
        bool isArn = attribute is "Arn" || (attribute is "TopicArn" && type == "AWS::SNS::Topic");
        return isArn && Arns.TryGetValue(type, out (string Arn, bool IsReference) form) ? Fill(form.Arn) : Unknown;
    }

    private static string Fill(string form) => form.Replace('?', PolicyString.Unknown);
}
