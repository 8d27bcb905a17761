using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class FilesystemUnboundedTests : RuleTest<FilesystemUnbounded>
{
    [Test]
    public void What_is_missing_is_named() => Finds(Policy("""
        "Action": "sagemaker:CreateTrainingJob", "Resource": "*", "Condition": { "StringEquals": { [|"sagemaker:FileSystemId"|]: "fs-12345678" } }
        """), "`sagemaker:FileSystemId` limits a part of the file system access only: `sagemaker:FileSystemDirectoryPath`, `sagemaker:FileSystemAccessMode` and `sagemaker:FileSystemType` stay open", severity: Severity.Suggestion);

    [Test]
    public void A_wildcard_that_holds_the_operation_is_found() => Finds(Policy("""
        "Action": "sagemaker:Create*", "Resource": "*", "Condition": { "StringEquals": { [|"sagemaker:FileSystemAccessMode"|]: "ro", "sagemaker:FileSystemType": "EFS" } }
        """), "`sagemaker:FileSystemAccessMode` limits a part of the file system access only: `sagemaker:FileSystemId` and `sagemaker:FileSystemDirectoryPath` stay open");

    [TestCase(""" { "StringEquals": { "sagemaker:FileSystemId": "fs-12345678", "sagemaker:FileSystemAccessMode": "ro", "sagemaker:FileSystemType": "EFS", "sagemaker:FileSystemDirectoryPath": "/datasets/fraud" } } """)]
    [TestCase(""" { "StringEquals": { "aws:RequestTag/team": "fraud" } } """)]
    [TestCase(""" { "Null": { "sagemaker:FileSystemId": "true" } } """)]
    public void All_four_keys_or_none_are_clean(string condition) => Clean(Policy($$"""
        "Action": "sagemaker:CreateTrainingJob", "Resource": "*", "Condition": {{condition}}
        """));

    [TestCase(""" "Action": "sagemaker:CreateProcessingJob", "Resource": "*", "Condition": { "StringEquals": { "sagemaker:FileSystemId": "fs-12345678" } } """)]
    public void Operations_without_the_keys_are_clean(string elements) => Clean(Policy(elements));

    private static string Policy(string elements, string more = "") => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", {{elements}} }{{more}}]
        }
        """;
}
