using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

public sealed class EscalateByExistingMlTests : RuleTest<EscalateByExistingMl>
{
    [Test]
    public void Anybodys_Studio_can_be_opened() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [|"sagemaker:CreatePresignedDomainUrl"|], "Resource": (|"*"|) }
          ]
        }
        """, "`sagemaker:CreatePresignedDomainUrl` lets the caller open any user's Studio as that user (path `sm-presigned-domain` and 1 more): name the profiles, or demand your network with `aws:SourceVpce`", risk: SecuritySeverity.High);

    [Test]
    public void A_script_in_any_notebook_takes_four_steps() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": [(|"sagemaker:UpdateNotebookInstanceLifecycleConfig"|), (|"sagemaker:StopNotebookInstance"|), [|"sagemaker:UpdateNotebookInstance"|], (|"sagemaker:StartNotebookInstance"|)], "Resource": (|"*"|) }
          ]
        }
        """, "`sagemaker:UpdateNotebookInstance` lets the caller run a script as root in anybody's notebook, with its role (path `sm-notebook-lcc`): allow only known scripts with `sagemaker:NotebookInstanceLifecycleConfigArns`");

    [Test]
    public void Ones_own_profile_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:CreatePresignedDomainUrl", "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-1/${aws:PrincipalTag/StudioUser}" }
          ]
        }
        """);

    [Test]
    public void Ones_own_network_is_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:CreatePresignedDomainUrl", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-0a1b2c3d" } } }
          ]
        }
        """);

    [Test]
    public void Known_scripts_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:*NotebookInstance*", "Resource": "arn:aws:sagemaker:*:*:notebook-instance*/*", "Condition": { "ForAnyValue:StringEquals": { "sagemaker:NotebookInstanceLifecycleConfigArns": "arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance-lifecycle-config/stop" }, "IpAddress": { "aws:SourceIp": "192.0.2.0/24" } } }
          ]
        }
        """);

    [Test]
    public void A_Deny_closes_it() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "sagemaker:StartSession", "Resource": "*" },
            { "Effect": "Deny", "Action": "sagemaker:StartSession", "Resource": "arn:aws:sagemaker:*:*:space/*" }
          ]
        }
        """);
}
