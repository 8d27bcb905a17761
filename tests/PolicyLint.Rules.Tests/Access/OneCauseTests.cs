using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Access;

/// <summary>All rules together: one cause gives one finding, and a graver one is never swallowed.</summary>
public sealed class OneCauseTests
{
    [Test]
    public void The_founding_example_gives_one_finding_at_its_action()
    {
        byte[] json = File.ReadAllBytes(Repository.PathOf("samples", "policies", "ml-users-everything.json"));
        Finding finding = PolicyLinter.Default.Lint(PolicyDocument.Parse(SourceText.From(json, "everything"))).Findings.Should().ContainSingle().Subject;

        finding.Rule.Id.Should().Be("PL3002");
        finding.Severity.Should().Be(Severity.Error);
        finding.Start.Should().Be(new LinePosition(6, 18));
        finding.Pointers.Should().Equal("/Statement/0/Action/0", "/Statement/0/Resource");
    }

    [TestCase("ml-users-least-privilege.json", null)]
    [TestCase("ml-users-read-only.json", null)]
    [TestCase("no-public-notebooks.scp.json", PolicyType.Scp)]
    [TestCase("no-public-notebooks.scp.json", null)]
    [TestCase("training-data.bucket.json", null)]
    [TestCase("training-role.trust.json", null)]
    public void The_other_samples_are_clean(string file, PolicyType? type)
    {
        byte[] json = File.ReadAllBytes(Repository.PathOf("samples", "policies", file));
        LintResult result = PolicyLinter.Default.Lint(PolicyDocument.Parse(SourceText.From(json, file), type));

        string.Join('\n', result.Findings).Should().BeEmpty();
        result.NotEvaluated.Should().BeEmpty();
        result.IsComplete.Should().BeTrue();
    }

    [TestCase("PL1001", """{ "Effect": "Allow", "Action": "*", "Resource": "*" }""")]
    [TestCase("PL1001", """{ "Effect": "Allow", "Action": ["*", "sagemaker:Create*", "iam:PassRole"], "Resource": "*" }""")]
    [TestCase("PL1001", """{ "Effect": "Allow", "NotAction": "sqs:ListQueues", "Resource": "*" }""")]
    [TestCase("PL1003", """{ "Effect": "Allow", "NotAction": ["iam:*", "organizations:*", "account:*"], "Resource": "*" }""")]
    [TestCase("PL1005", """{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }""")]
    [TestCase("PL1002", """{ "Effect": "Allow", "Action": "s*:*", "Resource": "*" }""")]
    [TestCase("PL1002", """{ "Effect": "Allow", "Action": "sage*:*", "Resource": "*" }""")]
    [TestCase("PL3012", """{ "Effect": "Allow", "Action": "sagemaker:CreatePresignedDomainUrl", "Resource": "*" }""")]
    [TestCase("PL3021", """{ "Effect": "Allow", "Action": ["sagemaker:AddTags", "sagemaker:DeleteTags"], "Resource": "*" }""")]
    [TestCase("PL3028", """{ "Effect": "Allow", "Action": "sagemaker-mlflow:*", "Resource": "*" }""")]
    [TestCase("PL1007", """{ "Effect": "Allow", "Action": ["bedrock:*", "cognito-idp:*"], "Resource": "*" }""")]
    [TestCase("PL1007", """{ "Effect": "Allow", "Action": "dynamodb:*", "Resource": "*" }""")]
    [TestCase("PL1007", """{ "Effect": "Allow", "Action": "codecommit:*", "Resource": "*" }""")]
    [TestCase("PL1050", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }""")]
    [TestCase("PL1052", """{ "Effect": "Allow", "Action": "ecr:*", "Resource": "*" }""")]
    [TestCase("PL1053", """{ "Effect": "Allow", "Action": "kms:*", "Resource": "*" }""")]
    [TestCase("PL1055", """{ "Effect": "Allow", "Action": "secretsmanager:*", "Resource": "*" }""")]
    [TestCase("PL1057", """{ "Effect": "Allow", "Action": "logs:*", "Resource": "*" }""")]
    [TestCase("PL2190", """{ "Effect": "Allow", "Action": "s3:PutObjectAcl", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }""")]
    [TestCase("PL2191", """{ "Effect": "Allow", "Action": ["ecr:GetAuthorizationToken", "ecr:BatchGetImage"], "Resource": "arn:aws:ecr:us-east-1:111122223333:repository/fraud" }""")]
    [TestCase("PL3002", """{ "Effect": "Allow", "Action": ["sage*r:*", "sagemaker:Create*"], "Resource": "arn:aws:sagemaker:*" }""")]
    public void One_cause_is_one_finding(string id, string statement) => IdsOf(statement).Should().Equal(id);

    [Test]
    public void Full_access_to_a_second_service_is_not_swallowed() =>
        IdsOf("""{ "Effect": "Allow", "Action": ["s3:*", "dynamodb:*"], "Resource": "*" }""").Should().Equal("PL1007", "PL1050");

    [Test]
    public void PassRole_and_the_writing_of_permissions_by_NotAction_are_graver_than_NotAction() =>
        IdsOf("""{ "Effect": "Allow", "NotAction": "s3:*", "Resource": "*" }""").Should().Equal("PL1003", "PL1005", "PL5001");

    [Test]
    public void The_actions_and_the_resources_of_a_wildcard_are_two_causes() =>
        IdsOf("""{ "Effect": "Allow", "Action": "sagemaker:Create*", "Resource": "*" }""").Should().Equal("PL3007", "PL3008");

    [Test]
    public void The_actions_and_NotResource_are_two_causes() =>
        IdsOf("""{ "Effect": "Allow", "Action": "sagemaker:*", "NotResource": "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/prod" }""").Should().Equal("PL3002", "PL1004");

    [Test]
    public void A_wildcard_and_what_it_opens_are_two_causes() =>
        IdsOf("""{ "Effect": "Allow", "Action": "sagemaker:CreatePresigned*", "Resource": "*" }""").Should().Equal("PL3006", "PL3012");

    [Test]
    public void The_roles_that_are_passed_and_what_runs_as_them_are_two_causes() =>
        IdsOf("""{ "Effect": "Allow", "Action": ["iam:PassRole", "sagemaker:CreatePipeline"], "Resource": "*" }""").Should().Equal("PL1005", "PL3010", "PL3008");

    private static IEnumerable<string> IdsOf(string statement)
    {
        LintResult result = PolicyLinter.Default.Lint($$"""{ "Version": "2012-10-17", "Statement": [{{statement}}] }""");
        return result.Findings.Select(finding => finding.Rule.Id);
    }
}
