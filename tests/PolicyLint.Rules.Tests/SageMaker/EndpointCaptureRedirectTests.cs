using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class EndpointCaptureRedirectTests : RuleTest<EndpointCaptureRedirect>
{
    [TestCase("sagemaker:UpdateEndpoint", "*")]
    [TestCase("sagemaker:updateendpoint", "**")]
    [TestCase("sagemaker:UpdateEndpoin?", "arn:aws:sagemaker:*:*:*")]
    [TestCase("sagemaker:UpdateEndpoi**t", "arn:aws:sagemaker:*:*:e*")]
    [TestCase("sagemaker:UpdateEndpoint", "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/*")]
    public void However_it_is_spelled_it_is_reported(string action, string resource) => Finds(
        Document($"[|\"{action}\"|]", resource),
        "`UpdateEndpoint` lets the caller point any live endpoint at a configuration that copies what is sent to it elsewhere",
        risk: SecuritySeverity.Medium);

    [TestCase("StringEquals", "aws:RequestedRegion", "eu-west-1", SecuritySeverity.Medium)]
    [TestCase("StringEqualsIfExists", "aws:ResourceTag/team", "fraud", SecuritySeverity.Medium)]
    [TestCase("StringEquals", "aws:ResourceAccount", "111122223333", SecuritySeverity.Low)]
    public void Conditions_that_leave_every_endpoint_do_not_clear_it(string comparison, string key, string value, SecuritySeverity risk) =>
        Finds(Document("[|\"sagemaker:UpdateEndpoint\"|]", "*", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }"""), risk: risk);

    [Test]
    public void A_tag_clears_it() => Clean(Document("\"sagemaker:UpdateEndpoint\"", "*", """{ "StringEquals": { "aws:ResourceTag/team": "fraud" } }"""));

    [Test]
    public void Own_endpoints_are_clean() => Clean(OpenAccess.Document(
        "[\"sagemaker:CreateEndpointConfig\", \"sagemaker:UpdateEndpoint\"]",
        "[\"arn:aws:sagemaker:*:*:endpoint-config/*\", \"arn:aws:sagemaker:*:*:endpoint/fraud-*\"]"));

    [TestCase("sagemaker:UpdateEndpoint")]
    [TestCase("sagemaker:CreateEndpointConfig")]
    public void One_alone_is_clean(string action) => Clean(OpenAccess.Document($"\"{action}\"", "\"*\""));

    [Test]
    public void Without_configurations_of_its_own_it_is_clean() => Clean(OpenAccess.Wrap("""
        { "Effect": "Allow", "Action": ["sagemaker:CreateEndpointConfig", "sagemaker:UpdateEndpoint"], "Resource": "*" },
        { "Effect": "Deny", "Action": "sagemaker:CreateEndpointConfig", "Resource": "*" }
        """));

    [Test]
    public void An_SCP_is_clean() => Clean(Document("\"sagemaker:UpdateEndpoint\"", "*"), PolicyType.Scp);

    private static string Document(string update, string resource, string? condition = null) =>
        OpenAccess.Wrap($"{OpenAccess.Allow(update, $"\"{resource}\"", condition)}, {OpenAccess.Allow("\"sagemaker:CreateEndpointConfig\"", "\"arn:aws:sagemaker:*:*:endpoint-config/fraud-*\"")}");
}
