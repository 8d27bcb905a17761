namespace PolicyLint.Tests.Parsing;

public sealed class PolicyTypeDetectionTests
{
    [TestCase("""{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}}""", PolicyType.Identity)]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"1"},"Action":"sts:AssumeRole"}}""", PolicyType.Trust)]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"1"},"Action":["STS:AssumeRoleWithSAML","sts:TagSession"]}}""", PolicyType.Trust)]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"1"},"Action":"sts:AssumeRole","Resource":"*"}}""", PolicyType.Resource)]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"1"},"Action":"ecr:GetDownloadUrlForLayer"}}""", PolicyType.Resource)]
    [TestCase("""{"Statement":{"Effect":"Deny","NotPrincipal":{"AWS":"1"},"Action":"s3:*","Resource":"*"}}""", PolicyType.Resource)]
    [TestCase("""{"Statement":{"Effect":"Deny","Principal":7,"Action":"s3:*","Resource":"*"}}""", PolicyType.Resource, Description = "a Principal of the wrong type is still one")]
    [TestCase("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"},{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}""", PolicyType.Resource)]
    [TestCase("""{"Statement":[]}""", PolicyType.Identity)]
    [TestCase("not JSON", PolicyType.Identity)]
    public void The_type_is_told_from_the_principals_and_actions(string json, PolicyType type)
    {
        PolicyDocument document = PolicyDocument.Parse(json);

        document.Type.Should().Be(type);
        document.IsTypeDetected.Should().BeTrue();
    }

    [Test]
    public void A_type_that_is_given_is_not_doubted()
    {
        PolicyDocument document = PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}}""", PolicyType.Scp);

        document.Type.Should().Be(PolicyType.Scp);
        document.IsTypeDetected.Should().BeFalse();
    }
}
