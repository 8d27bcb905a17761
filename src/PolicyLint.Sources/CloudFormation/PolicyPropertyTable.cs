namespace PolicyLint.Sources.CloudFormation;

/// <summary>Which property of which resource type holds a policy.</summary>
internal static class PolicyPropertyTable
{
    /// <summary>
    /// One line each: the resource type, the way to the policy (<c>*</c> is each item of a list), what is there (a policy type;
    /// <c>some:</c> where other values may stand there too; <c>statements:</c> where there is no document around them; <c>other</c>
    /// for a language that is not IAM's), then what Access Analyzer calls the resource, and a property that decides.
    /// </summary>
    /// <remarks>
    /// From the <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">resource
    /// reference</see> and, for SAM, the
    /// <see href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html">SAM
    /// specification</see>.
    /// </remarks>
    public const string Text = """
        # IAM, IAM Identity Center, Organizations
        AWS::IAM::Role                             AssumeRolePolicyDocument            trust          AWS::IAM::AssumeRolePolicyDocument
        AWS::IAM::Role                             Policies.*.PolicyDocument           identity
        AWS::IAM::User                             Policies.*.PolicyDocument           identity
        AWS::IAM::Group                            Policies.*.PolicyDocument           identity
        AWS::IAM::ManagedPolicy                    PolicyDocument                      identity
        AWS::IAM::Policy                           PolicyDocument                      identity
        AWS::IAM::RolePolicy                       PolicyDocument                      identity
        AWS::IAM::UserPolicy                       PolicyDocument                      identity
        AWS::IAM::GroupPolicy                      PolicyDocument                      identity
        AWS::SSO::PermissionSet                    InlinePolicy                        identity
        AWS::Organizations::Policy                 Content                             scp            Type=SERVICE_CONTROL_POLICY
        AWS::Organizations::Policy                 Content                             rcp            Type=RESOURCE_CONTROL_POLICY
        AWS::Organizations::ResourcePolicy         Content                             resource

        # SAM: names of managed policies and policy templates stand beside documents
        AWS::Serverless::Function                  AssumeRolePolicyDocument            trust          AWS::IAM::AssumeRolePolicyDocument
        AWS::Serverless::Function                  Policies.*                          some:identity
        AWS::Serverless::StateMachine              Policies.*                          some:identity
        AWS::Serverless::Api                       Auth.ResourcePolicy.CustomStatements         statements:resource
        AWS::Serverless::Api                       DefinitionBody.x-amazon-apigateway-policy    resource

        # storage
        AWS::S3::BucketPolicy                      PolicyDocument                      resource       AWS::S3::Bucket
        AWS::S3::AccessPoint                       Policy                              resource       AWS::S3::AccessPoint
        AWS::S3::MultiRegionAccessPointPolicy      Policy                              resource       AWS::S3::MultiRegionAccessPoint
        AWS::S3Express::BucketPolicy               PolicyDocument                      resource
        AWS::S3Express::AccessPoint                Policy                              resource
        AWS::S3ObjectLambda::AccessPointPolicy     PolicyDocument                      resource       AWS::S3ObjectLambda::AccessPoint
        AWS::S3Outposts::AccessPoint               Policy                              resource
        AWS::S3Outposts::BucketPolicy              PolicyDocument                      resource
        AWS::S3Tables::TableBucketPolicy           ResourcePolicy                      resource
        AWS::S3Tables::TablePolicy                 ResourcePolicy                      resource
        AWS::S3Vectors::VectorBucketPolicy         Policy                              resource
        AWS::EFS::FileSystem                       FileSystemPolicy                    resource
        AWS::FSx::S3AccessPointAttachment          S3AccessPoint.Policy                resource
        AWS::Backup::BackupVault                   AccessPolicy                        resource
        AWS::Backup::LogicallyAirGappedBackupVault AccessPolicy                        resource
        AWS::MediaStore::Container                 Policy                              resource
        AWS::ECR::Repository                       RepositoryPolicyText                resource
        AWS::ECR::PublicRepository                 RepositoryPolicyText                resource
        AWS::ECR::RegistryPolicy                   PolicyText                          resource
        AWS::ECR::RepositoryCreationTemplate       RepositoryPolicy                    resource
        AWS::CodeArtifact::Domain                  PermissionsPolicyDocument           resource
        AWS::CodeArtifact::Repository              PermissionsPolicyDocument           resource

        # data and analytics
        AWS::DynamoDB::Table                       ResourcePolicy.PolicyDocument       resource       AWS::DynamoDB::Table
        AWS::DynamoDB::Table                       StreamSpecification.ResourcePolicy.PolicyDocument  resource
        AWS::DynamoDB::GlobalTable                 Replicas.*.ResourcePolicy.PolicyDocument           resource  AWS::DynamoDB::Table
        AWS::DynamoDB::GlobalTable                 Replicas.*.ReplicaStreamSpecification.ResourcePolicy.PolicyDocument  resource
        AWS::Kinesis::ResourcePolicy               ResourcePolicy                      resource
        AWS::Elasticsearch::Domain                 AccessPolicies                      resource
        AWS::OpenSearchService::Domain             AccessPolicies                      resource
        AWS::MSK::ClusterPolicy                    Policy                              resource
        AWS::Redshift::Cluster                     NamespaceResourcePolicy             resource
        AWS::RedshiftServerless::Namespace         NamespaceResourcePolicy             resource
        AWS::EventSchemas::RegistryPolicy          Policy                              resource

        # messages and events
        AWS::SQS::QueuePolicy                      PolicyDocument                      resource
        AWS::SQS::QueueInlinePolicy                PolicyDocument                      resource
        AWS::SNS::TopicPolicy                      PolicyDocument                      resource
        AWS::SNS::TopicInlinePolicy                PolicyDocument                      resource
        AWS::Events::EventBusPolicy                Statement                           statements:resource
        AWS::Events::EventBus                      Policy                              resource
        AWS::Logs::ResourcePolicy                  PolicyDocument                      resource
        AWS::Logs::LogGroup                        ResourcePolicyDocument              resource
        AWS::Logs::Destination                     DestinationPolicy                   resource
        AWS::Logs::DeliveryDestination             DeliveryDestinationPolicy.DeliveryDestinationPolicy  resource
        AWS::Oam::Sink                             Policy                              resource
        AWS::XRay::ResourcePolicy                  PolicyDocument                      resource
        AWS::MediaPackageV2::ChannelPolicy         Policy                              resource
        AWS::MediaPackageV2::OriginEndpointPolicy  Policy                              resource

        # keys and secrets
        AWS::KMS::Key                              KeyPolicy                           resource
        AWS::KMS::ReplicaKey                       KeyPolicy                           resource
        AWS::SecretsManager::ResourcePolicy        ResourcePolicy                      resource
        AWS::SSM::ResourcePolicy                   Policy                              resource

        # network and edge
        AWS::EC2::VPCEndpoint                      PolicyDocument                      vpc-endpoint
        AWS::VpcLattice::AuthPolicy                Policy                              resource
        AWS::VpcLattice::ResourcePolicy            Policy                              resource
        AWS::RAM::Permission                       PolicyTemplate                      other

        # computing and application integration
        AWS::ApiGateway::RestApi                   Policy                              resource
        AWS::ApiGateway::RestApi                   Body.x-amazon-apigateway-policy     resource
        AWS::ApiGateway::DomainNameV2              Policy                              resource
        AWS::ApiGateway::DomainNameV2              ManagementPolicy                    resource
        AWS::IoT::Policy                           PolicyDocument                      other
        AWS::RolesAnywhere::Profile                SessionPolicy                       identity
        AWS::Transfer::User                        Policy                              identity
        AWS::Lex::ResourcePolicy                   Policy                              resource
        AWS::CloudTrail::ResourcePolicy            ResourcePolicy                      resource

        # machine learning
        AWS::SageMaker::ModelPackageGroup          ModelPackageGroupPolicy             resource
        AWS::BedrockAgentCore::ResourcePolicy      Policy                              resource
        AWS::Comprehend::DocumentClassifier        ModelPolicy                         resource
        """;
}
