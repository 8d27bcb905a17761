using PolicyLint.Rules.Maintainability;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Maintainability;

public sealed class RedundantSessionPrincipalTests : RuleTest<RedundantSessionPrincipal>
{
    [Test]
    public void A_session_beside_its_role_is_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": [[|"arn:aws:sts::111122223333:assumed-role/deployer/build-42"|], "arn:aws:iam::111122223333:role/ci/deployer"] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, "`arn:aws:sts::111122223333:assumed-role/deployer/build-42` is a session of `arn:aws:iam::111122223333:role/ci/deployer`, which is trusted already", type: PolicyType.Trust);

    [Test]
    public void The_service_says_so() => FindsCode(IssueCodes.RedundantPrincipalInRoleTrustPolicy, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:role/ci/deployer", [|"arn:aws:iam::111122223333:assumed-role/deployer/build-42"|]] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void A_session_alone_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "arn:aws:sts::111122223333:assumed-role/deployer/build-42" }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void Sessions_of_other_roles_and_accounts_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": ["arn:aws:sts::111122223333:assumed-role/deployer/build-42", "arn:aws:iam::111122223333:role/deployers", "arn:aws:iam::444455556666:role/deployer", "arn:aws:iam::111122223333:user/deployer"] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);
}
