using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class RcpUnsupportedServiceTests : RuleTest<RcpUnsupportedService>
{
    [Test]
    public void A_service_out_of_reach_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": ["s3:GetObject", [|"ec2:RunInstances"|]], "Resource": "*" }
          ]
        }
        """, type: PolicyType.Rcp);

    [Test]
    public void Every_service_is_no_service() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": [[|"*"|], [|"s*:Get*"|]], "Resource": "*" }
          ]
        }
        """, ["`*` names no service, and an action of a resource control policy must", "`s*:Get*` names no service, and an action of a resource control policy must"], type: PolicyType.Rcp);

    [Test]
    public void The_service_says_so() => FindsCode(IssueCodes.RcpSyntaxErrorAction, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": [|"*"|], "Resource": "*" }
          ]
        }
        """, PolicyType.Rcp);

    [Test]
    public void Services_in_reach_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Principal": "*", "Action": ["s3:*", "sts:AssumeRole", "KMS:Decrypt", "sqs:Send*", "secretsmanager:*"], "Resource": "*" }
          ]
        }
        """, PolicyType.Rcp);

    [Test]
    public void The_policy_that_AWS_attaches_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }
          ]
        }
        """, PolicyType.Rcp);

    [Test]
    public void Service_control_policies_reach_all() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "Action": ["*", "ec2:RunInstances"], "Resource": "*" }
          ]
        }
        """, PolicyType.Scp);
}
