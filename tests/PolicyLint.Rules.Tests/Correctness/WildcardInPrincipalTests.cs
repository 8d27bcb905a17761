using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class WildcardInPrincipalTests : RuleTest<WildcardInPrincipal>
{
    [Test]
    public void A_part_of_a_name_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": ["111122223333", [|"arn:aws:iam::111122223333:role/ml-*"|]] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, "A wildcard in `arn:aws:iam::111122223333:role/ml-*`: a principal of the kind `AWS` is named in full", type: PolicyType.Resource);

    [Test]
    public void Every_account_is_no_account() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": [|"arn:aws:iam::*:root"|] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, type: PolicyType.Trust);

    [Test]
    public void Only_AWS_takes_the_star() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "NotPrincipal": { "Service": [|"*"|], "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, "A wildcard in `*`: a principal of the kind `Service` is named in full", type: PolicyType.Resource);

    [Test]
    public void A_question_mark_is_a_wildcard_too() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": [|"arn:aws:iam::111122223333:user/dev?"|] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, type: PolicyType.VpcEndpoint);

    [Test]
    public void The_service_says_so() => FindsCode(IssueCodes.UnsupportedWildcardInPrincipal, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": [|"arn:aws:iam::111122223333:user/*"|] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Everybody_is_written_with_a_star() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" },
            { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, PolicyType.Resource);

    [Test]
    public void Whole_names_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/deploy", "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);
}
