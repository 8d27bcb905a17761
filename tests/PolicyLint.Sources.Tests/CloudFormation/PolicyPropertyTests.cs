using System.Text.Json.Nodes;
using PolicyLint.Sources.CloudFormation;

namespace PolicyLint.Sources.Tests.CloudFormation;

/// <summary>The table of properties: each line finds its policy.</summary>
public sealed class PolicyPropertyTests
{
    private const string Statement = """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}""";

    private static IEnumerable<PolicyProperty> Lines => PolicyProperty.All;

    [TestCaseSource(nameof(Lines))]
    public void A_line_finds_its_policy(object line)
    {
        var property = (PolicyProperty)line;

        SourceReading reading = PolicySources.Read(SourceText.From(TemplateFor(property)), SourceKind.CloudFormation);
        List<HostedPolicy> policies = [.. reading.Policies];

        if (property.Content == PropertyContent.OtherLanguage)
        {
            policies.Should().BeEmpty();
            reading.Gaps.Should().ContainSingle().Which.Policy.Should().Be($"R ({string.Join('.', property.Path)})");
            return;
        }

        HostedPolicy policy = policies.Should().ContainSingle().Subject;
        policy.Type.Should().Be(property.Type);
        policy.ResourceType.Should().Be(property.AttachedTo);
        policy.Text.Origin!.Address.Should().Be($"R ({string.Join('.', property.Path).Replace(".*", "[0]", StringComparison.Ordinal)})");
        policy.Parse().Statements.Should().ContainSingle().Which.Action!.Values[0].Value.Should().Be("s3:GetObject");
        reading.Gaps.Should().BeEmpty();
    }

    [Test]
    public void No_line_stands_twice() =>
        Lines.Select(line => $"{line.ResourceType} {string.Join('.', line.Path)} {line.Condition}").Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(70);

    [TestCase("AWS::IAM::Role", "AssumeRolePolicyDocument", PolicyType.Trust)]
    [TestCase("AWS::SSO::PermissionSet", "InlinePolicy", PolicyType.Identity)]
    [TestCase("AWS::S3::BucketPolicy", "PolicyDocument", PolicyType.Resource)]
    [TestCase("AWS::EC2::VPCEndpoint", "PolicyDocument", PolicyType.VpcEndpoint)]
    [TestCase("AWS::SageMaker::ModelPackageGroup", "ModelPackageGroupPolicy", PolicyType.Resource)]
    public void The_table_says_what_a_policy_is(string resourceType, string path, PolicyType type) =>
        PolicyProperty.Of(resourceType).Should().ContainSingle(property => string.Join('.', property.Path) == path).Which.Type.Should().Be(type);

    private static string TemplateFor(PolicyProperty property)
    {
        JsonNode value = JsonNode.Parse(property.Content == PropertyContent.Statements ? $"[{Statement}]" : $$"""{"Version":"2012-10-17","Statement":[{{Statement}}]}""")!;
        foreach (string step in property.Path.Reverse())
            value = step == "*" ? new JsonArray(value) : new JsonObject { [step] = value };

        if (property.Condition is { } condition)
            value[condition.Name] = condition.Value;

        return new JsonObject { ["Resources"] = new JsonObject { ["R"] = new JsonObject { ["Type"] = property.ResourceType, ["Properties"] = value } } }.ToJsonString();
    }
}
