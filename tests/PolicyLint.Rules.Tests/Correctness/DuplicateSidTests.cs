using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class DuplicateSidTests : RuleTest<DuplicateSid>
{
    private const string TwoAlike = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": (|"Read"|), "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Sid": [|"Read"|], "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::data" }
          ]
        }
        """;

    [Test]
    public void The_second_Sid_is_reported_and_the_first_pointed_to() => Finds(TwoAlike, "The Sid `Read` is used twice");

    [Test]
    public void The_service_names_both_places() => FindsCode(IssueCodes.UniqueSidsRequired, TwoAlike);

    [Test]
    public void It_is_an_error_in_a_boundary_too() => Finds(TwoAlike, type: PolicyType.Boundary);

    [Test]
    public void Each_further_use_is_reported() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "A", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
            { "Sid": "B", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
            { "Sid": [|"A"|], "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" },
            { "Sid": [|"B"|], "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" },
            { "Sid": [|"A"|], "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*" }
          ]
        }
        """, ["The Sid `A` is used twice", "The Sid `B` is used twice", "The Sid `A` is used twice"]);

    [Test]
    public void Sids_that_differ_in_case_are_two() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
            { "Sid": "read", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void Statements_without_a_Sid_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
            { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_bucket_policy_is_left_alone() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "Read", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Sid": "Read", "Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::data" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void A_Sid_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Sid": [|"Read{?}"|], "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::data" }
          ]
        }
        """, "the Sid is not known before deployment");
}
