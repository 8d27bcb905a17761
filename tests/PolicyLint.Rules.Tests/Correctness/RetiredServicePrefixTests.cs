using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class RetiredServicePrefixTests : RuleTest<RetiredServicePrefix>
{
    [Test]
    public void An_ended_service_is_told_so() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", [|"elastic-inference:Connect"|]], "Resource": "*" }
        }
        """, "`elastic-inference:Connect` matches nothing: AWS ended Amazon Elastic Inference; the action does nothing", severity: Severity.Warning);

    [Test]
    public void An_ended_service_with_a_successor_names_it() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"macie:ListMemberAccounts"|], "Resource": "*" }
        }
        """, "`macie:ListMemberAccounts` matches nothing: AWS ended Amazon Macie Classic; the action does nothing; its successor is `macie2`");

    [Test]
    public void The_service_refuses_it_too() => FindsCode(IssueCodes.InvalidServiceInAction, """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"elastic-inference:*"|], "Resource": "*" }
        }
        """);

    private const string StillAccepted = """
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"deepracer:GetModel"|], "Resource": "*" }
        }
        """;

    [Test]
    public void What_AWS_still_accepts_is_a_suggestion() => Finds(StillAccepted, severity: Severity.Suggestion);

    [Test]
    public void And_the_service_is_silent_there() => FindsNoCode("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "deepracer:GetModel", "Resource": "*" }
        }
        """);

    [TestCase("sagemaker-runtime:InvokeEndpoint")]
    [TestCase("sagemaker:InvokeEndpoint")]
    public void Clients_and_services_are_clean(string action) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "*" }
        }
        """);
}
