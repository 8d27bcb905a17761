using PolicyLint.Sources.Terraform;

namespace PolicyLint.Sources.Tests.Terraform;

public sealed class TerraformStateTests
{
    [Test]
    public void The_resources_of_all_modules_are_read() => Findings("""
        {"format_version": "1.0", "values": {"root_module": {
          "resources": [{"address": "aws_iam_policy.a", "mode": "managed", "type": "aws_iam_policy", "values": {
            "policy": "{{Misspelt}}"}}],
          "child_modules": [{"child_modules": [{"resources": [{"address": "module.m.module.n.aws_iam_user_policy.b", "mode": "managed", "type": "aws_iam_user_policy", "values": {
            "policy": "{{Misspelt}}"}}]}]}]}}}
        """).Should().Equal(
            """3:92 PL2002 aws_iam_policy.a (policy): \"s3:GetObjcet\" """.TrimEnd(),
            """5:92 PL2002 module.m.module.n.aws_iam_user_policy.b (policy): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void A_state_file_is_read_instance_by_instance() => Policies("""
        {"version": 4, "terraform_version": "1.9.0", "resources": [
          {"module": "module.m", "mode": "managed", "type": "aws_iam_policy", "name": "a", "instances": [
            {"index_key": 0, "attributes": {"policy": "{{Misspelt}}"}},
            {"index_key": "eu", "attributes": {"policy": "{{Misspelt}}"}},
            {"deposed": "1234abcd", "attributes": {"policy": "{{Misspelt}}"}}]},
          {"mode": "data", "type": "aws_iam_policy_document", "name": "d", "instances": [{"attributes": {"json": "{\"Statement\":[]}"}}]}]}
        """).Should().Equal(
            "identity module.m.aws_iam_policy.a[0] (policy)",
            "identity module.m.aws_iam_policy.a[\"eu\"] (policy)",
            "? data.aws_iam_policy_document.d (json)");

    [Test]
    public void A_state_file_keeps_its_secrets()
    {
        SourceReading reading = TerraformReader.Read(SampleFile.Of("""
            {"version": 4, "resources": [
              {"type": "aws_db_instance", "name": "d", "instances": [{"attributes": {"password": "hunter2"}, "sensitive_attributes": [[{"type": "get_attr", "value": "password"}]]}]},
              {"type": "aws_iam_policy", "name": "a", "instances": [{"attributes": {"policy": "{{Misspelt}}"}}]}]}
            """));

        reading.Policies.Single().Text.Origin!.File.GetLine(2).Should().Contain("\"password\": \"*******\"");
    }

    [Test]
    public void A_state_without_resources_gives_nothing() => Policies("""{"format_version": "1.0", "terraform_version": "1.9.0"}""").Should().BeEmpty();

    private static string[] Findings(string state) => Sighting.Of(TerraformReader.Read(SampleFile.Of(state)));

    private static string[] Policies(string state) => Sighting.PoliciesOf(TerraformReader.Read(SampleFile.Of(state)));
}
