using PolicyLint.Rules.Maintainability;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Maintainability;

public sealed class RepeatedSidTests : RuleTest<RepeatedSid>
{
    [Test]
    public void The_service_names_both_places() => FindsCode(IssueCodes.UniqueSidsRecommended, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": [|"Deny"|], "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" },
            { "Sid": [|"Deny"|], "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" }
          ]
        }
        """, PolicyType.Scp);

    [Test]
    public void The_second_Sid_is_reported_and_the_first_pointed_to() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": (|"Read"|), "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Sid": [|"Read"|], "Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::data" }
          ]
        }
        """, "The Sid `Read` is used twice, so it does not tell which statement is meant");

    [Test]
    public void An_SCP_is_looked_at_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "A", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" },
            { "Sid": [|"A"|], "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" }
          ]
        }
        """, type: PolicyType.Scp);

    [Test]
    public void An_identity_policy_is_not_its_matter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "A", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" },
            { "Sid": "A", "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" }
          ]
        }
        """, PolicyType.Identity);

    [Test]
    public void Different_Sids_and_none_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "Read", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Sid": "read", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::data" },
            { "Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::data" }
          ]
        }
        """);

    [Test]
    public void A_Sid_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "Read", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Sid": [|"Read{?}"|], "Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::data" }
          ]
        }
        """, "the Sid is not known before deployment");
}
