namespace PolicyLint.Cli.Tests;

/// <summary>What <c>check</c> says of plans, stacks and account dumps.</summary>
public sealed class CheckPlansTests
{
    [Test]
    public void A_policy_of_a_plan_is_told_by_its_address_and_its_line()
    {
        using Folder folder = new Folder().With("plan.json", """
            {"format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": [
              {"address": "module.ml.aws_iam_policy.p", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"], "after": {
                "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObjcet\",\"Resource\":\"arn:aws:s3:::data/*\"}]}"}}}]}
            """);

        CliCall call = CliCall.Inside(folder, "check", ".");

        call.Output.Should().StartWith("plan.json:3:92  error PL2002 unknown-action").And.Contain("module.ml.aws_iam_policy.p (policy)");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void What_is_known_only_after_apply_is_told_and_fails_nothing()
    {
        using Folder folder = new Folder().With("plan.json", """
            {"format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": [
              {"address": "aws_iam_policy.p", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"], "after": {}, "after_unknown": {"policy": true}}}]}
            """);

        CliCall call = CliCall.Inside(folder, "check", "plan.json");

        call.Output.Should().Contain("plan.json:2:155").And.Contain("aws_iam_policy.p (policy)").And.Contain("the policy is known only after apply");
        call.ExitCode.Should().Be(0);
    }

    [Test]
    public void What_the_policies_of_a_user_open_together_is_told_with_the_policy_that_runs_the_code()
    {
        using Folder folder = new Folder().With("account.json", """
            {"UserDetailList": [{"UserName": "Ann", "GroupList": ["Builders"], "UserPolicyList": [{"PolicyName": "run", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
               {"Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:InvokeFunction"], "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:*"}]}}]}],
             "GroupDetailList": [{"GroupName": "Builders", "GroupPolicyList": [{"PolicyName": "pass", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
               {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/*", "Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}}]}}]}]}
            """);

        CliCall call = CliCall.Inside(folder, "check", "account.json");

        call.Output.Should().Contain("account.json:2:35  error PL5005 escalate-by-new-role")
            .And.Contain("The policies of `user/Ann` together")
            .And.Contain("in group/Builders (inline policy \"pass\")");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_stack_is_read_and_its_secret_is_not_shown()
    {
        using Folder folder = new Folder().With("stack.json", """
            {"version": 3, "deployment": {"manifest": {}, "resources": [{"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {
              "description": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "hush"}, "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObjcet\",\"Resource\":\"arn:aws:s3:::data/*\"}]}"}}]}}
            """);

        CliCall call = CliCall.Inside(folder, "check", "stack.json");

        call.Output.Should().Contain("PL2002").And.Contain("aws:iam/policy:Policy p (policy)").And.NotContain("hush");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_plan_that_breaks_off_exits_2()
    {
        using Folder folder = new Folder().With("plan.json", "{\"format_version\": \"1.2\", \"terraform_version\": \"1.9.0\", \"resource_changes\": [\n");

        CliCall call = CliCall.Inside(folder, "check", "plan.json");

        call.Error.Should().StartWith("policylint: plan.json:");
        call.ExitCode.Should().Be(2);
    }
}
