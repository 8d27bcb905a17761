using PolicyLint.Reporting;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Reporting;

public sealed class FindingFingerprintTests
{
    private const string Policy =
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "One", "Effect": "Allow", "Action": [ "s3:*", "ec2:*" ], "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:*", "Resource": "*" }
          ]
        }
        """;

    private static readonly string Known = Of(Policy, "s3:*");

    [Test]
    public void It_is_32_hexadecimal_digits() => Known.Should().MatchRegex("^[0-9a-f]{32}$");

    [TestCase("""{"Version":"2012-10-17","Statement":[{"Sid":"One","Effect":"Allow","Action":["s3:*","ec2:*"],"Resource":"*"}]}""", TestName = "Minified")]
    [TestCase("""{"Statement":[{"Effect":"Deny","Action":"x:y","Resource":"*"},{"Effect":"Allow","Action":["s3:*","ec2:*"],"Resource":"*"}]}""", TestName = "Statement_moved_and_without_its_Sid")]
    [TestCase("""{"Statement":{"Resource":["*"],"Action":["ec2:*","s3:*"],"Effect":"Allow"}}""", TestName = "Members_and_items_in_another_order")]
    [TestCase("{\r\n\"Statement\":\t{\"Effect\":\"Allow\",\"Action\":[\"s3:*\" , \"ec2\\u003a*\"],\"Resource\":\"*\"}}", TestName = "Escapes_and_line_ends")]
    public void It_survives_a_new_layout(string policy) => Of(policy, "s3:*").Should().Be(Known);

    [TestCase("""{"Statement":{"Effect":"Allow","Action":["s3:*"],"Resource":"*"}}""", TestName = "Another_action_is_gone")]
    [TestCase("""{"Statement":{"Effect":"Deny","Action":["s3:*","ec2:*"],"Resource":"*"}}""", TestName = "Another_effect")]
    [TestCase("""{"Statement":{"Effect":"Allow","Action":["s3:*","ec2:*"],"Resource":"arn:aws:s3:::b"}}""", TestName = "Another_resource")]
    [TestCase("""{"Statement":{"Effect":"Allow","NotAction":["s3:*","ec2:*"],"Resource":"*"}}""", TestName = "Another_element")]
    public void It_changes_with_what_the_statement_says(string policy) => Of(policy, "s3:*").Should().NotBe(Known);

    [Test]
    public void It_tells_values_and_rules_apart()
    {
        Of(Policy, "ec2:*").Should().NotBe(Known);
        Of(Policy, "s3:*", "PL9999").Should().NotBe(Known);
    }

    [Test]
    public void Findings_that_look_the_same_are_numbered()
    {
        const string Twice = """{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""";

        string[] fingerprints = [.. FindingFingerprint.Of(new PolicyLinter([new ActionRule("s3:*", "PL9001")]).Lint(Twice))];

        fingerprints.Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }

    [Test]
    public void A_finding_on_the_whole_document_does_not_change_with_its_content()
    {
        var linter = new PolicyLinter([new DocumentRule()]);

        FindingFingerprint.Of(linter.Lint(Policy)).Should().Equal(FindingFingerprint.Of(linter.Lint("""{"Statement":[]}""")).Where((_, at) => at == 0));
    }

    [TestCase("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"\ud800"}]}""")]
    [TestCase("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":["*",}]}""")]
    public void Broken_statements_have_fingerprints_too(string policy)
    {
        LintResult result = new PolicyLinter([]).Lint(policy);

        result.Findings.Should().NotBeEmpty();
        FindingFingerprint.Of(result).Should().HaveCount(result.Findings.Length).And.OnlyHaveUniqueItems();
    }

    private static string Of(string policy, string action, string rule = "PL9001")
    {
        LintResult result = new PolicyLinter([new ActionRule(action, rule)]).Lint(policy);
        int index = Enumerable.Range(0, result.Findings.Length).Single(i => result.Findings[i].Rule.Id == rule);
        return FindingFingerprint.Of(result)[index];
    }

    private sealed class ActionRule(string action, string id) : StatementRule(Sample.Rule(id, "an-action", SecuritySeverity.High))
    {
        public override void CheckStatement(PolicyLint.Analysis.StatementAccess statement, RuleContext context)
        {
            foreach (PolicyString value in (statement.Statement.Action ?? statement.Statement.NotAction)!.Values.Where(value => value.Value == action))
                context.Report(value, "Found");
        }
    }

    private sealed class DocumentRule() : PolicyRule(Sample.Rule("PL0002", "a-document", SecuritySeverity.High))
    {
        public override void CheckPolicy(PolicyLint.Analysis.PolicyAccess policy, RuleContext context) => context.Report(policy.Document, "Found");
    }
}
