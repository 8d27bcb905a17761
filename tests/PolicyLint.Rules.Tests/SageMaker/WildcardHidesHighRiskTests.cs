using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class WildcardHidesHighRiskTests : RuleTest<WildcardHidesHighRisk>
{
    [TestCase("SageMaker:*domain*", "`CreatePresignedDomainUrl`, which lets the caller open what others work in")]
    [TestCase("sagemaker:Start*", "`StartSession`, which lets the caller open sessions")]
    [TestCase("sagemaker:*LineageGroupPolicy", "`CreateLineageGroupPolicy` and `PutLineageGroupPolicy`, which let the caller share with other accounts")]
    [TestCase("sagemaker:*tudioLifecycle?onfig", "`CreateStudioLifecycleConfig`, which lets the caller run scripts as root in others' notebooks")]
    public void What_a_wildcard_hides_is_named(string action, string hidden) => Finds($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["sagemaker:DescribeEndpoint", [|"{{action}}"|]], "Resource": "*" }
        }
        """, $"`{action}` holds {hidden}", risk: SecuritySeverity.High);

    // Hub content, partner app, domain, two of MLflow, notebook; two lifecycle configurations; the lineage group's policy.
    [Test]
    public void Create_hides_nine() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:Create*"|], "Resource": "*" }
        }
        """,
        "`sagemaker:Create*` holds `CreateHubContentPresignedUrls`, `CreatePartnerAppPresignedUrl`, `CreatePresignedDomainUrl` and 6 more, "
        + "which let the caller open what others work in, run scripts as root in others' notebooks and share with other accounts");

    [Test]
    public void What_cannot_work_on_the_resource_is_not_counted() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:Create*"|], "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/*" }
        }
        """, "`sagemaker:Create*` holds `CreatePresignedNotebookInstanceUrl`, which lets the caller open what others work in");

    [Test]
    public void A_condition_that_really_limits_makes_it_medium() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow", "Action": [|"sagemaker:CreateP*"|], "Resource": "*",
            "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-11112222" } }
          }
        }
        """, risk: SecuritySeverity.Medium);

    [Test]
    public void On_jobs_alone_it_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:Create*", "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*" }
        }
        """);

    [Test]
    public void A_Deny_of_what_is_dangerous_clears_it() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:Create*", "Resource": "arn:aws:sagemaker:us-east-1:111122223333:*" },
            { "Effect": "Deny", "Resource": "*", "Action": ["sagemaker:CreatePresigned*", "sagemaker:CreatePartnerAppPresignedUrl",
              "sagemaker:CreateHubContentPresignedUrls", "sagemaker:Create*LifecycleConfig", "sagemaker:CreateLineageGroupPolicy"] }
          ]
        }
        """);

    [TestCase("sagemaker:*")]
    [TestCase("sagemaker:CreatePresignedDomainUrl")]
    [TestCase("sagemaker:CreatePresigned*")]
    [TestCase("sagemaker:CreatePresignedDomainUr?")]
    [TestCase("sagemaker:Create*LifecycleConfig")]
    [TestCase("sagemaker:Describe*")]
    [TestCase("sagemaker:*Endpoint")]
    [TestCase("*:Create*")]
    public void Everything_names_wildcards_that_hide_nothing_and_wildcard_services_are_clean(string action) => Clean($$"""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "*" }
        }
        """);

    [Test]
    public void Deny_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "sagemaker:Create*", "Resource": "*" }
        }
        """);

    [Test]
    public void An_SCP_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "sagemaker:Create*", "Resource": "*" }
        }
        """, PolicyType.Scp);

    [Test]
    public void An_action_of_a_template_cannot_be_judged() => CannotJudge("""
        {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"sagemaker:{?}"|], "Resource": "*" }
        }
        """, "the action is not known before deployment");
}
