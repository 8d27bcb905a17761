using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class CrossAccountArnWithoutResourcePolicyTests : RuleTest<CrossAccountArnWithoutResourcePolicy>
{
    private static readonly LintOptions Home = new() { HomeAccount = "111122223333" };

    [TestCase("endpoint/fraud")]
    [TestCase("notebook-instance/*")]
    public void Another_accounts_resource_is_a_warning(string resource) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:*", "Resource": ["arn:aws:sagemaker:us-east-1:111122223333:*", [|"arn:aws:sagemaker:us-east-1:444455556666:{{resource}}"|]] }
        }
        """, $"`arn:aws:sagemaker:us-east-1:444455556666:{resource}` belongs to account `444455556666`, which has no way to let this one in", options: Home, severity: Severity.Warning);

    [TestCase("arn:aws:sagemaker:us-east-1:111122223333:endpoint/fraud")]
    [TestCase("arn:aws:sagemaker:us-east-1:444455556666:model-package-group/fraud")]
    [TestCase("arn:aws:sagemaker:us-east-1:444455556666:*")]
    [TestCase("arn:aws:sagemaker:us-east-1:*:endpoint/fraud")]
    [TestCase("arn:aws:sagemaker:us-east-1:{?}:endpoint/fraud")]
    [TestCase("arn:aws:sqs:us-east-1:444455556666:jobs")]
    public void Its_own_and_what_can_be_shared_are_clean(string resource) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:*", "sqs:SendMessage"], "Resource": "{{resource}}" }
        }
        """, options: Home);

    [Test]
    public void Without_the_account_nothing_is_said() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:InvokeEndpoint", "Resource": "arn:aws:sagemaker:us-east-1:444455556666:endpoint/fraud" }
        }
        """);
}
