using PolicyLint.Evaluation;
using PolicyLint.Rules.Personas;

namespace PolicyLint.Rules.Tests.Personas;

/// <summary>Each persona's policy is clean, small, enough for the work, and no more.</summary>
public sealed class PersonaTests
{
    // reference_iam-quotas: a managed policy, and a trust policy whose quota was not raised.
    private const int ManagedPolicy = 6_144;
    private const int TrustPolicy = 2_048;

    private const string Me = "arn:aws:iam::123456789012:role/ann";
    private const string Key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static readonly PersonaValues Values = new()
    {
        Given = PersonaValues.Examples.Given.SetItems(
        [
            new("account", "123456789012"), new("region", "eu-west-1"), new("project", "churn"), new("bucket", "churn-data"), new("endpoint", "churn-live"),
            new("domain", "d-abc"), new("subnet", "subnet-0a1b2c3d"), new("security-group", "sg-0a1b2c3d"), new("key", "1234abcd-12ab-34cd-56ef-1234567890ab"),
        ]),
    };

    // What the request of somebody's usual work says of itself.
    private static readonly RequestContext Work = RequestContext.Empty
        .With("aws:ResourceAccount", "123456789012")
        .With("aws:PrincipalTag/StudioUser", "ann")
        .With("aws:RequestTag/project", "churn")
        .With("iam:PassedToService", "sagemaker.amazonaws.com")
        .With("iam:AWSServiceName", "sagemaker.amazonaws.com")
        .With("kms:ViaService", "s3.eu-west-1.amazonaws.com")
        .With("s3:prefix", "datasets/churn/2026/")
        .With("cloudwatch:namespace", "/aws/sagemaker/TrainingJobs")
        .With("sagemaker:DomainId", "d-abc")
        .With("sagemaker:UserProfileName", "ann")
        .With("sagemaker:OwnerUserProfileArn", "arn:aws:sagemaker:eu-west-1:123456789012:user-profile/d-abc/ann")
        .With("sagemaker:SpaceSharingType", "Private")
        .With("sagemaker:AppNetworkAccessType", "VpcOnly")
        .With("sagemaker:AuthMode", "SSO")
        .With("sagemaker:InstanceTypes", "ml.g5.xlarge")
        .With("sagemaker:ModelApprovalStatus", "Approved")
        .With("sagemaker:NetworkIsolation", "true")
        .With("sagemaker:OutputKmsKeyArn", Key)
        .With("sagemaker:VolumeKmsKeyArn", Key)
        .With("sagemaker:VpcSubnets", "subnet-0a1b2c3d")
        .With("sagemaker:VpcSecurityGroupIds", "sg-0a1b2c3d");

    private static IEnumerable<Persona> All => BuiltInPersonas.All;

    private static IEnumerable<Persona> Identities => All.Where(persona => persona.Type == PolicyType.Identity);

    [TestCaseSource(nameof(All))]
    public void A_policy_is_clean_with_given_values_and_with_examples(Persona persona)
    {
        foreach (PersonaValues values in new[] { Values, PersonaValues.Examples })
        {
            PolicyDocument policy = persona.ToPolicy(values);
            LintResult result = PolicyLinter.Default.Lint(policy);

            result.IsClean(Severity.Warning).Should().BeTrue(result.ToString());
            result.NotEvaluated.Should().BeEmpty();
            policy.Type.Should().Be(persona.Type);
            PolicyDocument.Parse(persona.ToJson(values)).Type.Should().Be(persona.Type, "it must be taken for what it is");
            persona.ToJson(values).Count(static c => !char.IsWhiteSpace(c)).Should().BeLessThan(persona.Type == PolicyType.Trust ? TrustPolicy : ManagedPolicy);
        }
    }

    [TestCaseSource(nameof(All))]
    public void Every_value_is_filled_in(Persona persona)
    {
        string json = persona.ToJson(Values);

        PersonaValues.Names.Append("partition").Append("roles").Should().OnlyContain(name => !json.Contains($"{{{name}", StringComparison.Ordinal));
        persona.ToJson().Should().NotContain("123456789012", "examples know nothing of an account");
        foreach (string name in persona.Needs.Where(name => name != "role"))
            json.Should().Contain(Values[name]);
    }

    [TestCase("data-scientist", "sagemaker:ListEndpoints", "*")]
    [TestCase("data-scientist", "sagemaker:DescribeTrainingJob", "sagemaker:training-job/churn-1")]
    [TestCase("data-scientist", "sagemaker:DescribeEndpoint", "sagemaker:endpoint/churn-live")]
    [TestCase("data-scientist", "sagemaker:DescribePipelineExecution", "sagemaker:pipeline/churn-nightly/execution/abc")]
    [TestCase("data-scientist", "logs:GetLogEvents", "logs:log-group:/aws/sagemaker/TrainingJobs:log-stream:churn-1")]
    [TestCase("data-scientist", "cloudwatch:GetMetricData", "*")]
    [TestCase("endpoint-invoker", "sagemaker:InvokeEndpoint", "sagemaker:endpoint/churn-live")]
    [TestCase("endpoint-invoker", "sagemaker:InvokeEndpointAsync", "sagemaker:endpoint/churn-live")]
    [TestCase("endpoint-invoker", "s3:PutObject", "arn:aws:s3:::churn-data/async/churn-live/1.json")]
    [TestCase("feature-store-user", "sagemaker:PutRecord", "sagemaker:feature-group/churn-customers")]
    [TestCase("feature-store-user", "sagemaker:GetRecord", "sagemaker:feature-group/churn-customers")]
    [TestCase("feature-store-user", "athena:StartQueryExecution", "athena:workgroup/churn")]
    [TestCase("model-approver", "sagemaker:UpdateModelPackage", "sagemaker:model-package/churn-models/3")]
    [TestCase("model-approver", "sagemaker:DescribeModelPackage", "sagemaker:model-package/churn-models/3")]
    [TestCase("trainer", "sagemaker:CreateTrainingJob", "sagemaker:training-job/churn-1")]
    [TestCase("trainer", "sagemaker:CreateProcessingJob", "sagemaker:processing-job/churn-1")]
    [TestCase("trainer", "sagemaker:StopTrainingJob", "sagemaker:training-job/churn-1")]
    [TestCase("trainer", "iam:PassRole", "arn:aws:iam::123456789012:role/ml-exec/churn-training")]
    [TestCase("training-role", "s3:GetObject", "arn:aws:s3:::churn-data/datasets/churn/2026/a.csv")]
    [TestCase("training-role", "s3:PutObject", "arn:aws:s3:::churn-data/models/churn/1/model.tar.gz")]
    [TestCase("training-role", "s3:ListBucket", "arn:aws:s3:::churn-data")]
    [TestCase("training-role", "ecr:GetAuthorizationToken", "*")]
    [TestCase("training-role", "ecr:BatchGetImage", "ecr:repository/churn-train")]
    [TestCase("training-role", "logs:PutLogEvents", "logs:log-group:/aws/sagemaker/TrainingJobs:log-stream:churn-1")]
    [TestCase("training-role", "cloudwatch:PutMetricData", "*")]
    [TestCase("training-role", "kms:Decrypt", Key)]
    [TestCase("training-role", "ec2:CreateNetworkInterface", "ec2:subnet/subnet-0a1b2c3d")]
    [TestCase("studio-user", "sagemaker:CreatePresignedDomainUrl", "sagemaker:user-profile/d-abc/ann")]
    [TestCase("studio-user", "sagemaker:CreateSpace", "sagemaker:space/d-abc/ann-notebooks")]
    [TestCase("studio-user", "sagemaker:CreateApp", "sagemaker:app/d-abc/ann-notebooks/JupyterLab/default")]
    [TestCase("studio-user", "sagemaker:ListSpaces", "*")]
    [TestCase("mlops-deployer", "sagemaker:CreateModel", "sagemaker:model/churn-3")]
    [TestCase("mlops-deployer", "sagemaker:CreateEndpointConfig", "sagemaker:endpoint-config/churn-3")]
    [TestCase("mlops-deployer", "sagemaker:CreateEndpoint", "sagemaker:endpoint/churn-live")]
    [TestCase("mlops-deployer", "sagemaker:CreateEndpoint", "sagemaker:endpoint-config/churn-3")]
    [TestCase("mlops-deployer", "sagemaker:StartPipelineExecution", "sagemaker:pipeline/churn-nightly")]
    [TestCase("mlops-deployer", "sagemaker:StopPipelineExecution", "sagemaker:pipeline/churn-nightly/execution/abc")]
    [TestCase("mlops-deployer", "iam:PassRole", "arn:aws:iam::123456789012:role/ml-exec/churn-serving")]
    [TestCase("admin", "sagemaker:CreateDomain", "sagemaker:domain/d-new")]
    [TestCase("admin", "sagemaker:UpdateDomain", "sagemaker:domain/d-abc")]
    [TestCase("admin", "sagemaker:CreateUserProfile", "sagemaker:user-profile/d-abc/bob")]
    [TestCase("admin", "sagemaker:CreateImage", "sagemaker:image/pytorch")]
    [TestCase("admin", "iam:PassRole", "arn:aws:iam::123456789012:role/ml-exec/churn-studio")]
    [TestCase("admin", "iam:CreateServiceLinkedRole", "arn:aws:iam::123456789012:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks")]
    public void The_work_is_allowed(string persona, string action, string resource) =>
        Decide(persona, action, resource, Work).Should().Be(AccessDecision.Allowed);

    [TestCase("data-scientist", "sagemaker:Search", "*")]
    [TestCase("data-scientist", "sagemaker:InvokeEndpoint", "sagemaker:endpoint/churn-live")]
    [TestCase("data-scientist", "sagemaker:GetRecord", "sagemaker:feature-group/churn-customers")]
    [TestCase("data-scientist", "sagemaker:DescribeEndpoint", "sagemaker:endpoint/fraud-live")]
    [TestCase("endpoint-invoker", "sagemaker:InvokeEndpoint", "sagemaker:endpoint/churn-live-2")]
    [TestCase("endpoint-invoker", "sagemaker:DescribeEndpoint", "sagemaker:endpoint/churn-live")]
    [TestCase("feature-store-user", "sagemaker:DeleteFeatureGroup", "sagemaker:feature-group/churn-customers")]
    [TestCase("feature-store-user", "sagemaker:GetRecord", "sagemaker:feature-group/fraud-cards")]
    [TestCase("model-approver", "sagemaker:CreateModelPackage", "sagemaker:model-package/churn-models/4")]
    [TestCase("model-approver", "sagemaker:UpdateModelPackage", "sagemaker:model-package/fraud-models/4")]
    [TestCase("trainer", "sagemaker:StopTrainingJob", "sagemaker:training-job/fraud-1")]
    [TestCase("trainer", "sagemaker:AddTags", "sagemaker:training-job/churn-1")]
    [TestCase("training-role", "s3:PutObject", "arn:aws:s3:::churn-data/code/churn/train.py")]
    [TestCase("training-role", "s3:GetObject", "arn:aws:s3:::churn-data/datasets/fraud/a.csv")]
    [TestCase("training-role", "kms:CreateGrant", Key)]
    [TestCase("studio-user", "sagemaker:CreatePresignedDomainUrl", "sagemaker:user-profile/d-abc/bob")]
    [TestCase("studio-user", "sagemaker:CreatePresignedDomainUrl", "sagemaker:user-profile/d-other/ann")]
    [TestCase("studio-user", "sagemaker:UpdateUserProfile", "sagemaker:user-profile/d-abc/ann")]
    [TestCase("mlops-deployer", "sagemaker:DeleteEndpoint", "sagemaker:endpoint/fraud-live")]
    [TestCase("mlops-deployer", "sagemaker:UpdateModelPackage", "sagemaker:model-package/churn-models/3")]
    [TestCase("mlops-deployer", "sagemaker:InvokeEndpoint", "sagemaker:endpoint/churn-live")]
    [TestCase("admin", "sagemaker:CreatePresignedDomainUrl", "sagemaker:user-profile/d-abc/ann")]
    [TestCase("admin", "sagemaker:CreateStudioLifecycleConfig", "sagemaker:studio-lifecycle-config/x")]
    [TestCase("admin", "sagemaker:InvokeEndpoint", "sagemaker:endpoint/churn-live")]
    public void What_is_left_out_is_not(string persona, string action, string resource) =>
        Decide(persona, action, resource, Work).Should().NotBe(AccessDecision.Allowed);

    [TestCase("trainer", "sagemaker:CreateTrainingJob", "sagemaker:training-job/churn-1", "sagemaker:VpcSubnets", "subnet-other")]
    [TestCase("trainer", "sagemaker:CreateTrainingJob", "sagemaker:training-job/churn-1", "sagemaker:InstanceTypes", "ml.p5.48xlarge")]
    [TestCase("trainer", "iam:PassRole", "arn:aws:iam::123456789012:role/ml-exec/churn-training", "iam:PassedToService", "lambda.amazonaws.com")]
    [TestCase("mlops-deployer", "sagemaker:CreateModel", "sagemaker:model/churn-3", "sagemaker:NetworkIsolation", "false")]
    [TestCase("model-approver", "sagemaker:UpdateModelPackage", "sagemaker:model-package/churn-models/3", "sagemaker:ModelApprovalStatus", "PendingManualApproval")]
    [TestCase("studio-user", "sagemaker:CreateSpace", "sagemaker:space/d-abc/x", "sagemaker:SpaceSharingType", "Shared")]
    [TestCase("studio-user", "sagemaker:CreateSpace", "sagemaker:space/d-abc/x", "sagemaker:RemoteAccess", "ENABLED")]
    [TestCase("studio-user", "sagemaker:CreateApp", "sagemaker:app/d-abc/bobs/JupyterLab/default", "sagemaker:OwnerUserProfileArn", "arn:aws:sagemaker:eu-west-1:123456789012:user-profile/d-abc/bob")]
    [TestCase("admin", "sagemaker:CreateDomain", "sagemaker:domain/d-new", "sagemaker:AppNetworkAccessType", "PublicInternetOnly")]
    public void The_work_is_not_allowed_in_another_way(string persona, string action, string resource, string key, string value)
    {
        Decide(persona, action, resource, Work.With(key, value)).Should().NotBe(AccessDecision.Allowed);
        if (key != "sagemaker:RemoteAccess")
            Decide(persona, action, resource, Work.Without(key)).Should().NotBe(AccessDecision.Allowed);
    }

    [TestCaseSource(nameof(Identities))]
    public void Nobody_gets_at_what_belongs_to_others(Persona persona)
    {
        foreach ((string action, string resource) in new[]
        {
            ("sagemaker:CreatePresignedDomainUrl", "sagemaker:user-profile/d-abc/bob"),
            ("sagemaker:CreatePresignedNotebookInstanceUrl", "sagemaker:notebook-instance/bobs"),
            ("sagemaker:StartSession", "sagemaker:space/d-abc/bobs"),
            ("sagemaker:DeleteEndpoint", "sagemaker:endpoint/fraud-live"),
            ("sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:notebook-instance-lifecycle-config/x"),
            ("sagemaker:PutModelPackageGroupPolicy", "sagemaker:model-package-group/churn-models"),
            ("sagemaker:CreateTrainingPlan", "sagemaker:training-plan/big"),
            ("iam:PassRole", "arn:aws:iam::123456789012:role/admin"),
            ("iam:CreateRole", "arn:aws:iam::123456789012:role/x"),
            ("sts:AssumeRole", "arn:aws:iam::123456789012:role/admin"),
            ("s3:GetObject", "arn:aws:s3:::payroll/2026.csv"),
            ("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"),
        })
        {
            Decide(persona.Name, action, resource, Work).Should().NotBe(AccessDecision.Allowed, $"{persona.Name} must not {action}");
        }
    }

    [Test]
    public void An_execution_role_trusts_SageMaker_for_its_own_account()
    {
        PolicyDocument trust = BuiltInPersonas.Find("training-role-trust")!.ToPolicy(Values);
        RequestContext own = RequestContext.Empty
            .With("aws:SourceAccount", "123456789012")
            .With("aws:SourceArn", "arn:aws:sagemaker:eu-west-1:123456789012:training-job/churn-1");

        Assume(own).Should().Be(AccessDecision.Allowed);
        Assume(own.With("aws:SourceAccount", "999999999999")).Should().NotBe(AccessDecision.Allowed);
        Assume(RequestContext.Empty).Should().NotBe(AccessDecision.Allowed);
        Assume(own, "lambda.amazonaws.com").Should().NotBe(AccessDecision.Allowed);

        AccessDecision Assume(RequestContext context, string service = "sagemaker.amazonaws.com") =>
            new AccessEvaluator(new ApplicablePolicies { Resource = trust }).Evaluate(new AccessRequest
            {
                Action = "sts:AssumeRole",
                Resource = "arn:aws:iam::123456789012:role/ml-exec/churn-training",
                Principal = RequestPrincipal.Parse(service),
                Context = context,
            }).Decision;
    }

    [Test]
    public void Roles_that_are_given_take_the_place_of_examples()
    {
        PersonaValues values = Values with { Roles = ["arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/b"] };

        string json = BuiltInPersonas.Find("trainer")!.ToJson(values);

        json.Should().Contain("\"Resource\": [\"arn:aws:iam::123456789012:role/a\", \"arn:aws:iam::123456789012:role/b\"]").And.NotContain("ml-exec");
    }

    [TestCase("eu-west-1", "arn:aws:sagemaker:")]
    [TestCase("cn-north-1", "arn:aws-cn:sagemaker:")]
    [TestCase("us-gov-west-1", "arn:aws-us-gov:sagemaker:")]
    public void The_partition_follows_from_the_region(string region, string start) =>
        BuiltInPersonas.DataScientist.ToJson(new PersonaValues { Given = Values.Given.SetItem("region", region) }).Should().Contain($"{start}{region}:");

    [TestCase("account", "123456789012", null)]
    [TestCase("account", "12345678901", "an account has twelve digits")]
    [TestCase("project", "churn-2", null)]
    [TestCase("project", "churn*", "it takes small letters, digits, hyphens and dots")]
    [TestCase("project", "Churn", "it takes small letters, digits, hyphens and dots")]
    [TestCase("project", "${aws:username}", "it takes small letters, digits, hyphens and dots")]
    [TestCase("project", "", "it takes small letters, digits, hyphens and dots")]
    [TestCase("projekt", "x", "there is no value of this name; there are account, bucket, domain, endpoint, key, project, region, security-group, subnet")]
    public void A_value_that_would_change_what_the_policy_means_is_refused(string name, string value, string? fault) =>
        PersonaValues.FaultOf(name, value).Should().Be(fault);

    // Keys and roles leave the decision to the account's own policies.
    private static readonly PolicyDocument Delegating = PolicyDocument.Parse(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":["kms:*","sts:AssumeRole"],"Resource":"*"}}""",
        PolicyType.Resource);

    private static AccessDecision Decide(string persona, string action, string resource, RequestContext context) =>
        new AccessEvaluator(new ApplicablePolicies
        {
            Identity = [BuiltInPersonas.Find(persona)!.ToPolicy(Values)],
            Resource = action.StartsWith("kms:", StringComparison.Ordinal) || action == "sts:AssumeRole" ? Delegating : null,
        }).Evaluate(new AccessRequest
        {
            Action = action,
            Resource = resource == "*" || resource.StartsWith("arn:", StringComparison.Ordinal) ? resource : $"arn:aws:{resource[..resource.IndexOf(':')]}:eu-west-1:123456789012:{resource[(resource.IndexOf(':') + 1)..]}",
            Principal = RequestPrincipal.Parse(Me),
            Context = context,
        }).Decision;
}
