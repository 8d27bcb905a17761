using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class ServiceWithoutSourceTests : RuleTest<ServiceWithoutSource>
{
    [Test]
    public void A_service_without_a_source_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [|"sns.amazonaws.com"|] }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs" }
          ]
        }
        """, "`sns.amazonaws.com` may be made to call by anybody: no condition names the source", type: PolicyType.Resource, risk: SecuritySeverity.Medium);

    [Test]
    public void Several_services_are_one_finding() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [[|"sns.amazonaws.com"|], (|"s3.amazonaws.com"|)] }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs" }
          ]
        }
        """, type: PolicyType.Resource);

    [Test]
    public void A_referer_is_no_source() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs", "Condition": { "StringLike": { [|"aws:Referer"|]: "111122223333" } } }
          ]
        }
        """, "`aws:Referer` is a weak sign of who makes the service call: use `aws:SourceArn` or `aws:SourceAccount`", type: PolicyType.Resource, risk: SecuritySeverity.Low);

    [Test]
    public void A_source_of_any_kind_is_no_source() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [|"sns.amazonaws.com"|] }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs", "Condition": { "StringLike": { "aws:SourceAccount": "*" } } }
          ]
        }
        """, type: PolicyType.Resource);

    [Test]
    public void The_service_says_so() => FindsCode(IssueCodes.RestrictAccessToServicePrincipal, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [[|"sns.amazonaws.com"|], (|"s3.amazonaws.com"|)] }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void The_service_recommends_another_key() => FindsCode(IssueCodes.RecommendedConditionKeyForServicePrincipal, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs", "Condition": { "StringEquals": { [|"aws:Referer"|]: "111122223333" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void The_service_asks_for_the_source_beside_another_key() => FindsCode(IssueCodes.RestrictAccessToServicePrincipal, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [|"logs.eu-west-1.amazonaws.com"|] }, "Action": "kms:Decrypt", "Resource": "*", "Condition": { "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:111122223333:*" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void What_else_narrows_the_request_will_do() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "logs.eu-west-1.amazonaws.com" }, "Action": "kms:Decrypt", "Resource": "*", "Condition": { "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:111122223333:*" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Each_form_of_the_source_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:x" } } },
            { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs", "Condition": { "StringEquals": { "AWS:SourceAccount": "111122223333" } } },
            { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs", "Condition": { "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } } },
            { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs", "Condition": { "ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } } }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Accounts_and_Deny_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs" },
            { "Effect": "Deny", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Trust_policies_are_another_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "codebuild.amazonaws.com" }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);
}
