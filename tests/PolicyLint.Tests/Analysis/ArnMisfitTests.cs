using PolicyLint.Analysis;

namespace PolicyLint.Tests.Analysis;

public sealed class ArnMisfitTests
{
    [TestCase("arn:aws:nosuch:us-east-1:111122223333:thing/a", ArnMisfit.UnknownService)]
    [TestCase("arn:aws:iam:us-east-1:111122223333:role/a", ArnMisfit.RegionNotAllowed)]
    [TestCase("arn:aws:s3::111122223333:data", ArnMisfit.AccountNotAllowed)]
    [TestCase("arn:aws:s3:us-east-1:111122223333:data", ArnMisfit.RegionNotAllowed | ArnMisfit.AccountNotAllowed)]
    [TestCase("arn:aws:sqs:us-east-1::jobs", ArnMisfit.AccountMissing)]
    [TestCase("arn:aws:sqs::111122223333:jobs", ArnMisfit.RegionMissing)]
    [TestCase("arn:aws:sqs:::jobs", ArnMisfit.RegionMissing)]
    [TestCase("arn:aws:sagemaker:us-east-1:111122223333:endpoints/a", ArnMisfit.UnknownResource)]
    [TestCase("arn:aws:sqs:us-east-1::${aws:username}", ArnMisfit.AccountMissing)]
    public void What_no_resource_has_is_told(string arn, ArnMisfit misfit) => MisfitOf(arn).Should().Be(misfit);

    [TestCase("*")]
    [TestCase("arn:*")]
    [TestCase("arn:aws:s3:::data/*")]
    [TestCase("arn:aws:s3:us-east-1:111122223333:accesspoint/data")]
    [TestCase("arn:aws:iam::111122223333:role/a")]
    [TestCase("arn:aws:iam:*:*:role/a")]
    [TestCase("arn:aws:${aws:PrincipalTag/service}:us-east-1::a")]
    [TestCase("arn:aws:*code*::111122223333:*")]
    [TestCase("arn:aws:sagemaker:us-east-1:111122223333:endpoints*")]
    [TestCase("arn:aws:ec2:us-east-1::image/ami-1")]
    [TestCase("arn:aws:ssm:us-east-1::document/AWS-RunShellScript")]
    [TestCase("arn:aws:sagemaker:us-east-1:aws:hub/SageMakerPublicHub")]
    [TestCase("arn:aws:catalog:us-east-1:111122223333:portfolio/port-1")]
    [TestCase("nonsense")]
    public void What_some_resource_may_have_is_none(string arn) => MisfitOf(arn).Should().Be(ArnMisfit.None);

    [Test]
    public void Unused_resources_are_those_that_no_action_works_on() =>
        Statements.One("'Action': ['s3:GetObject', 's3:ListBucket'], 'Resource': ['arn:aws:s3:::data', 'arn:aws:sqs:us-east-1:111122223333:jobs', 'arn:aws:s3:::data/*']")
            .UnusedResources.Select(resource => resource.Text.Value).Should().Equal("arn:aws:sqs:us-east-1:111122223333:jobs");

    [TestCase("'NotAction': 's3:GetObject', 'Resource': 'arn:aws:s3:::data'")]
    [TestCase("'Action': 's3:GetObject', 'NotResource': 'arn:aws:s3:::data'")]
    [TestCase("'Action': ['s3:GetObject', 's3:Unknown'], 'Resource': 'arn:aws:s3:::data'")]
    public void Where_they_cannot_be_told_there_are_none(string members) => Statements.One(members).UnusedResources.Should().BeEmpty();

    private static ArnMisfit MisfitOf(string arn) => Statements.Resource(arn).FindMisfit(Statements.Catalog);
}
