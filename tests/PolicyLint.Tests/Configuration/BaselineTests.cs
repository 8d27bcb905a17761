using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using PolicyLint.Configuration;
using PolicyLint.Rules;
using PolicyLint.Tests.Pipeline;

namespace PolicyLint.Tests.Configuration;

/// <summary>Which findings are those of a baseline, and how it is written and read.</summary>
public sealed class BaselineTests
{
    private const string File = "policies/a.json";

    private static readonly Rule[] Rules = [Made.OnStatements("PL1900")];

    private static readonly string[] Statements =
    [
        """{ "Sid": "One", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*" }""",
        """{ "Sid": "Two", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": ["*"] }""",
        """{ "Effect": "Deny", "Action": "kms:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": false } } }""",
    ];

    [Test]
    public void Moved_and_reformatted_statements_are_known()
    {
        Baseline baseline = Baseline.Of(Baseline.EntriesOf(Lint(Statements), File));

        Gen.Shuffle(Statements).Select(Gen.Bool, Gen.Bool, (order, isIndented, isTurned) => (order, isIndented, isTurned)).Sample(change =>
        {
            var comparison = new BaselineComparison(baseline);
            LintResult left = comparison.LeaveOutKnown(LintText(Reformatted(change.order, change.isIndented, change.isTurned)), File);
            return left.Findings.IsEmpty && comparison.Known == 3 && !comparison.Gone.Any();
        });
    }

    [Test]
    public void What_is_new_is_told_and_what_is_gone_too()
    {
        Baseline baseline = Baseline.Of(Baseline.EntriesOf(Lint(Statements), File));
        var comparison = new BaselineComparison(baseline);

        LintResult left = comparison.LeaveOutKnown(Lint([Statements[0].Replace("PutObject", "DeleteObject", StringComparison.Ordinal), Statements[1]]), File);

        left.Findings.Should().ContainSingle().Which.Pointers[0].Should().Be("/Statement/0");
        comparison.Known.Should().Be(1);
        comparison.Gone.Should().HaveCount(2);
    }

    [Test]
    public void A_second_finding_of_the_same_content_is_new()
    {
        Baseline baseline = Baseline.Of(Baseline.EntriesOf(Lint(Statements[1]), File));

        new BaselineComparison(baseline).LeaveOutKnown(Lint(Statements[1], Statements[1]), File).Findings.Should().ContainSingle();
    }

    [Test]
    public void The_same_finding_in_another_file_is_new_and_files_not_looked_at_are_not_gone()
    {
        var comparison = new BaselineComparison(Baseline.Of(Baseline.EntriesOf(Lint(Statements[1]), File)));

        comparison.LeaveOutKnown(Lint(Statements[1]), "policies/b.json").Findings.Should().ContainSingle();
        comparison.Gone.Should().BeEmpty();
        comparison.LeaveOutKnown(Lint(Statements[1]), "policies\\a.json").Findings.Should().BeEmpty();
    }

    [Test]
    public void That_a_rule_failed_is_never_known()
    {
        Rule broken = new MadeStatementRule(Made.Descriptor("PL1903"), (_, _) => throw new InvalidOperationException());
        LintResult failed = new PolicyLinter([broken]).Lint(PolicyDocument.Parse(Made.Policy));

        LintResult left = new BaselineComparison(Baseline.Of(Baseline.EntriesOf(failed, File))).LeaveOutKnown(failed, File);

        left.Findings.Select(finding => finding.Rule.Id).Should().Equal("PL0001", "PL0001");
        left.IsComplete.Should().BeFalse();
    }

    [Test]
    public void What_is_written_is_read_again()
    {
        Baseline baseline = Baseline.Of(
        [
            new("b", "PL1900", "z\u202E/é+\"'.json", "aws_iam_role.x[\"a\"]", "Bad `\e[2J`"),
            new("a", "PL1900", "a.json", null, "M"),
            new("a", "ACME0001", "a.json", null, "M"),
        ]);
        using var stream = new MemoryStream();

        baseline.WriteTo(stream);
        Baseline read = Baseline.Parse(SourceText.From(stream.ToArray()));

        read.Problems.Should().BeEmpty();
        read.Entries.Select(entry => (entry.Fingerprint, entry.Rule, entry.File, entry.Policy)).Should().Equal(
            ("a", "ACME0001", "a.json", null), ("a", "PL1900", "a.json", null), ("b", "PL1900", "z\u202E/é+\"'.json", "aws_iam_role.x[\"a\"]"));
        string text = Encoding.UTF8.GetString(stream.ToArray());
        text.Should().EndWith("}\n").And.Contain("Bad `\\\\u001B[2J`").And.NotContain("\u202E").And.NotContain("\r");
    }

    [TestCase("[]", "1:1: a baseline must be an object, not a list")]
    [TestCase("{ \"findings\": [] }", "1:1: a baseline needs a `schemaVersion`")]
    [TestCase("{ \"schemaVersion\": 2, \"findings\": [] }", "1:20: a baseline of schemaVersion `2` is not known here")]
    [TestCase("{ \"schemaVersion\": 1 }", "1:1: a baseline needs a `findings`")]
    [TestCase("{ \"schemaVersion\": 1, \"findings\": [ { \"rule\": \"PL1\", \"file\": \"a\" } ] }", "1:37: a finding of a baseline needs a `fingerprint`")]
    [TestCase("{ \"schemaVersion\": 1, \"findings\": [], \"x\": 1 }", "1:39: unknown key `x`")]
    [TestCase("", "1:1: cannot be read: The text is empty")]
    public void A_baseline_that_is_wrong_is_told_from(string text, string problem) =>
        Baseline.Parse(SourceText.From(text, "b.json")).Problems.Should().ContainSingle().Which.ToString().Should().Be($"b.json:{problem}");

    private static LintResult Lint(params string[] statements) => LintText($"{{ \"Version\": \"2012-10-17\", \"Statement\": [ {string.Join(", ", statements)} ] }}");

    private static LintResult LintText(string policy) => new PolicyLinter(Rules).Lint(PolicyDocument.Parse(policy));

    // Another order of statements and members, other white space, lists of one without brackets, Sids gone.
    private static string Reformatted(string[] statements, bool isIndented, bool isTurned)
    {
        var list = new JsonArray();
        foreach (string text in statements)
        {
            JsonObject statement = JsonNode.Parse(text)!.AsObject();
            IEnumerable<KeyValuePair<string, JsonNode?>> members = isTurned ? statement.Where(member => member.Key != "Sid").Reverse() : statement;
            var turned = new JsonObject();
            foreach (var (name, value) in members)
                turned.Add(name, isTurned && value is JsonArray { Count: 1 } one ? one[0]!.DeepClone() : value!.DeepClone());

            list.Add(turned);
        }

        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = list }.ToJsonString(new JsonSerializerOptions { WriteIndented = isIndented });
    }
}
