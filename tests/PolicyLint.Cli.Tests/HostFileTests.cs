using System.Text.Json;

namespace PolicyLint.Cli.Tests;

/// <summary>Policies in templates.</summary>
public sealed class HostFileTests
{
    private const string Template =
        """
        Parameters:
          Bucket: {Type: String}
        Conditions:
          Big: !Equals [!Ref Bucket, big]
        Resources:
          Reader:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - Effect: Alow
                    Action: s3:GetObject
                    Resource: !If [Big, "arn:aws:s3:::big/*", "arn:aws:s3:::small/*"]
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy: !ImportValue key-policy
        """;

    [Test]
    public void A_finding_is_at_its_line_of_the_template_and_names_the_policy()
    {
        using Folder folder = new Folder().With("app.yaml", Template);

        CliCall call = CliCall.Inside(folder, "check", "app.yaml");

        call.Output.Should().StartWith("app.yaml:12:21  error PL0110 invalid-effect\n  in Reader (PolicyDocument)\n  `Alow` is not an effect");
        call.Output.Should().Contain("app.yaml:18:18  not evaluated: the policy is not known before deployment\n  in Key (KeyPolicy)\n");
        call.Output.Should().Contain("\n1 policy, 1 error, 1 part not evaluated (");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void Programs_get_the_same_as_JSON()
    {
        using Folder folder = new Folder().With("app.yaml", Template);

        using JsonDocument report = JsonDocument.Parse(CliCall.Inside(folder, "check", "--format", "json", "app.yaml").Output);

        JsonElement finding = report.RootElement.GetProperty("findings").EnumerateArray().Single();
        finding.GetProperty("file").GetString().Should().Be("app.yaml");
        finding.GetProperty("policy").GetString().Should().Be("Reader (PolicyDocument)");
        finding.GetProperty("pointers")[0].GetString().Should().Be("/Statement/0/Effect");
        JsonElement gap = report.RootElement.GetProperty("notEvaluated").EnumerateArray().Single();
        gap.GetProperty("policy").GetString().Should().Be("Key (KeyPolicy)");
        gap.GetProperty("reason").GetString().Should().Be("the policy is not known before deployment");
    }

    [Test]
    public void Build_servers_get_a_line_each()
    {
        using Folder folder = new Folder().With("app.yaml", Template);

        CliCall.Inside(folder, "check", "--format", "msbuild", "app.yaml").Output.Split('\n').Should().SatisfyRespectively(
            line => line.Should().StartWith("app.yaml(12,21,12,25): error PL0110: ").And.EndWith(" (in Reader (PolicyDocument))"),
            line => line.Should().EndWith("app.yaml(18,18,18,41): message: not evaluated: the policy is not known before deployment (in Key (KeyPolicy))"),
            line => line.Should().BeEmpty());
    }

    [TestCase("Resources:\n  A:\n    Type: AWS::IAM::Role\n\tProperties: {}\n", "t.yaml:4:1: not YAML: lines are indented with spaces, not with a tab")]
    [TestCase("{\"AWSTemplateFormatVersion\": \"2010-09-09\",\n \"Resources\": {\"A\": ]}", "t.yaml:2:21: not JSON: ']' is an invalid start of a value")]
    [TestCase("AWSTemplateFormatVersion: 2010-09-09\n---\nResources: {}\n", "t.yaml:2:1: a second YAML document starts here, and a template is one document")]
    public void A_template_that_cannot_be_read_exits_2_with_its_line(string text, string message)
    {
        using Folder folder = new Folder().With("t.yaml", text).With("p/t.yaml", text).With("p/bad.json", Folder.Bad);

        CliCall call = CliCall.Inside(folder, "check", "t.yaml");

        call.Error.Should().Be($"policylint: {message}\n");
        call.ExitCode.Should().Be(2);

        CliCall all = CliCall.Inside(folder, "check", "p");

        all.Error.Should().Be($"policylint: p/{message}\n");
        all.Output.Should().StartWith("p/bad.json:4:17  error PL0110 ");
        all.ExitCode.Should().Be(2);
    }

    [Test]
    public void Templates_in_folders_are_found_and_other_files_are_counted()
    {
        using Folder folder = new Folder().With("a.yaml", Template).With("b.yml", Template).With("c.template", Template).With("d.json", Folder.Bad)
            .With("k8s.yaml", "apiVersion: v1\nkind: Role\n").With("package.json", "{}").With("readme.md", Template);

        CliCall call = CliCall.Inside(folder, "check", "--format", "msbuild");

        call.Output.Split('\n').Where(line => line.Contains("PL0110", StringComparison.Ordinal)).Select(line => line.Split('(')[0]).Should().Equal("a.yaml", "b.yml", "c.template", "d.json");
        CliCall.Inside(folder, "check").Output.Should().Contain("\n4 policies, 4 errors, 3 parts not evaluated, 2 files skipped that are no policies (");
    }

    [Test]
    public void The_report_is_the_same_for_any_number_of_jobs()
    {
        using var folder = new Folder();
        for (int i = 0; i < 40; i++)
            folder.With($"{i}.yaml", Template.Replace("Reader", $"Reader{i}", StringComparison.Ordinal));

        CliCall.Inside(folder, "check", "--jobs", "8").Should().Be(CliCall.Inside(folder, "check", "--jobs", "1"));
    }

    [Test]
    public void The_place_of_a_policy_says_more_of_its_type_than_the_call()
    {
        using Folder folder = new Folder().With("app.yaml", Template);

        // An identity policy has no Principal, and a resource policy needs one.
        CliCall.Inside(folder, "check", "--type", "resource", "app.yaml").Output.Should().NotContain("Principal");
    }

    [Test]
    public void A_template_comes_through_a_pipe_too()
    {
        using var folder = new Folder();

        CliCall.Inside(folder, Template, ["check", "-"]).Output.Should().StartWith("-:12:21  error PL0110 ");
    }

    [Test]
    public void An_assembly_of_CDK_is_its_templates()
    {
        using Folder folder = new Folder()
            .With("cdk.out/manifest.json", """{"version":"36.0.0","artifacts":{}}""")
            .With("cdk.out/Ml.template.json", Json("A"))
            .With("cdk.out/MlNested.nested.template.json", Json("B"))
            .With("cdk.out/assembly-Prod/Prod.template.json", Json("C"))
            .With("cdk.out/asset.0a1b/theirs.template.json", Json("D"))
            .With("cdk.out/Ml.assets.json", "{}");

        CliCall call = CliCall.Inside(folder, "check", "--format", "msbuild", "cdk.out/manifest.json");

        call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf('(', StringComparison.Ordinal)] + line[line.LastIndexOf("(in", StringComparison.Ordinal)..])
            .Should().Equal(
                "cdk.out/Ml.template.json(in Stack/A [A1] (PolicyDocument))",
                "cdk.out/MlNested.nested.template.json(in Stack/B [B1] (PolicyDocument))",
                "cdk.out/assembly-Prod/Prod.template.json(in Stack/C [C1] (PolicyDocument))");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_hostile_name_does_no_harm_at_a_terminal()
    {
        using Folder folder = new Folder().With("app.json", Json("\\u001b[2J\\u202e"));

        string output = CliCall.Inside(folder, "", ["check", "--color", "never", "app.json"], isTerminal: true).Output;

        output.Should().Contain("in Stack/").And.NotContain("\e").And.NotContain("\u202e");
    }

    private static string Json(string name) =>
        $$$"""
        {
          "Resources": {
            "{{{name}}}1": {
              "Type": "AWS::IAM::ManagedPolicy",
              "Properties": { "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Alow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }] } },
              "Metadata": { "aws:cdk:path": "Stack/{{{name}}}/Resource" }
            }
          }
        }
        """;
}
