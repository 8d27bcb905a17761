using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class WorkteamPublicCrowdTests : RuleTest<WorkteamPublicCrowd>
{
    [Test]
    public void Labeling_without_a_limit_is_found() => Finds(Policy("""
        "Action": [|"sagemaker:CreateLabelingJob"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:labeling-job/*"
        """), "`CreateLabelingJob` may give data to the public workforce: nothing asks for `sagemaker:WorkteamType`", risk: SecuritySeverity.Medium);

    [TestCase("SAGEMAKER:CREATEFLOWDEFINITION")]
    [TestCase("sagemaker:CreateFlowDefinitio?")]
    [TestCase("sagemaker:CreateFlowDefinition**")]
    public void Every_spelling_is_found(string action) => Finds(Policy($$"""
        "Action": [|"{{action}}"|], "Resource": "*"
        """));

    [TestCase(""" { "StringEquals": { "sagemaker:WorkteamType": ["private-crowd", "public-crowd"] } } """)]
    [TestCase(""" { "StringLike": { "sagemaker:WorkteamType": "*-crowd" } } """)]
    [TestCase(""" { "ArnLike": { "sagemaker:WorkteamArn": "arn:aws:sagemaker:*:*:workteam/public-crowd/*" } } """)]
    [TestCase(""" { "StringNotEquals": { "sagemaker:WorkteamType": "vendor-crowd" } } """)]
    public void The_public_is_found(string condition) => Finds(Policy($$"""
        "Action": [|"sagemaker:CreateLabelingJob"|], "Resource": "*", "Condition": {{condition}}
        """));

    [TestCase(""" { "StringEquals": { "sagemaker:WorkteamType": "private-crowd" } } """)]
    [TestCase(""" { "StringEqualsIfExists": { "sagemaker:WorkteamType": "vendor-crowd" } } """)]
    [TestCase(""" { "StringNotEquals": { "sagemaker:WorkteamType": "public-crowd" } } """)]
    [TestCase(""" { "ArnLike": { "sagemaker:WorkteamArn": "arn:aws:sagemaker:us-east-1:111122223333:workteam/private-crowd/*" } } """)]
    public void Another_workforce_is_clean(string condition) => Clean(Policy($$"""
        "Action": "sagemaker:CreateLabelingJob", "Resource": "*", "Condition": {{condition}}
        """));

    [TestCase(""" "Action": "sagemaker:*", "Resource": "*", "Condition": { "StringEquals": { "sagemaker:WorkteamType": "public-crowd" } } """)]
    public void A_Deny_of_the_public_is_clean(string deny) => Clean(Policy("""
        "Action": "sagemaker:CreateLabelingJob", "Resource": "*"
        """, $$""", { "Effect": "Deny", {{deny}} }"""));

    [TestCase(""" "Action": "sagemaker:*", "Resource": "*", "Condition": { "StringEquals": { "sagemaker:WorkteamType": "vendor-crowd" } } """)]
    public void A_Deny_of_others_is_not_enough(string deny) => Finds(Policy("""
        "Action": [|"sagemaker:CreateLabelingJob"|], "Resource": "*"
        """, $$""", { "Effect": "Deny", {{deny}} }"""));

    private static string Policy(string elements, string more = "") => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", {{elements}} }{{more}}]
        }
        """;
}
