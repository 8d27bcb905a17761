using PolicyLint.Sources.Terraform;

namespace PolicyLint.Sources.Tests.Terraform;

public sealed class TerraformUnknownTests
{
    [Test]
    public void A_policy_that_is_known_only_after_apply_is_told()
    {
        SourceReading reading = Read("""
            {"resource_changes": [{"address": "aws_s3_bucket_policy.b", "mode": "managed", "type": "aws_s3_bucket_policy", "change": {"actions": ["create"],
              "after": {"bucket": "data"},
              "after_unknown": {"id": true, "policy": true}}}]}
            """);

        Sighting.PoliciesOf(reading).Should().BeEmpty();
        Sighting.GapsOf(reading).Should().Equal("3:43 aws_s3_bucket_policy.b (policy): the policy is known only after apply");
    }

    [Test]
    public void One_of_several_inline_policies_may_be_unknown()
    {
        SourceReading reading = Read("""
            {"resource_changes": [{"address": "aws_iam_role.r", "mode": "managed", "type": "aws_iam_role", "change": {"actions": ["create"],
              "after": {"inline_policy": [{"name": "a", "policy": "{{Clean}}"}, {"name": "b"}]},
              "after_unknown": {"inline_policy": [{}, {"policy": true}]}}}]}
            """);

        Sighting.PoliciesOf(reading).Should().Equal("identity aws_iam_role.r (inline_policy[0].policy)");
        Sighting.GapsOf(reading).Should().Equal("3:54 aws_iam_role.r (inline_policy[1].policy): the policy is known only after apply");
    }

    [Test]
    public void A_policy_that_nobody_writes_is_AWSs_own_and_not_told() => Gaps("""
        {"resource_changes": [
          {"address": "module.q.aws_sqs_queue.q[0]", "mode": "managed", "type": "aws_sqs_queue", "change": {"actions": ["create"], "after": {}, "after_unknown": {"policy": true}}},
          {"address": "aws_iam_role.r", "mode": "managed", "type": "aws_iam_role", "change": {"actions": ["create"], "after": {}, "after_unknown": {"inline_policy": true}}},
          {"address": "aws_kms_key.k[\"a]\"]", "mode": "managed", "type": "aws_kms_key", "change": {"actions": ["create"], "after": {}, "after_unknown": {"policy": true}}}],
         "configuration": {"root_module": {
           "resources": [
             {"address": "aws_iam_role.r", "expressions": {"assume_role_policy": {}}},
             {"address": "aws_kms_key.k", "expressions": {"policy": {"references": ["local.policy"]}}}],
           "module_calls": {"q": {"module": {"resources": [{"address": "aws_sqs_queue.q", "expressions": {"name": {}}}]}}}}}}
        """).Should().Equal("""4:157 aws_kms_key.k["a]"] (policy): the policy is known only after apply""");

    [Test]
    public void A_document_that_is_read_during_apply_is_told() => Gaps("""
        {"resource_changes": [{"address": "data.aws_iam_policy_document.d", "mode": "data", "type": "aws_iam_policy_document", "change": {"actions": ["read"],
          "after": {}, "after_unknown": {"json": true}}}],
         "configuration": {"root_module": {"resources": [{"address": "data.aws_iam_policy_document.d", "expressions": {"statement": []}}]}}}
        """).Should().Equal("2:42 data.aws_iam_policy_document.d (json): the policy is known only after apply");

    [Test]
    public void A_document_that_is_put_together_during_apply_is_read_from_its_blocks()
    {
        SourceReading reading = Read("""
            {"resource_changes": [{"address": "data.aws_iam_policy_document.d", "mode": "data", "type": "aws_iam_policy_document", "change": {"actions": ["read"],
              "after": {"source_json": null, "version": null, "statement": [
                {"sid": null, "effect": null, "not_actions": null,
                 "actions": ["sagemaker:*", "s3:GetObjcet"],
                 "resources": [null, "arn:aws:s3:::&{aws:username}/*"],
                 "principals": [{"type": "AWS", "identifiers": [null]}, {"type": "AWS", "identifiers": ["111122223333"]}, {"type": "Service", "identifiers": ["ec2.amazonaws.com"]}],
                 "condition": [{"test": "StringEquals", "variable": "aws:SourceAccount", "values": ["1"]}, {"test": "StringEquals", "variable": "aws:SourceAccount", "values": ["2"]},
                   {"test": "StringEquals", "variable": "aws:SourceArn", "values": ["3"]}, {"test": "Bool", "variable": "aws:SecureTransport", "values": ["true"]}]},
                {"sid": "x", "effect": "Deny", "not_actions": ["*"], "not_resources": ["*"], "not_principals": [{"type": "*", "identifiers": ["*"]}]}]},
              "after_unknown": {"json": true, "statement": [{"resources": [true, false], "principals": [{"identifiers": [true]}, {}, {}]}, {}]}}}]}
            """);

        HostedPolicy policy = reading.Policies.Should().ContainSingle().Subject;
        TextOf(policy.Text).Replace("\\uFFFF", "UNKNOWN", StringComparison.OrdinalIgnoreCase).Should().Be(string.Concat(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow",""",
            """ "Principal":{"AWS":["UNKNOWN","111122223333"],"Service":["ec2.amazonaws.com"]},""".TrimStart(),
            """ "Action":["sagemaker:*","s3:GetObjcet"],"Resource":["UNKNOWN","arn:aws:s3:::${aws:username}/*"],""".TrimStart(),
            """ "Condition":{"StringEquals":{"aws:SourceAccount":["1","2"],"aws:SourceArn":["3"]},"Bool":{"aws:SecureTransport":["true"]}}},""".TrimStart(),
            """{"Sid":"x","Effect":"Deny","NotPrincipal":"*","NotAction":["*"],"NotResource":["*"]}]}"""));
        Sighting.GapsOf(reading).Should().BeEmpty();
        Sighting.Of(reading).Should().Contain("""4:33 PL2002 data.aws_iam_policy_document.d (json): "s3:GetObjcet" """.TrimEnd());
        LintResult result = PolicyLinter.Default.Lint(policy.Parse());
        result.NotEvaluated.Should().Contain(part => part.Pointer == "/Statement/0/Resource/0" && part.Source.GetPosition(part.Span.Start) == new LinePosition(5, 20));
    }

    [TestCase("""{"source_policy_documents": ["{}"], "statement": [{"actions": ["*"]}]}""", """{"json": true}""")]
    [TestCase("""{"statement": [{"actions": ["*"]}]}""", """{"json": true, "override_json": true}""")]
    [TestCase("""{"statement": [{"actions": ["*"]}, null]}""", """{"json": true, "statement": [{}, true]}""")]
    [TestCase("""{}""", """{"json": true, "statement": true}""")]
    public void A_document_that_is_made_of_more_than_its_blocks_is_told(string after, string unknown)
    {
        SourceReading reading = Read("""
            {"resource_changes": [{"address": "data.aws_iam_policy_document.d", "mode": "data", "type": "aws_iam_policy_document", "change": {
              "after": AFTER, "after_unknown": UNKNOWN}}]}
            """.Replace("AFTER", after, StringComparison.Ordinal).Replace("UNKNOWN", unknown, StringComparison.Ordinal));

        Sighting.PoliciesOf(reading).Should().BeEmpty();
        reading.Gaps.Should().ContainSingle().Which.Reason.Should().Be("the policy is known only after apply");
    }

    [Test]
    public void A_policy_that_IAM_does_not_evaluate_is_told() => Gaps("""
        {"resource_changes": [{"address": "aws_iot_policy.things", "mode": "managed", "type": "aws_iot_policy", "change": {"actions": ["create"],
          "after": {"policy": "{{Clean}}"}}}]}
        """).Should().Equal("2:23 aws_iot_policy.things (policy): a policy of aws_iot_policy is not one that IAM evaluates");

    [Test]
    public void A_sensitive_policy_is_neither_shown_nor_checked()
    {
        SourceReading reading = Read("""
            {"resource_changes": [{"address": "aws_iam_policy.p", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"],
              "after": {"policy": "{{Clean}}"},
              "after_unknown": {}, "after_sensitive": {"policy": true}}}]}
            """);

        Sighting.PoliciesOf(reading).Should().BeEmpty();
        Sighting.GapsOf(reading).Should().Equal("2:23 aws_iam_policy.p (policy): the policy is marked as sensitive, so that it is not shown and not checked");
        TextOf(reading.Gaps.Single().Source).Should().NotContain("GetObject");
    }

    [Test]
    public void Sensitive_values_beside_a_policy_are_blotted_out_of_its_file()
    {
        SourceReading reading = Read("""
            {"variables": {"token": {"value": "sëcret-1"}, "name": {"value": "open"}},
             "planned_values": {"outputs": {"o": {"sensitive": true, "value": ["secret-2"]}}, "root_module": {"resources": [
               {"address": "aws_db_instance.d", "type": "aws_db_instance", "values": {"password": "secret-3", "port": 5432}, "sensitive_values": {"password": true}}]}},
             "resource_changes": [
               {"address": "aws_db_instance.d", "type": "aws_db_instance", "change": {"actions": ["update"], "before": {"password": "secret-4🔒"}, "before_sensitive": {"password": true},
                 "after": {"users": [{"name": "a", "password": "secret-5"}]}, "after_sensitive": {"users": [{"password": true}]}}},
               {"address": "aws_iam_policy.p", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"], "after": {"policy": "{{Clean}}"}}}],
             "configuration": {"root_module": {"variables": {"token": {"sensitive": true}, "name": {}}}}}
            """);

        SourceText file = reading.Policies.Single().Text.Origin!.File;
        TextOf(file).Should().NotContain("secret").And.NotContain("sëcret");
        TextOf(file).Should().Contain("\"open\"").And.Contain("5432").And.Contain("\"name\": \"a\"");
        file.GetLine(1).Should().StartWith("{\"variables\": {\"token\": {\"value\": \"*·******\"}");
    }

    [Test]
    public void A_file_without_secrets_is_the_callers()
    {
        SourceText file = SampleFile.Of("""
            {"resource_changes": [{"address": "aws_iam_policy.p", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"], "after": {"policy": "{{Clean}}"}}}]}
            """);

        TerraformReader.Read(file).Policies.Single().Text.Origin!.File.Should().BeSameAs(file);
    }

    private static SourceReading Read(string plan) => TerraformReader.Read(SampleFile.Of(plan));

    private static string[] Gaps(string plan) => Sighting.GapsOf(Read(plan));

    private static string TextOf(SourceText text) => text.GetText(new TextSpan(0, text.Bytes.Length));
}
