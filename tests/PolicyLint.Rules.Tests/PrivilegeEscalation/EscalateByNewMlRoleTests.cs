using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalateByNewMlRoleTests : RuleTest<EscalateByNewMlRole>
{
    [Test]
    public void A_training_job_with_any_role_is_found_over_two_statements() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sagemaker:CreateTrainingJob"|], "Resource": "*" },
            { "Effect": "Allow", "Action": (|"iam:PassRole"|), "Resource": (|"*"|) }
          ]
        }
        """, "`sagemaker:CreateTrainingJob` with `iam:PassRole` on any role lets the caller run any container or script as the role (path `sm-training-job`): name the role and `iam:PassedToService`", risk: SecuritySeverity.Critical);

    [Test]
    public void With_the_service_named_it_is_high() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sagemaker:CreateTrainingJob"|], "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/*", "Condition": { "StringEquals": { "iam:PassedToService": "sagemaker.amazonaws.com" } } }
          ]
        }
        """, risk: SecuritySeverity.High);

    [Test]
    public void A_pattern_of_roles_is_a_medium_risk() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sagemaker:CreateTrainingJob"|], "Resource": "*" },
            { "Effect": "Allow", "Action": (|"iam:PassRole"|), "Resource": (|"arn:aws:iam::*:role/*AmazonSageMaker*"|), "Condition": { "StringEquals": { "iam:PassedToService": "sagemaker.amazonaws.com" } } }
          ]
        }
        """, "`sagemaker:CreateTrainingJob` with `iam:PassRole` on such roles lets the caller run any container or script as the role (path `sm-training-job`): name the role and `iam:PassedToService`", risk: SecuritySeverity.Medium);

    [Test]
    public void Every_step_of_a_longer_path_is_pointed_to() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [[|"sagemaker:CreateModel"|], (|"sagemaker:CreateEndpointConfig"|), (|"sagemaker:CreateEndpoint"|)], "Resource": "*" },
            { "Effect": "Allow", "Action": (|"iam:Pass*"|), "Resource": (|"*"|) }
          ]
        }
        """, "`sagemaker:CreateModel` with `iam:Pass*` on any role lets the caller serve any container as the role (path `sm-endpoint-new`): name the role and `iam:PassedToService`");

    [Test]
    public void A_role_for_Lambda_opens_nothing() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:CreateTrainingJob", "Resource": "*" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringLike": { "iam:PassedToService": ["lambda.amazonaws.com", "*.lambda.amazonaws.com"] } } }
          ]
        }
        """);

    [Test]
    public void A_Deny_of_other_services_closes_it() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": ["sagemaker:CreateTrainingJob", "iam:PassRole"], "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringNotEquals": { "iam:PassedToService": "glue.amazonaws.com" } } }
          ]
        }
        """);

    [Test]
    public void One_named_role_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:Create*", "Resource": "*" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/fraud-training", "Condition": { "StringEquals": { "iam:PassedToService": "sagemaker.amazonaws.com" } } }
          ]
        }
        """);

    [Test]
    public void A_job_without_a_role_to_pass_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:CreateTrainingJob", "Resource": "*" }
          ]
        }
        """);

    [Test]
    public void A_tag_on_the_role_never_holds() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:CreateTrainingJob", "Resource": "*" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "fraud" } } }
          ]
        }
        """);

    [Test]
    public void A_service_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:CreateTrainingJob", "Resource": "*" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": [|"{?}"|] } } }
          ]
        }
        """, "the condition is not known before deployment");

    [Test]
    public void A_role_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:CreateTrainingJob", "Resource": "*" },
            { "Effect": "Allow", "Action": "iam:PassRole", "Resource": [|"{?}"|] }
          ]
        }
        """, "which roles may be passed is not known before deployment");
}
