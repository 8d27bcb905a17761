using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class TrustExtraPrincipalsTests : RuleTest<TrustExtraPrincipals>
{
    [Test]
    public void Services_beside_SageMaker_are_one_finding() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": ["sagemaker.amazonaws.com", [|"lambda.amazonaws.com"|], (|"ec2.amazonaws.com"|)] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, "The role of SageMaker can also be assumed by `lambda.amazonaws.com` and `ec2.amazonaws.com`", type: PolicyType.Trust, risk: SecuritySeverity.High);

    [Test]
    public void A_service_that_runs_no_code_of_others_is_a_medium_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": ["sagemaker.amazonaws.com", [|"bedrock.amazonaws.com"|]] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, type: PolicyType.Trust, risk: SecuritySeverity.Medium);

    [Test]
    public void An_account_in_another_statement_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:AssumeRole" },
            { "Effect": "Allow", "Principal": { "AWS": [|"arn:aws:iam::444455556666:root"|] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, type: PolicyType.Trust, risk: SecuritySeverity.High);

    [Test]
    public void An_external_id_lowers_the_risk_of_an_account() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:AssumeRole" },
            { "Effect": "Allow", "Principal": { "AWS": [|"444455556666"|] }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "a8f2" } } }
          ]
        }
        """, type: PolicyType.Trust, risk: SecuritySeverity.Medium);

    [Test]
    public void Everybody_and_providers_are_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:AssumeRole" },
            { "Effect": "Allow", "Principal": { "AWS": [|"*"|] }, "Action": "sts:AssumeRole" },
            { "Effect": "Allow", "Principal": { "Federated": [|"accounts.google.com"|] }, "Action": "sts:AssumeRoleWithWebIdentity" }
          ]
        }
        """, type: PolicyType.Trust);

    [Test]
    public void SageMaker_and_roles_by_name_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": ["sagemaker.amazonaws.com", "job.sagemaker.amazonaws.com"], "AWS": "arn:aws:iam::111122223333:role/pipeline" }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Roles_of_other_services_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": ["lambda.amazonaws.com", "ec2.amazonaws.com"] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void A_Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:AssumeRole" },
            { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": { "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }
          ]
        }
        """, PolicyType.Trust);
}
