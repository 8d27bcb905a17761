using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class ServicePrincipalFormatTests : RuleTest<ServicePrincipalFormat>
{
    [Test]
    public void A_short_name_in_a_condition_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/x", "Condition": { "StringEquals": { "iam:PassedToService": ["ec2.amazonaws.com", [|"lambda"|]] } } }
          ]
        }
        """, "`lambda` is no service principal, so `iam:PassedToService` never has this value");

    [Test]
    public void A_capital_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/x", "Condition": { "StringEquals": { "iam:PassedToService": [|"Lambda.amazonaws.com"|] } } }
          ]
        }
        """);

    [Test]
    public void A_service_without_its_region_is_found_under_ViaService() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:viaService": [|"s3.amazonaws.com"|] } } }
          ]
        }
        """, "`s3.amazonaws.com` lacks the region that `kms:viaService` has: it is written like `sagemaker.eu-west-1.amazonaws.com`");

    [Test]
    public void A_short_name_of_a_principal_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", [|"lambda"|]] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, "`lambda` is no service principal: a service is named like `sagemaker.amazonaws.com`", type: PolicyType.Trust);

    [Test]
    public void The_service_says_so_of_a_condition() => FindsCode(IssueCodes.InvalidServicePrincipalFormat, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:CalledVia": [|"athena.amazonaws.org"|] } } }
          ]
        }
        """);

    [Test]
    public void The_service_says_so_of_a_principal() => FindsCode(IssueCodes.InvalidServicePrincipalFormat, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [|"S3.amazonaws.com"|] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Service_principals_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/x", "Condition": { "StringEquals": { "iam:PassedToService": ["ec2.amazonaws.com", "ec2.amazonaws.com.cn", "job.sagemaker.amazonaws.com"], "aws:CalledViaLast": "ops.emr-serverless.amazonaws.com" } } },
            { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } } }
          ]
        }
        """);

    [Test]
    public void Wildcards_and_variables_are_not_looked_at() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/x", "Condition": { "StringLike": { "iam:PassedToService": ["*", "s3.*"] } } },
            { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "s3.${aws:RequestedRegion}" } } }
          ]
        }
        """);

    [Test]
    public void Services_of_several_labels_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": ["delivery.logs.amazonaws.com", "states.eu-west-1.amazonaws.com", "workspaces.aws.internal"] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void A_service_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [|"{?}.amazonaws.com"|] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, "the service principal is not known before deployment", type: PolicyType.Trust);
}
