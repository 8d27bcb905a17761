using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class DomainNetworkAuthMissingTests : RuleTest<DomainNetworkAuthMissing>
{
    [Test]
    public void A_domain_without_conditions_is_found() => Finds(Policy("""
        "Action": [|"sagemaker:CreateDomain"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:domain/*"
        """), "`CreateDomain` may open a domain to the internet or to sign-in by IAM: nothing asks for `sagemaker:AppNetworkAccessType=VpcOnly` and `sagemaker:AuthMode=SSO`", risk: SecuritySeverity.Medium);

    [Test]
    public void An_update_has_no_sign_in() => Finds(Policy("""
        "Action": [|"sagemaker:UpdateDomain"|], "Resource": "*"
        """), "`UpdateDomain` may open a domain to the internet or to sign-in by IAM: nothing asks for `sagemaker:AppNetworkAccessType=VpcOnly`");

    [TestCase("SAGEMAKER:CREATEDOMAIN")]
    [TestCase("sagemaker:CreateDomai?")]
    [TestCase("sagemaker:CreateDomain**")]
    public void Every_spelling_is_found(string action) => Finds(Policy($$"""
        "Action": [|"{{action}}"|], "Resource": "*"
        """));

    [TestCase(""" { "StringEquals": { "sagemaker:AppNetworkAccessType": "VpcOnly", "sagemaker:AuthMode": "IAM" } } """)]
    [TestCase(""" { "StringLike": { "sagemaker:AppNetworkAccessType": "*", "sagemaker:AuthMode": "SSO" } } """)]
    public void Other_values_are_found(string condition) => Finds(Policy($$"""
        "Action": [|"sagemaker:CreateDomain"|], "Resource": "*", "Condition": {{condition}}
        """));

    [TestCase(""" { "StringEquals": { "sagemaker:AppNetworkAccessType": "VpcOnly", "sagemaker:AuthMode": "SSO" } } """)]
    public void Both_in_the_condition_are_clean(string condition) => Clean(Policy($$"""
        "Action": ["sagemaker:CreateDomain", "sagemaker:DescribeDomain"], "Resource": "*", "Condition": {{condition}}
        """));

    private static string Policy(string elements, string more = "") => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", {{elements}} }{{more}}]
        }
        """;
}
