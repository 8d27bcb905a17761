using PolicyLint.Sources.Terraform;

namespace PolicyLint.Sources.Tests.Terraform;

public sealed class TerraformPlanTests
{
    [Test]
    public void A_policy_is_read_inside_its_string_and_the_place_is_that_of_the_escaped_text() => Findings("""
        {"resource_changes": [
          {"address": "aws_iam_policy.read", "mode": "managed", "type": "aws_iam_policy", "name": "read",
           "change": {"actions": ["create"], "after": {
             "policy": "{{Misspelt}}"}}}
        ]}
        """).Should().Equal("""4:93 PL2002 aws_iam_policy.read (policy): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void A_policy_over_many_lines_stays_on_the_line_of_its_string() => Findings("""
        {"resource_changes": [
          {"address": "aws_iam_policy.read", "mode": "managed", "type": "aws_iam_policy",
           "change": {"actions": ["create"], "after": {"policy": "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{\n    \"Effect\": \"Allow\",\n    \"Action\": \"s3:GetObjcet\",\n    \"Resource\": \"arn:aws:s3:::data/*\"\n  }]\n}"}}}
        ]}
        """).Should().Equal("""3:159 PL2002 aws_iam_policy.read (policy): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void A_policy_that_is_no_JSON_is_told_where_it_breaks() => Findings("""
        {"resource_changes": [
          {"address": "aws_sqs_queue_policy.q", "mode": "managed", "type": "aws_sqs_queue_policy", "change": {"actions": ["create"], "after": {
             "policy": "{\"Version\":\"2012-10-17\" \"Statement\":[]}"}}}
        ]}
        """).Should().Equal("""3:45 PL0010 aws_sqs_queue_policy.q (policy): \" """.TrimEnd());

    [Test]
    public void Each_kind_of_document_has_the_type_that_its_place_makes_it() => Policies("""
        {"resource_changes": [
          {"address": "aws_iam_role.r", "mode": "managed", "type": "aws_iam_role", "change": {"actions": ["create"], "after": {
            "assume_role_policy": "{{Clean}}", "inline_policy": [{"name": "a", "policy": "{{Clean}}"}, {"name": "b", "policy": "{{Clean}}"}]}}},
          {"address": "aws_organizations_policy.s", "mode": "managed", "type": "aws_organizations_policy", "change": {"actions": ["create"], "after": {
            "content": "{{Clean}}", "type": "SERVICE_CONTROL_POLICY"}}},
          {"address": "aws_organizations_policy.r", "mode": "managed", "type": "aws_organizations_policy", "change": {"actions": ["create"], "after": {
            "content": "{{Clean}}", "type": "RESOURCE_CONTROL_POLICY"}}},
          {"address": "aws_vpc_endpoint.e", "mode": "managed", "type": "aws_vpc_endpoint", "change": {"actions": ["create"], "after": {"policy": "{{Clean}}"}}},
          {"address": "aws_s3_bucket_policy.b", "mode": "managed", "type": "aws_s3_bucket_policy", "change": {"actions": ["create"], "after": {"policy": "{{Clean}}"}}},
          {"address": "aws_new_thing.t", "mode": "managed", "type": "aws_new_thing", "change": {"actions": ["create"], "after": {"access": [{"my_policy": "{{Clean}}"}]}}}
        ]}
        """).Should().Equal(
            "trust aws_iam_role.r (assume_role_policy)",
            "identity aws_iam_role.r (inline_policy[0].policy)",
            "identity aws_iam_role.r (inline_policy[1].policy)",
            "scp aws_organizations_policy.s (content)",
            "rcp aws_organizations_policy.r (content)",
            "vpc-endpoint aws_vpc_endpoint.e (policy)",
            "resource aws_s3_bucket_policy.b (policy)",
            "? aws_new_thing.t (access[0].my_policy)");

    [Test]
    public void The_policy_of_a_bucket_is_held_to_what_a_bucket_takes() =>
        TerraformReader.Read(SampleFile.Of("""
            {"resource_changes": [{"address": "aws_s3_bucket_policy.b", "mode": "managed", "type": "aws_s3_bucket_policy",
              "change": {"actions": ["create"], "after": {"policy": "{{Clean}}"}}}]}
            """)).Policies.Should().ContainSingle().Which.ResourceType.Should().Be(PolicyResourceType.S3Bucket);

    [Test]
    public void Policies_of_other_languages_are_left_alone() => Policies("""
        {"resource_changes": [
          {"address": "aws_organizations_policy.tags", "mode": "managed", "type": "aws_organizations_policy", "change": {"actions": ["create"], "after": {
            "content": "{\"tags\":{}}", "type": "TAG_POLICY"}}},
          {"address": "aws_iot_policy.things", "mode": "managed", "type": "aws_iot_policy", "change": {"actions": ["create"], "after": {"policy": "{{Clean}}"}}},
          {"address": "aws_ecr_lifecycle_policy.l", "mode": "managed", "type": "aws_ecr_lifecycle_policy", "change": {"actions": ["create"], "after": {"policy": "{\"rules\":[]}"}}},
          {"address": "google_storage_bucket_iam_policy.g", "mode": "managed", "type": "google_storage_bucket_iam_policy", "change": {"actions": ["create"], "after": {"policy_data": "{{Clean}}"}}}
        ]}
        """).Should().BeEmpty();

    [Test]
    public void An_empty_policy_is_none() => Policies("""
        {"resource_changes": [
          {"address": "aws_iam_role.r", "mode": "managed", "type": "aws_iam_role", "change": {"actions": ["create"], "after": {
            "assume_role_policy": null, "inline_policy": [{"name": "", "policy": ""}]}}},
          {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "change": {"actions": ["create"], "after": {"policy": " "}}}
        ]}
        """).Should().BeEmpty();

    [Test]
    public void What_will_be_deleted_or_forgotten_is_not_read() => Policies("""
        {"resource_changes": [
          {"address": "aws_iam_policy.gone", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["delete"], "before": {"policy": "{{Misspelt}}"}, "after": null}},
          {"address": "aws_iam_policy.left", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["forget"], "before": {"policy": "{{Misspelt}}"}, "after": null}}
        ], "prior_state": {"values": {"root_module": {"resources": [
          {"address": "aws_iam_policy.gone", "mode": "managed", "type": "aws_iam_policy", "values": {"policy": "{{Misspelt}}"}}
        ]}}}}
        """).Should().BeEmpty();

    [Test]
    public void Of_an_update_what_will_be_is_read_and_not_what_was() => Findings("""
        {"resource_changes": [{"address": "aws_iam_policy.read", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["update"],
          "before": {"policy": "{{Clean}}"},
          "after": {"policy": "{{Misspelt}}"}}}]}
        """).Should().Equal("""3:100 PL2002 aws_iam_policy.read (policy): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void What_does_not_change_is_read_all_the_same() => Policies("""
        {"resource_changes": [{"address": "aws_iam_policy.read", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["no-op"],
          "before": {"policy": "{{Clean}}"}, "after": {"policy": "{{Clean}}"}}}]}
        """).Should().Equal("identity aws_iam_policy.read (policy)");

    [Test]
    public void A_policy_is_read_once_though_the_plan_has_it_many_times() => Findings("""
        {"planned_values": {"root_module": {"child_modules": [{"address": "module.ml", "child_modules": [{"resources": [
           {"address": "module.ml.module.roles[\"eu\"].aws_iam_policy.read[0]", "mode": "managed", "type": "aws_iam_policy", "values": {"policy": "{{Misspelt}}"}}]}]}]}},
         "resource_changes": [{"address": "module.ml.module.roles[\"eu\"].aws_iam_policy.read[0]", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"], "after": {
           "policy": "{{Misspelt}}"}}}],
         "prior_state": {"values": {"root_module": {"resources": [
           {"address": "data.aws_iam_policy_document.read", "mode": "data", "type": "aws_iam_policy_document", "values": {"json": "{{Misspelt}}", "minified_json": "{{Misspelt}}"}}]}}},
         "configuration": {"root_module": {"resources": [{"address": "aws_iam_policy.read", "expressions": {"policy": {"constant_value": "{{Misspelt}}"}}}]}}}
        """).Should().Equal("""4:91 PL2002 module.ml.module.roles["eu"].aws_iam_policy.read[0] (policy): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void A_resource_that_stands_among_the_planned_values_only_is_read_there() => Findings("""
        {"planned_values": {"root_module": {"child_modules": [{"resources": [{"address": "module.ml.aws_iam_policy.read", "mode": "managed", "type": "aws_iam_policy", "values": {
           "policy": "{{Misspelt}}"}}]}]}}}
        """).Should().Equal("""2:91 PL2002 module.ml.aws_iam_policy.read (policy): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void A_document_of_a_data_source_that_nothing_is_attached_to_is_read() => Findings("""
        {"resource_changes": [], "prior_state": {"values": {"root_module": {"resources": [
          {"address": "data.aws_iam_policy_document.read", "mode": "data", "type": "aws_iam_policy_document", "values": {
           "json": "{{Misspelt}}"}}]}}}}
        """).Should().Equal("""3:89 PL2002 data.aws_iam_policy_document.read (json): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void A_document_that_is_attached_in_another_spelling_is_read_once() => Policies("""
        {"resource_changes": [{"address": "aws_iam_policy.read", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"], "after": {
           "policy": "{\"Statement\":[{\"Action\":[\"s3:GetObject\",\"s3:ListBucket\"],\"Effect\":\"Allow\",\"Resource\":\"*\"}],\"Version\":\"2012-10-17\"}"}}}],
         "prior_state": {"values": {"root_module": {"resources": [{"address": "data.aws_iam_policy_document.read", "mode": "data", "type": "aws_iam_policy_document", "values": {
           "json": "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": {\"Effect\": \"Allow\", \"Action\": [\"s3:ListBucket\", \"s3:GetObject\"], \"Resource\": [\"*\"]}\n}"}}]}}}}
        """).Should().Equal("identity aws_iam_policy.read (policy)");

    [Test]
    public void One_of_AWSs_own_policies_that_is_looked_up_is_not_read() => Policies("""
        {"prior_state": {"values": {"root_module": {"resources": [
          {"address": "data.aws_iam_policy.aws", "mode": "data", "type": "aws_iam_policy", "values": {"arn": "arn:aws:iam::aws:policy/ReadOnlyAccess", "policy": "{{Misspelt}}"}},
          {"address": "data.aws_iam_policy.own", "mode": "data", "type": "aws_iam_policy", "values": {"arn": "arn:aws:iam::111122223333:policy/own", "policy": "{{Clean}}"}}
        ]}}}, "planned_values": {}}
        """).Should().Equal("identity data.aws_iam_policy.own (policy)");

    [Test]
    public void A_plan_in_UTF_16_has_the_same_lines_and_columns()
    {
        string plan = """
            {"resource_changes": [{"address": "aws_iam_policy.é", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"], "after": {
             "policy": "{{Misspelt}}"}}}]}
            """;
        byte[] bytes = [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(SampleFile.Fill(plan))];

        Sighting.Of(TerraformReader.Read(SourceText.From(bytes))).Should().Equal("""2:89 PL2002 aws_iam_policy.é (policy): \"s3:GetObjcet\" """.TrimEnd());
    }

    private static string[] Findings(string plan) => Sighting.Of(TerraformReader.Read(SampleFile.Of(plan)));

    private static string[] Policies(string plan) => Sighting.PoliciesOf(TerraformReader.Read(SampleFile.Of(plan)));
}
