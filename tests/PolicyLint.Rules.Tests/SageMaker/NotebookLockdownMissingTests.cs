using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class NotebookLockdownMissingTests : RuleTest<NotebookLockdownMissing>
{
    [Test]
    public void Everything_that_is_missing_is_named() => Finds(Policy("""
        "Action": [|"sagemaker:CreateNotebookInstance"|], "Resource": "arn:aws:sagemaker:us-east-1:111122223333:notebook-instance/fraud-*"
        """), "`CreateNotebookInstance` may make a notebook that leaks: nothing asks for `sagemaker:DirectInternetAccess=Disabled`, `sagemaker:RootAccess=Disabled` and `sagemaker:MinimumInstanceMetadataServiceVersion=2`", risk: SecuritySeverity.Medium);

    [Test]
    public void The_half_that_people_forget_is_found() => Finds(Policy("""
        "Action": [|"sagemaker:UpdateNotebookInstance"|], "Resource": "*"
        """), "`UpdateNotebookInstance` may make a notebook that leaks: nothing asks for `sagemaker:RootAccess=Disabled` and `sagemaker:MinimumInstanceMetadataServiceVersion=2`");

    [TestCase("SAGEMAKER:CREATENOTEBOOKINSTANCE")]
    [TestCase("sagemaker:CreateNotebookInstanc?")]
    [TestCase("sagemaker:CreateNotebookInstance**")]
    public void Every_spelling_is_found(string action) => Finds(Policy($$"""
        "Action": [|"{{action}}"|], "Resource": "*"
        """));

    [TestCase(""" { "StringEquals": { "sagemaker:DirectInternetAccess": "Disabled", "sagemaker:RootAccess": "Disabled" } } """)]
    [TestCase(""" { "StringEquals": { "sagemaker:DirectInternetAccess": "Disabled", "sagemaker:RootAccess": ["Disabled", "Enabled"], "sagemaker:MinimumInstanceMetadataServiceVersion": "2" } } """)]
    [TestCase(""" { "StringEqualsIfExists": { "sagemaker:DirectInternetAccess": "Disabled", "sagemaker:RootAccess": "Disabled", "sagemaker:MinimumInstanceMetadataServiceVersion": "2" } } """)]
    public void A_part_of_the_condition_is_not_enough(string condition) => Finds(Policy($$"""
        "Action": [|"sagemaker:CreateNotebookInstance"|], "Resource": "*", "Condition": {{condition}}
        """));

    [TestCase(""" { "StringEquals": { "sagemaker:DirectInternetAccess": "Disabled", "sagemaker:RootAccess": "Disabled", "sagemaker:MinimumInstanceMetadataServiceVersion": "2" } } """)]
    public void The_whole_condition_is_clean(string condition) => Clean(Policy($$"""
        "Action": "sagemaker:CreateNotebookInstance", "Resource": "*", "Condition": {{condition}}
        """));

    [Test]
    public void A_Deny_for_each_is_clean() => Clean(Policy("""
        "Action": "sagemaker:CreateNotebookInstance", "Resource": "*"
        """, """
        ,
        { "Effect": "Deny", "Action": "sagemaker:*", "Resource": "*", "Condition": { "StringEquals": { "sagemaker:RootAccess": "Enabled" } } },
        { "Effect": "Deny", "Action": "sagemaker:*", "Resource": "*", "Condition": { "StringEquals": { "sagemaker:DirectInternetAccess": "Enabled" } } },
        { "Effect": "Deny", "Action": "sagemaker:*", "Resource": "*", "Condition": { "StringNotEquals": { "sagemaker:MinimumInstanceMetadataServiceVersion": "2" } } }
        """));

    [Test]
    public void A_Deny_of_all_at_once_hits_only_who_fails_all() => Finds(Policy("""
        "Action": [|"sagemaker:UpdateNotebookInstance"|], "Resource": "*"
        """, """
        ,
        { "Effect": "Deny", "Action": "sagemaker:*", "Resource": "*", "Condition": { "StringEquals": { "sagemaker:RootAccess": "Enabled", "sagemaker:MinimumInstanceMetadataServiceVersion": "1" } } }
        """), "`UpdateNotebookInstance` may make a notebook that leaks: nothing asks for `sagemaker:RootAccess=Disabled` and `sagemaker:MinimumInstanceMetadataServiceVersion=2`");

    private static string Policy(string elements, string more = "") => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", {{elements}} }{{more}}]
        }
        """;
}
