using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalateBySecretsTests : RuleTest<EscalateBySecrets>
{
    [Test]
    public void Every_secret_can_be_read() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"secretsmanager:GetSecretValue"|], "Resource": (|"*"|) }
          ]
        }
        """, "`secretsmanager:GetSecretValue` lets the caller read every secret (path `cred-22`): name the resources that are needed", risk: SecuritySeverity.Medium);

    [Test]
    public void A_path_of_secrets_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "arn:aws:secretsmanager:*:*:secret:orders/*" }
          ]
        }
        """);

    [Test]
    public void Signing_in_to_the_registry_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "ecr:GetAuthorizationToken", "Resource": "*" }
          ]
        }
        """);
}
