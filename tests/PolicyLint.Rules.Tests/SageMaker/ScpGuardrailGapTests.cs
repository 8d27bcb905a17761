using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class ScpGuardrailGapTests : RuleTest<ScpGuardrailGap>
{
    [Test]
    public void A_guardrail_on_one_action_has_gaps() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Action": [|"sagemaker:CreateTrainingJob"|], "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" } } }
          ]
        }
        """, "The guardrail on `sagemaker:VpcSubnets` leaves out `sagemaker:CreateAutoMLJob`, `sagemaker:CreateAutoMLJobV2`, `sagemaker:CreateCluster` and 15 more", type: PolicyType.Scp);

    [Test]
    public void Every_action_that_has_the_key_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Action": ["sagemaker:Create*", "sagemaker:Update*"], "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" } } }
          ]
        }
        """, PolicyType.Scp);

    [Test]
    public void Statements_are_added_up() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Action": "sagemaker:Create*", "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" } } },
            { "Effect": "Deny", "Action": "sagemaker:Update*", "Resource": "*", "Condition": { "ForAnyValue:StringNotEquals": { "sagemaker:VpcSubnets": "subnet-0123456789abcdef0" } } }
          ]
        }
        """, PolicyType.Scp);

    [Test]
    public void What_is_denied_altogether_is_no_gap() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Action": "sagemaker:Create*", "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" } } },
            { "Effect": "Deny", "Action": "sagemaker:Update*", "Resource": "*" }
          ]
        }
        """, PolicyType.Scp);

    [Test]
    public void Actions_without_the_key_make_no_guardrail() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Action": "sagemaker:DeleteModel", "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" } } }
          ]
        }
        """, PolicyType.Scp);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Action": [|"sagemaker:{?}"|], "Resource": "*", "Condition": { "Null": { "sagemaker:VpcSubnets": "true" } } }
          ]
        }
        """, "the action is not known before deployment", type: PolicyType.Scp);
}
