using DotnetProvisioning;

namespace PolicyLint.Samples.Tests;

/// <summary>The program of samples/dotnet-provisioning, with a fake for IAM.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ProvisioningTests
{
    private readonly RecordingIamClient _iam = new("111122223333");

    private PolicyProvisioner Provisioner => new(_iam, PolicyGate.Default);

    [Test]
    public async Task The_broad_policy_is_refused_before_IAM_is_called()
    {
        Func<Task> create = () => Provisioner.CreateAsync("ml-users", MlUserPolicies.Everything);

        PolicyRejectedException rejected = (await create.Should().ThrowAsync<PolicyRejectedException>()).Which;
        rejected.Result.Findings.Select(finding => finding.Rule.Id).Should().Equal("PL3002");
        _iam.Created.Should().BeEmpty();
    }

    [Test]
    public async Task The_narrow_policy_is_created_and_its_ARN_given()
    {
        string arn = await Provisioner.CreateAsync("fraud-training", MlUserPolicies.TrainingOf("fraud", "eu-west-1", "111122223333"));

        arn.Should().Be("arn:aws:iam::111122223333:policy/fraud-training");
        _iam.Created.Select(policy => policy.Name).Should().Equal("fraud-training");
    }

    [Test]
    public async Task What_reaches_IAM_is_the_policy_of_the_team()
    {
        await Provisioner.CreateAsync("x", MlUserPolicies.TrainingOf("vision", "us-east-1", "444455556666"));

        PolicyDocument created = PolicyDocument.Parse(_iam.Created.Single().Document, PolicyType.Identity);
        created.Problems.Should().BeEmpty();
        created.Statements.Select(statement => statement.Resource!.Values.Single().Value).Should().Equal(
            "arn:aws:sagemaker:us-east-1:444455556666:training-job/vision-*",
            "*",
            "arn:aws:iam::444455556666:role/vision-training");
    }
}
