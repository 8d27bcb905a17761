using PolicyLint.Rules.Security;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class GitHubSubjectWildcardTests : RuleTest<GitHubSubjectWildcard>
{
    [Test]
    public void Other_organizations_are_a_high_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": ["repo:octo-org/octo-repo:ref:refs/heads/main", [|"repo:octo*/*"|]] } } }
          ]
        }
        """, "`repo:octo*/*` lets in repositories of other GitHub organizations", type: PolicyType.Trust, risk: SecuritySeverity.High);

    [Test]
    public void Other_repositories_are_a_medium_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": [|"repo:octo-org/*"|] } } }
          ]
        }
        """, "`repo:octo-org/*` lets in several repositories of the organization", type: PolicyType.Trust, risk: SecuritySeverity.Medium);

    [Test]
    public void Other_branches_are_a_low_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": [|"repo:octo-org/octo-repo:*"|] } } }
          ]
        }
        """, "`repo:octo-org/octo-repo:*` lets in more than one branch, environment or kind of event of the repository", type: PolicyType.Trust, risk: SecuritySeverity.Low);

    [Test]
    public void The_service_says_so() => FindsCode(IssueCodes.SpecificGitHubRepoAndBranchRecommended, """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": [|"repo:octo-org/octo-repo:*"|] } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void A_branch_by_name_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main" } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void The_branch_may_stand_under_its_own_key() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:*" }, "StringEquals": { "token.actions.githubusercontent.com:ref": "refs/heads/main" } } }
          ]
        }
        """, PolicyType.Trust);

    [Test]
    public void A_star_under_an_operator_without_wildcards_is_a_letter() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:octo-org/*" } } }
          ]
        }
        """, PolicyType.Trust);
}
