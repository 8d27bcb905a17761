using PolicyLint.Rules.Correctness;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Correctness;

public sealed class PrincipalByUniqueIdTests : RuleTest<PrincipalByUniqueId>
{
    [Test]
    public void The_id_of_a_role_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": [|"AROAEXAMPLEID12345678"|] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, "`AROAEXAMPLEID12345678` is the id of a role that may be deleted: name the role by its ARN", type: PolicyType.Trust);

    [Test]
    public void The_id_of_a_user_is_found_in_NotPrincipal() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Deny", "NotPrincipal": { "AWS": ["111122223333", [|"AIDAEXAMPLEID12345678"|]] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, "`AIDAEXAMPLEID12345678` is the id of a user that may be deleted: name the user by its ARN", type: PolicyType.Resource);

    [Test]
    public void The_service_has_a_code_for_roles() => FindsCode(IssueCodes.InvalidRoleReference, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": [|"AROAEXAMPLEID12345678"|] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void The_service_has_a_code_for_users() => FindsCode(IssueCodes.InvalidUserReference, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": [|"AIDAEXAMPLEID12345678"|] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void ARNs_and_accounts_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": ["111122223333", "arn:aws:iam::111122223333:role/AROAEXAMPLEID12345678"] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void The_id_of_a_bucket_owner_is_another_thing() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "CanonicalUser": "AROAEXAMPLEID12345678" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
          ]
        }
        """, PolicyType.Resource);
}
