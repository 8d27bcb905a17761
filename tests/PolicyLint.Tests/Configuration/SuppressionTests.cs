using PolicyLint.Configuration;
using PolicyLint.Rules;
using PolicyLint.Tests.Pipeline;

namespace PolicyLint.Tests.Configuration;

/// <summary>Which findings a suppression leaves out, and until when.</summary>
public sealed class SuppressionTests
{
    private static readonly DateOnly Today = new(2030, 6, 15);

    // Findings on each statement, and on each action.
    private static readonly Rule[] Rules =
    [
        .. ConfigurationCases.Rules,
        new MadeStatementRule(Made.Descriptor("PL1902", "on-actions"), (statement, context) =>
        {
            foreach (PolicyString action in statement.Statement.Action!.Values)
                context.Report(action, action.Value);
        }),
    ];

    private const string Policy = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "One", "Effect": "Allow", "Action": ["s3:GetObject", "s3:\u0050utObject"], "Resource": "*" },
            { "Sid": "Two", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" }
          ]
        }
        """;

    [TestCase("", "")]
    [TestCase("\"rule\": \"PL1900\"", "PL1900/0 PL1900/1")]
    [TestCase("\"rule\": \"TOO-WIDE\"", "PL1900/0 PL1900/1")]
    [TestCase("\"rule\": \"PL1900\", \"sid\": \"One\"", "PL1900/0")]
    [TestCase("\"rule\": \"PL1900\", \"sid\": \"one\"", "")]
    [TestCase("\"rule\": \"PL1900\", \"pointer\": \"/Statement/1\"", "PL1900/1")]
    [TestCase("\"rule\": \"PL1900\", \"pointer\": \"/Statement\"", "PL1900/0 PL1900/1")]
    [TestCase("\"rule\": \"PL1900\", \"pointer\": \"/State\"", "")]
    [TestCase("\"rule\": \"PL1902\", \"sid\": \"One\"", "s3:GetObject s3:PutObject")]
    [TestCase("\"rule\": \"PL1902\", \"pointer\": \"/Statement/0/Action/1\"", "s3:PutObject")]
    [TestCase("\"rule\": \"PL1902\", \"pointer\": \"/Statement/0/Action/11\"", "")]
    [TestCase("\"rule\": \"PL1902\", \"value\": \"s3:Put*\"", "s3:PutObject")]
    [TestCase("\"rule\": \"PL1902\", \"value\": \"s3:*\", \"sid\": \"Two\"", "")]
    [TestCase("\"rule\": \"PL1900\", \"value\": \"*\"", "")]
    [TestCase("\"rule\": \"PL1902\", \"file\": \"policies/*.json\"", "s3:GetObject s3:PutObject kms:Decrypt")]
    [TestCase("\"rule\": \"PL1902\", \"file\": \"a.json\"", "s3:GetObject s3:PutObject kms:Decrypt")]
    [TestCase("\"rule\": \"PL1902\", \"file\": \"other/*.json\"", "")]
    [TestCase("\"rule\": \"PL1902\", \"policy\": \"*\"", "")]
    [TestCase("\"rule\": \"PL1902\", \"expires\": \"2030-06-15\"", "s3:GetObject s3:PutObject kms:Decrypt")]
    [TestCase("\"rule\": \"PL1902\", \"expires\": \"2030-06-14\"", "")]
    public void A_suppression_leaves_out_what_it_names(string members, string leftOut)
    {
        LintConfiguration configuration = Read(members);
        LintResult whole = new PolicyLinter(Rules).Lint(PolicyDocument.Parse(Policy));

        SuppressedResult result = configuration.For("policies/a.json").Suppress(whole, Today);

        result.LeftOut.Select(Told).Should().Equal(leftOut.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        result.Result.Findings.Concat(result.LeftOut).Should().BeEquivalentTo(whole.Findings);
        result.Result.Findings.Should().BeInAscendingOrder(finding => finding.Span.Start);
        whole.Findings.Should().HaveCount(5);
    }

    [TestCase("aws_iam_role.train*", 1)]
    [TestCase("aws_iam_role.train[?a?]", 1)]
    [TestCase("aws_iam_role.train[a]", 0)]
    [TestCase("aws_iam_role.train[\\\"a\\\"]", 1)]
    [TestCase("*.other", 0)]
    public void A_suppression_names_a_policy_of_a_host_file(string policy, int leftOut)
    {
        const string Text = """{"Statement":{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*"}}""";
        SourceText file = SourceText.From($"role = {Text}", "main.json");
        var origin = new PolicyOrigin(file, "aws_iam_role.train[\"a\"]", [new PlacedToken(new(0, Text.Length), new(7, Text.Length), IsVerbatim: true)]);
        LintResult whole = new PolicyLinter(Rules).Lint(PolicyDocument.Parse(SourceText.From(System.Text.Encoding.UTF8.GetBytes(Text), origin)));

        SuppressedResult result = Read($"\"rule\": \"PL1902\", \"value\": \"kms:*\", \"pointer\": \"/Statement\", \"policy\": \"{policy}\"").For("main.json").Suppress(whole, Today);

        result.LeftOut.Should().HaveCount(leftOut);
    }

    [Test]
    public void What_is_used_is_told_also_where_it_has_expired()
    {
        LintConfiguration configuration = Read("\"rule\": \"PL1900\", \"expires\": \"2030-01-01\"", "\"rule\": \"PL1902\"", "\"rule\": \"PL1902\", \"sid\": \"Three\"", "\"rule\": \"PL1901\"");

        SuppressedResult result = configuration.For("a.json").Suppress(new PolicyLinter(Rules).Lint(PolicyDocument.Parse(Policy)), Today);

        result.Used.Select(suppression => suppression.Number).Should().Equal(0, 1);
        result.LeftOut.Select(finding => finding.Rule.Id).Distinct().Should().Equal("PL1902");
    }

    [Test]
    public void A_check_that_is_not_complete_stays_so()
    {
        Rule broken = new MadeStatementRule(Made.Descriptor("PL1903"), (_, _) => throw new InvalidOperationException());
        LintResult whole = new PolicyLinter([.. Rules, broken]).Lint(PolicyDocument.Parse(Policy));

        SuppressedResult result = Read("\"rule\": \"PL1900\"").For("a.json").Suppress(whole, Today);

        result.Result.IsComplete.Should().BeFalse();
        result.Result.Findings.Count(finding => finding.Rule.Id == "PL0001").Should().Be(2);
    }

    [Test]
    public void Expired_and_unused_suppressions_are_findings_in_the_configuration()
    {
        LintConfiguration configuration = ConfigurationCases.Read("""
            {
              "suppressions": [
                { "rule": "PL1900", "reason": "r", "expires": "2030-06-14" },
                { "rule": "PL1901", "reason": "r" },
                { "rule": "PL1900", "reason": "r", "sid": "One" }
              ]
            }
            """);

        LintResult review = configuration.Review(Today, new HashSet<Suppression>(configuration.Suppressions.Take(2)), configuration.ToOptions());

        review.Findings.Select(finding => finding.ToString()).Should().Equal(
            "policylint.json:3:5 warning PL0040 expired-suppression: This suppression of PL1900 too-wide held until 2030-06-14 and leaves nothing out any more",
            "policylint.json:4:5 suggestion PL0041 unused-suppression: Nothing is found that this suppression of PL1901 guardrail could leave out");
        review.Findings.Select(finding => finding.Pointers[0]).Should().Equal("/suppressions/0", "/suppressions/1");
        review.IsComplete.Should().BeTrue();
        PolicyLint.Reporting.FindingFingerprint.Of(review).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void What_is_said_about_suppressions_is_configured_like_a_rule()
    {
        LintConfiguration configuration = ConfigurationCases.Read("""
            { "severities": { "expired-suppression": "error", "PL0041": "off" }, "suppressions": [ { "rule": "PL1900", "reason": "r", "expires": "2030-01-01" }, { "rule": "PL1901", "reason": "r" } ] }
            """);

        configuration.Review(Today, new HashSet<Suppression>(configuration.Suppressions), configuration.ToOptions())
            .Findings.Select(finding => (finding.Rule.Id, finding.Severity)).Should().Equal(("PL0040", Severity.Error));
    }

    private static LintConfiguration Read(params string[] suppressions)
    {
        string entries = string.Join(", ", suppressions.Where(members => members.Length > 0).Select(members => $"{{ {members}, \"reason\": \"r\" }}"));
        LintConfiguration configuration = LintConfiguration.Parse(SourceText.From($"{{ \"suppressions\": [ {entries} ] }}"), Rules);
        configuration.Problems.Should().BeEmpty();
        return configuration;
    }

    private static string Told(Finding finding) => finding.Rule.Id == "PL1902" ? finding.Message : $"{finding.Rule.Id}{finding.Pointers[0]["/Statement".Length..]}";
}
