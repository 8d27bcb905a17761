using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalateByTamperingTests : RuleTest<EscalateByTampering>
{
    [Test]
    public void Any_guardrail_can_be_taken_off() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"bedrock:DeleteGuardrail"|], "Resource": (|"*"|) }
          ]
        }
        """, "`bedrock:DeleteGuardrail` lets the caller take the guardrails off the models (path `br-guardrail-removal`): name what is the caller's own", risk: SecuritySeverity.Medium);

    [Test]
    public void Prompts_can_be_sent_to_another_log() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"bedrock:PutModelInvocationLoggingConfiguration"|], "Resource": "*" },
            { "Effect": "Allow", "Action": (|"iam:PassRole"|), "Resource": (|"*"|) }
          ]
        }
        """, "`bedrock:PutModelInvocationLoggingConfiguration` with `iam:PassRole` on any role lets the caller send all prompts and answers to a log of their own (path `br-invocation-logging`): leave it to those who look after the logs");

    [Test]
    public void One_feature_group_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:PutRecord", "Resource": "arn:aws:sagemaker:*:*:feature-group/fraud-scores" }
          ]
        }
        """);
}
