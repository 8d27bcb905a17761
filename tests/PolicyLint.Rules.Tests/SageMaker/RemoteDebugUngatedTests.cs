using PolicyLint.Rules.SageMaker;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class RemoteDebugUngatedTests : RuleTest<RemoteDebugUngated>
{
    [TestCase("sagemaker:UpdateTrainingJob", "ssm:StartSession")]
    [TestCase("sagemaker:createtrainingjob", "ssm:Start*")]
    [TestCase("sagemaker:CreateTrainingJo?", "ssmmessages:OpenDataChannel")]
    [TestCase("sagemaker:UpdateTrainin**gJob", "ssmmessages:*")]
    public void Both_sides_together_are_reported(string job, string session) =>
        Finds(OpenAccess.Document($"[[|\"{job}\"|], (|\"{session}\"|)]", "\"*\""), risk: SecuritySeverity.Low);

    [Test]
    public void The_job_is_named_and_the_session_pointed_to() => Finds(
        OpenAccess.Wrap($"{OpenAccess.Allow("[|\"sagemaker:CreateTrainingJob\"|]", "\"arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*\"")}, {OpenAccess.Allow("(|\"ssm:StartSession\"|)", "\"*\"")}"),
        "`CreateTrainingJob` can switch on remote debugging, and the policy connects to the container as the job's role");

    [TestCase("sagemaker:CreateTrainingJob", "ssm:DescribeSessions")]
    [TestCase("sagemaker:StopTrainingJob", "ssm:StartSession")]
    public void One_side_alone_is_clean(string job, string session) => Clean(OpenAccess.Document($"[\"{job}\", \"{session}\"]", "\"*\""));

    [Test]
    public void Jobs_without_remote_debugging_are_clean() => Clean(OpenAccess.Wrap(
        OpenAccess.Allow("\"sagemaker:CreateTrainingJob\"", "\"*\"", """{ "Bool": { "sagemaker:EnableRemoteDebug": "false" } }""") + ", " + OpenAccess.Allow("\"ssm:StartSession\"", "\"*\"")));

    [Test]
    public void A_Deny_of_remote_debugging_clears_it() => Clean(OpenAccess.Wrap(
        OpenAccess.Allow("[\"sagemaker:CreateTrainingJob\", \"ssm:StartSession\"]", "\"*\"")
        + """, { "Effect": "Deny", "Action": "sagemaker:*TrainingJob", "Resource": "*", "Condition": { "Bool": { "sagemaker:EnableRemoteDebug": "true" } } }"""));

    [TestCase("BoolIfExists", "sagemaker:EnableRemoteDebug", "false")]
    [TestCase("StringEquals", "aws:RequestedRegion", "eu-west-1")]
    public void Conditions_that_let_it_through_do_not(string comparison, string key, string value) => Finds(OpenAccess.Wrap(
        OpenAccess.Allow("[|\"sagemaker:CreateTrainingJob\"|]", "\"*\"", $$"""{ "{{comparison}}": { "{{key}}": "{{value}}" } }""") + ", " + OpenAccess.Allow("\"ssm:StartSession\"", "\"*\"")));

    [Test]
    public void An_SCP_is_clean() => Clean(OpenAccess.Document("[\"sagemaker:CreateTrainingJob\", \"ssm:StartSession\"]", "\"*\""), PolicyType.Scp);
}
