using System.Text.Json;

namespace PolicyLint.Cli.Tests;

/// <summary><c>simulate</c>.</summary>
public sealed class SimulateCommandTests
{
    private const string Reader =
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::data/*" },
            { "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::data/secret/*" },
            { "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpc": ["vpc-1", "vpc-2"] } } }
          ]
        }
        """;

    private const string Everything = """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }""";

    private const string Nothing = """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "ec2:DescribeRegions", "Resource": "*" } }""";

    [Test]
    public void Each_answer_names_the_statements_that_decided_or_the_layers_that_did_not_allow()
    {
        CliCall call = Simulate("--identity reader.json --action s3:GetObject --on arn:aws:s3:::data/a arn:aws:s3:::data/secret/b arn:aws:s3:::other/c");

        call.Output.Should().Be(
            """
            allowed            s3:GetObject on arn:aws:s3:::data/a
                allowed by reader.json:4:5 Read (the identity policies)
            explicitly denied  s3:GetObject on arn:aws:s3:::data/secret/b
                denied by reader.json:5:5 (the identity policies)
            implicitly denied  s3:GetObject on arn:aws:s3:::other/c
                not allowed by the identity policies

            """);
        call.Error.Should().BeEmpty();
        call.ExitCode.Should().Be(1);
    }

    [TestCase("--action s3:GetObject --on arn:aws:s3:::data/a", 0)]
    [TestCase("--action s3:GetObject s3:GetObjectAcl --on arn:aws:s3:::data/a", 0)]
    [TestCase("--action s3:GetObject --action s3:DeleteObject --on arn:aws:s3:::data/a", 1)]
    [TestCase("--action s3:GetObject --on arn:aws:s3:::data/a --boundary nothing.json", 1)]
    [TestCase("--action s3:GetObject --on arn:aws:s3:::data/a --session nothing.json", 1)]
    [TestCase("--action s3:GetObject --on arn:aws:s3:::data/a --endpoint nothing.json", 1)]
    [TestCase("--action s3:GetObject --on arn:aws:s3:::data/a --scp everything.json nothing.json", 1)]
    [TestCase("--action s3:GetObject --on arn:aws:s3:::data/a --scp everything.json everything.json,nothing.json", 0)]
    [TestCase("--action s3:GetObject --on arn:aws:s3:::data/a --rcp nothing.json", 0)]
    [TestCase("--action s3:GetObject --on arn:aws:s3:::data/a --resource-account 444455556666 --principal arn:aws:iam::111122223333:user/ann", 1)]
    [TestCase("--action s3:GetObject --on arn:aws:s3:::data/a --principal ec2.amazonaws.com", 1)]
    [TestCase("--action s3:PutObject --on arn:aws:s3:::x/y --context aws:SourceVpc=vpc-2", 0)]
    [TestCase("--action s3:PutObject --on arn:aws:s3:::x/y --context aws:SourceVpc=vpc-3", 1)]
    [TestCase("--action s3:PutObject --on arn:aws:s3:::x/y", 1)]
    [TestCase("--action s3:PutObject --on arn:aws:s3:::x/y --partial-context", 3)]
    [TestCase("--action s3:PutObject --on arn:aws:s3:::x/y --partial-context --assume best", 0)]
    [TestCase("--action s3:PutObject --on arn:aws:s3:::x/y --partial-context --assume worst", 1)]
    [TestCase("--action s3:GetObject", 3)]
    [TestCase("--action s3:GetObject s3:DeleteObject", 3)]
    public void The_exit_code_tells_the_decision(string options, int exitCode) =>
        Simulate($"--identity reader.json {options}").ExitCode.Should().Be(exitCode);

    [Test]
    public void The_level_of_the_organization_is_told()
    {
        Simulate("--identity reader.json --scp everything.json nothing.json --action s3:GetObject --on arn:aws:s3:::data/a").Output
            .Should().Contain("    not allowed by a service control policy of level 1 (0 is the root)\n");
        Simulate("--identity everything.json --scp everything.json reader.json --action s3:GetObject --on arn:aws:s3:::data/secret/b").Output
            .Should().Contain("    denied by reader.json:5:5 (a service control policy of level 1)\n");
    }

    [Test]
    public void What_may_decide_is_shown_with_both_cases()
    {
        CliCall call = Simulate("--identity reader.json --action s3:PutObject --on arn:aws:s3:::x/y --partial-context");

        call.Output.Should().Be(
            """
            undetermined       s3:PutObject on arn:aws:s3:::x/y
                perhaps allowed by reader.json:6:5 (the identity policies)
                if all that is not known favours access: allowed; if none of it does: implicitly denied

            """);
    }

    [Test]
    public void Json_has_each_request_with_its_answer()
    {
        CliCall call = Simulate("--identity reader.json --scp everything.json --action s3:GetObject --on arn:aws:s3:::data/secret/b --format json --principal arn:aws:iam::111122223333:user/ann");

        using JsonDocument json = JsonDocument.Parse(call.Output);
        JsonElement answer = json.RootElement.GetProperty("results").EnumerateArray().Single();
        answer.EnumerateObject().Select(member => member.Name).Should().Equal(
            "action", "resource", "principal", "decision", "bestCase", "worstCase", "notAllowing", "statements", "layers");
        answer.GetProperty("decision").GetString().Should().Be("explicitly-denied");
        answer.GetProperty("principal").GetString().Should().Be("arn:aws:iam::111122223333:user/ann");
        JsonElement statement = answer.GetProperty("statements").EnumerateArray().Single();
        statement.GetProperty("file").GetString().Should().Be("reader.json");
        statement.GetProperty("pointer").GetString().Should().Be("/Statement/1");
        statement.GetProperty("line").GetInt32().Should().Be(5);
        statement.GetProperty("certain").GetBoolean().Should().BeTrue();
        answer.GetProperty("layers").EnumerateArray().Select(layer => $"{layer.GetProperty("layer")} {layer.GetProperty("decision")}")
            .Should().Equal("scp allowed", "identity explicitly-denied");
        call.ExitCode.Should().Be(1);
    }

    [TestCase("--identity none.json --action s3:GetObject", "none.json: no such file")]
    [TestCase("--identity broken.json --action s3:GetObject", "broken.json: cannot be read as a policy")]
    [TestCase("--identity reader.json --action s3:Get*", "--action: 's3:Get*' is no action; one is written service:Name, as in s3:GetObject, without wildcards")]
    [TestCase("--identity reader.json --action GetObject", "--action: 'GetObject' is no action; one is written service:Name, as in s3:GetObject, without wildcards")]
    [TestCase("--identity reader.json --action s3:GetObject --context aws:SourceVpc", "--context: 'aws:SourceVpc' is not KEY=VALUE")]
    [TestCase("--identity reader.json --action s3:GetObject --principal ann", "--principal: 'ann' is not the ARN of a user, role, session or root user, and no service")]
    [TestCase("--identity reader.json --action s3:GetObject --assume good", "--assume: 'good' is none of best, worst")]
    public void A_wrong_call_or_input_exits_2(string options, string message)
    {
        CliCall call = Simulate(options);

        call.Error.Should().StartWith($"policylint: {message}\n");
        call.Output.Should().BeEmpty();
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void An_action_is_needed()
    {
        CliCall call = Simulate("--identity reader.json");

        call.Error.Should().Contain("--action");
        call.ExitCode.Should().Be(2);
    }

    [Test]
    public void A_policy_that_AWS_would_not_take_is_used_with_a_word()
    {
        CliCall call = Simulate("--identity bad.json --action s3:GetObject --on arn:aws:s3:::data/a");

        call.Error.Should().Be("policylint: bad.json: AWS would not take it as it is; what is wrong with it says: policylint check bad.json\n");
        call.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_policy_may_come_from_standard_input()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, Reader, ["simulate", "--identity", "-", "--action", "s3:GetObject", "--on", "arn:aws:s3:::data/a"]);

        call.Output.Should().Contain("allowed by -:4:5 Read");
        call.ExitCode.Should().Be(0);
    }

    private static CliCall Simulate(string options)
    {
        using var folder = new Folder();
        folder.With("reader.json", Reader).With("everything.json", Everything).With("nothing.json", Nothing)
            .With("bad.json", Folder.Bad).With("broken.json", "{ \"Version\": ");
        return CliCall.Inside(folder, ["simulate", .. options.Split(' ')]);
    }
}
