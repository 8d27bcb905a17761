using PolicyLint.Rules.Security;
using PolicyLint.Rules.Tests.Access;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Security;

public sealed class SecretsAnyTests : RuleTest<SecretsAny>
{
    [Test]
    public void Every_secret_is_high() => Finds(Policy("""
        "Action": [|"secretsmanager:GetSecretValue"|], "Resource": (|"*"|)
        """), "`GetSecretValue` lets the caller read every secret", risk: SecuritySeverity.High);

    [Test]
    public void Every_parameter_is_high() => Finds(Policy("""
        "Action": [|"ssm:GetParameter*"|], "Resource": "arn:aws:ssm:*:*:parameter/*"
        """), "`GetParameter`, `GetParameters`, `GetParametersByPath` and `GetParameterHistory` let the caller read every parameter, passwords among them", risk: SecuritySeverity.High);

    [Test]
    public void The_convention_of_SageMaker_is_low() => Finds(Policy("""
        "Action": [|"secretsmanager:GetSecretValue"|], "Resource": (|"arn:aws:secretsmanager:*:*:secret:AmazonSageMaker-*"|)
        """), "`GetSecretValue` lets the caller read the secrets of all users of SageMaker", risk: SecuritySeverity.Low);

    [TestCaseSource(typeof(Spellings), nameof(Spellings.OnEverything), new object[] { "secretsmanager:GetSecretValue" })]
    public void Every_spelling_is_found(string elements) => Finds(Policy(elements));

    [TestCase(""" "Action": "secretsmanager:GetSecretValue", "Resource": "arn:aws:secretsmanager:us-east-1:111122223333:secret:AmazonSageMaker-fraud-git-??????" """)]
    [TestCase(""" "Action": "secretsmanager:GetSecretValue", "Resource": "*", "Condition": { "StringEquals": { "secretsmanager:ResourceTag/SageMaker": "true" } } """)]
    [TestCase(""" "Action": "secretsmanager:GetSecretValue", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } } """)]
    [TestCase(""" "Action": "ssm:GetParameters", "Resource": "arn:aws:ssm:*:*:parameter/aws/*" """)]
    [TestCase(""" "Action": ["secretsmanager:ListSecrets", "ssm:DescribeParameters"], "Resource": "*" """)]
    public void Secrets_by_name_or_tag_are_clean(string elements) => Clean(Policy(elements));

    [Test]
    public void A_Deny_that_covers_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*" },
            { "Effect": "Deny", "Action": "secretsmanager:*", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_secret_of_a_template_cannot_be_judged() => CannotJudge(Policy("""
        "Action": "secretsmanager:GetSecretValue", "Resource": [|"{?}"|]
        """), "the resource is not known before deployment");

    [Test]
    public void An_SCP_is_left_alone() => Clean(Policy("""
        "Action": "ssm:GetParameter", "Resource": "*"
        """), PolicyType.Scp);

    private static string Policy(string elements) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", {{elements}} }
        }
        """;
}
