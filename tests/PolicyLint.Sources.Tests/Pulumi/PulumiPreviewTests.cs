using PolicyLint.Sources.Pulumi;

namespace PolicyLint.Sources.Tests.Pulumi;

public sealed class PulumiPreviewTests
{
    [Test]
    public void What_a_step_leaves_is_read() => Findings("""
        {"config": {}, "steps": [{"op": "update", "urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p",
          "oldState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {"policy": "{{Clean}}"}},
          "newState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {
            "policy": "{{Misspelt}}"}}}]}
        """).Should().Equal("""4:92 PL2002 aws:iam/policy:Policy p (policy): \"s3:GetObjcet\" """.TrimEnd());

    [Test]
    public void What_a_step_deletes_is_not_read() => Policies("""
        {"steps": [
          {"op": "delete", "oldState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::a", "type": "aws:iam/policy:Policy", "inputs": {"policy": "{{Clean}}"}}},
          {"op": "delete-replaced", "newState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::b", "type": "aws:iam/policy:Policy", "inputs": {"policy": "{{Clean}}"}}},
          {"op": "same", "newState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::c", "type": "aws:iam/policy:Policy", "inputs": {"policy": "{{Clean}}"}}}]}
        """).Should().Equal("identity aws:iam/policy:Policy c (policy)");

    [Test]
    public void The_steps_of_a_replacement_are_one_resource() => Policies("""
        {"steps": [
          {"op": "create-replacement", "newState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::a", "type": "aws:iam/policy:Policy", "inputs": {"policy": "{{Clean}}"}}},
          {"op": "replace", "newState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::a", "type": "aws:iam/policy:Policy", "inputs": {"policy": "{{Clean}}"}}}]}
        """).Should().Equal("identity aws:iam/policy:Policy a (policy)");

    [Test]
    public void A_policy_that_is_not_known_yet_is_told()
    {
        SourceReading reading = Read("""
            {"steps": [{"op": "create", "newState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {
              "policy": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"}}}]}
            """);

        Sighting.PoliciesOf(reading).Should().BeEmpty();
        Sighting.GapsOf(reading).Should().Equal("2:13 aws:iam/policy:Policy p (policy): the policy is not known before the update");
    }

    [Test]
    public void A_list_of_policies_that_is_not_known_yet_is_told() => Sighting.GapsOf(Read("""
        {"steps": [{"op": "create", "newState": {"urn": "urn:pulumi:dev::ml::aws:iam/role:Role::r", "type": "aws:iam/role:Role", "inputs": {
          "assumeRolePolicy": {"4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4"},
          "inlinePolicies": "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"}}}]}
        """)).Should().Equal(
            "2:23 aws:iam/role:Role r (assumeRolePolicy): the policy is not known before the update",
            "3:21 aws:iam/role:Role r (inlinePolicies): the policy is not known before the update");

    [Test]
    public void A_hidden_secret_is_told() => Sighting.GapsOf(Read("""
        {"steps": [{"op": "create", "newState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {
          "policy": "[secret]"}}}]}
        """)).Should().Equal("2:13 aws:iam/policy:Policy p (policy): the policy is a secret, so that it is not shown and not checked");

    [Test]
    public void A_part_of_an_object_that_is_not_known_is_no_finding_and_is_told()
    {
        SourceReading reading = Read("""
            {"steps": [{"op": "create", "newState": {"urn": "urn:pulumi:dev::ml::aws-native:iam:ManagedPolicy::p", "type": "aws-native:iam:ManagedPolicy", "inputs": {
              "policyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sagemaker:*",
                "Resource": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"}]}}}}]}
            """);

        LintResult result = PolicyLinter.Default.Lint(reading.Policies.Should().ContainSingle().Subject.Parse());
        result.Document.Problems.Should().BeEmpty();
        result.Document.Statements[0].Resource!.Values[0].HasUnknown.Should().BeTrue();
        result.Findings.Should().NotContain(finding => finding.Pointers.Contains("/Statement/0/Resource"));
        result.NotEvaluated.Should().Contain(part => part.Pointer == "/Statement/0/Resource")
            .Which.Source.GetPosition(result.NotEvaluated.First(part => part.Pointer == "/Statement/0/Resource").Span.Start).Should().Be(new LinePosition(3, 17));
    }

    [Test]
    public void A_part_of_a_string_that_is_not_known_is_no_finding_and_is_told()
    {
        SourceReading reading = Read("""
            {"steps": [{"op": "create", "newState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {
              "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::04da6b54-80e4-46f7-96ec-b56ff0331ba9/*\"}]}"}}}]}
            """);

        PolicyDocument document = reading.Policies.Should().ContainSingle().Subject.Parse();
        document.Problems.Should().BeEmpty();
        document.Statements[0].Resource!.Values[0].Value.Should().Be("arn:aws:s3:::\uFFFF/*");
        PolicyLinter.Default.Lint(document).Findings.Should().BeEmpty();
    }

    [Test]
    public void An_envelope_that_says_where_a_value_comes_from_is_opened() => Findings("""
        {"steps": [{"op": "create", "newState": {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {
          "policy": {"4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "dependencies": [], "value":
            "{{Misspelt}}"}}}}]}
        """).Should().Equal("""3:82 PL2002 aws:iam/policy:Policy p (policy): \"s3:GetObjcet\" """.TrimEnd());

    private static SourceReading Read(string preview) => PulumiReader.Read(SampleFile.Of(preview));

    private static string[] Findings(string preview) => Sighting.Of(Read(preview));

    private static string[] Policies(string preview) => Sighting.PoliciesOf(Read(preview));
}
