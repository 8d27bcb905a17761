using System.Text;
using CsCheck;
using PolicyLint.Sources.Accounts;
using PolicyLint.Sources.Pulumi;
using PolicyLint.Sources.Terraform;

namespace PolicyLint.Sources.Tests.Documents;

public sealed class HostilePlanTests
{
    private const string Plan = """
        {"format_version": "1.2", "resource_changes": [
          {"address": "aws_iam_policy.p", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"],
           "after": {"policy": "{{Misspelt}}", "secret": "s"}, "after_unknown": {"arn": true}, "after_sensitive": {"secret": true}}},
          {"address": "aws_iam_role.r", "mode": "managed", "type": "aws_iam_role", "change": {"actions": ["create"],
           "after": {"assume_role_policy": "{}", "inline_policy": [{"policy": "\u00e9\ud83d\ude00"}]}, "after_unknown": {"inline_policy": [{}]}}}]}
        """;

    private const string Stack = """
        {"deployment": {"resources": [
          {"urn": "urn:pulumi:dev::ml::aws:iam/policy:Policy::p", "type": "aws:iam/policy:Policy", "inputs": {"policy": "{{Misspelt}}"}},
          {"urn": "urn:pulumi:dev::ml::aws-native:iam:Role::r", "type": "aws-native:iam:Role", "inputs": {"policies": [
            {"policyDocument": {"Statement": [{"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "x"}]}}]}}]}}
        """;

    private const string Dump = """
        {"UserDetailList": [{"UserName": "U", "GroupList": ["G"], "UserPolicyList": [{"PolicyName": "p", "PolicyDocument": "%7B%22Statement%22:%5B%5D%7D"}]}],
         "GroupDetailList": [{"GroupName": "G", "GroupPolicyList": [{"PolicyName": "p", "PolicyDocument": {"Statement": []}}]}],
         "RoleDetailList": [{"RoleName": "R", "PermissionsBoundary": {"PermissionsBoundaryArn": "a"}, "AttachedManagedPolicies": [{"PolicyArn": "a"}]}],
         "Policies": [{"Arn": "a", "DefaultVersionId": "v1", "PolicyVersionList": [{"VersionId": "v1", "Document": {"Statement": []}}]}]}
        """;

    private static readonly Func<SourceText, SourceReading>[] Readers = [TerraformReader.Read, PulumiReader.Read, AccountDumpReader.Read];

    [Test]
    public void A_file_that_breaks_off_is_a_problem_at_its_end()
    {
        foreach (Func<SourceText, SourceReading> read in Readers)
        {
            SourceText file = SourceText.From("{\"resource_changes\": [\n  {\"address\": \"a\",");

            Sighting.ProblemsOf(read(file), file).Should().Equal("2:18");
        }
    }

    [Test]
    public void A_file_with_a_mistake_is_a_problem_at_the_mistake()
    {
        foreach (Func<SourceText, SourceReading> read in Readers)
        {
            SourceText file = SourceText.From("{\"steps\": [\n  {\"op\" \"create\"}]}");

            Sighting.ProblemsOf(read(file), file).Should().Equal("2:9");
        }
    }

    [Test]
    public void A_file_of_thousands_of_brackets_is_a_problem()
    {
        foreach (Func<SourceText, SourceReading> read in Readers)
        {
            read(SourceText.From(new string('[', 100_000))).Problems.Should().ContainSingle();
            read(SourceText.From($"{{\"resource_changes\": {string.Concat(Enumerable.Repeat("{\"a\":", 100_000))}1{new string('}', 100_001)}")).Problems.Should().ContainSingle();
        }
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("\"x\"")]
    [TestCase("{}")]
    [TestCase("""{"resource_changes": 1, "planned_values": [], "values": "x", "steps": {}, "deployment": null, "Policies": {"a": 1}, "UserDetailList": "x"}""")]
    [TestCase("""{"resource_changes": [null, 1, "x", [], {}, {"type": 1}, {"type": "aws_iam_policy", "change": []}, {"type": "aws_iam_policy", "change": {"after": {"policy": 1}}}]}""")]
    [TestCase("""{"planned_values": {"root_module": {"resources": {"a": 1}, "child_modules": [1, {"child_modules": {}}]}}}""")]
    [TestCase("""{"resources": [{"type": "aws_iam_role", "instances": [1, {}, {"attributes": {"inline_policy": {"policy": "x"}}, "sensitive_attributes": [1, [1, {"value": 2}]]}]}]}""")]
    [TestCase("""{"steps": [1, null, {}, {"newState": 1}, {"newState": {"urn": "x", "type": "aws:iam/policy:Policy"}}, {"newState": {"urn": "a::b", "type": "aws::", "inputs": []}}]}""")]
    [TestCase("""{"UserDetailList": [1, {}, {"UserPolicyList": [1, {}, {"PolicyDocument": 1}], "GroupList": [1, {}], "AttachedManagedPolicies": [1, {"PolicyArn": []}], "PermissionsBoundary": 1}], "Policies": [1, {}, {"PolicyVersionList": [1, {}]}]}""")]
    public void A_file_of_another_shape_gives_no_policy_that_nobody_wrote(string text)
    {
        foreach (Func<SourceText, SourceReading> read in Readers)
            read(SourceText.From(text)).Policies.Where(policy => policy.Text.Bytes.Length > 1).Should().BeEmpty();
    }

    [Test]
    public void Names_are_kept_as_they_are_and_break_nothing()
    {
        const string Name = "a]\\\"[\\u001b[31m::x\\n%{}\\u202e";
        SourceReading reading = TerraformReader.Read(SampleFile.Of("""
            {"resource_changes": [{"address": "NAME", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"], "after": {"policy": "{{Clean}}"}, "after_unknown": {}}},
              {"address": "", "mode": "managed", "type": "aws_iam_policy", "change": {"actions": ["create"], "after": {"policy": "{{Clean}}"}}}]}
            """.Replace("NAME", Name, StringComparison.Ordinal)));

        reading.Policies.Select(policy => policy.Text.Origin!.Address).Should().Equal("a]\"[\e[31m::x\n%{}\u202e (policy)", " (policy)");
    }

    [Test]
    public void Half_a_character_is_no_reason_to_throw()
    {
        foreach (Func<SourceText, SourceReading> read in Readers)
        {
            SourceReading reading = read(SourceText.From("""
                {"resource_changes": [{"address": "\ud800", "type": "aws_iam_policy", "change": {"after": {"policy": "{\"\ud800\":\"Statement\",\"Statement\":{\"Effect\":1}}", "x_policy": "{\"\\ud800\":\"Statement\",\"Statement\":{\"Effect\":1}}"}}}],
                 "prior_state": {"values": {"root_module": {"resources": [{"address": "d", "mode": "data", "type": "aws_iam_policy_document", "values": {"json": "{\"\\ud800\":1}"}}]}}},
                 "UserDetailList": [{"UserName": "\udc00", "UserPolicyList": [{"PolicyDocument": "%7B%ED%A0%80\ud800"}]}],
                 "steps": [{"newState": {"urn": "\ud800", "type": "aws:iam/policy:Policy", "inputs": {"policy": "\ud800"}}}]}
                """));
            reading.Invoking(Exhaust).Should().NotThrow();
        }
    }

    [Test]
    public void Whatever_is_changed_in_a_file_nothing_throws()
    {
        byte[][] files = [.. new[] { Plan, Stack, Dump }.Select(static text => Encoding.UTF8.GetBytes(SampleFile.Fill(text)))];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, 5000], Gen.Int[0, 40], Gen.Byte.Array[0, 6]).Sample(
            (file, at, length, put) =>
            {
                byte[] bytes = files[file];
                int start = at % bytes.Length;
                byte[] changed = [.. bytes[..start], .. put, .. bytes[Math.Min(bytes.Length, start + length)..]];
                foreach (Func<SourceText, SourceReading> read in Readers)
                    Exhaust(read(SourceText.From(changed)));
            },
            iter: 3000);
    }

    private static void Exhaust(SourceReading reading)
    {
        foreach (HostedPolicy policy in reading.Policies)
        {
            PolicyDocument document = policy.Parse();
            foreach (Problem problem in document.Problems)
                policy.Text.Origin!.File.GetText(policy.Text.Origin.Locate(problem.Span));
        }

        foreach (NotEvaluated gap in reading.Gaps)
            gap.Source.GetText(gap.Span);
    }
}
