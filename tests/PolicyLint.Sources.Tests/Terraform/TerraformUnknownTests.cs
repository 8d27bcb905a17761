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
