using PolicyLint.Configuration;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Configuration;

/// <summary>What rules report that a configuration declares.</summary>
public sealed class DeclaredRuleTests
{
    // Members of the rule; statements with the places of findings marked.
    private static readonly (string Rule, string Statements)[] Reported =
    [
        ("""{ "actions": ["s3:*"] }""", """{ "Effect": "Allow", "Action": [[|"S3:getObject"|], "kms:Decrypt"], "Resource": "*" }"""),
        ("""{ "actions": ["s3:GetObject"] }""", """{ "Effect": "Allow", "Action": [|"s*:*"|], "Resource": "*" }"""),
        ("""{ "actions": ["s3:GetObject"] }""", """{ "Effect": "Allow", "NotAction": [|["iam:*", "kms:*"]|], "Resource": "*" }"""),
        ("""{ "actions": ["s3:GetObject"] }""", """{ "Effect": "Allow", "NotAction": ["s3:Get*"], "Resource": "*" }"""),
        ("""{ "actions": ["s3:GetObject", "kms:Decrypt"] }""", """{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }, { "Effect": "Allow", "Action": [[|"s3:GetObject"|], (|"kms:*"|)], "Resource": "*" }"""),
        ("""{ "actions": { "allOf": ["s3:Get*"] } }""", """{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Effect": "Allow", "Action": [|"s3:G*"|], "Resource": "*" }"""),
        ("""{ "actions": { "anyOf": ["s3:*"], "noneOf": ["s3:PutObject"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }, { "Effect": "Allow", "Action": [|"s3:Get*"|], "Resource": "*" }"""),
        ("""{ "actions": ["s3:GetObject"] }""", """{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "actions": ["s3:GetObject"] }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }, { "Effect": "Deny", "Action": "s3:Get*", "Resource": "*" }"""),
        ("""{ "actions": { "beyond": ["s3:*", "kms:Decrypt"] } }""", """{ "Effect": "Allow", "Action": ["s3:Get*", "kms:Decrypt"], "Resource": "*" }, { "Effect": "Allow", "Action": ["s3:Get*", [|"kms:*"|]], "Resource": "*" }, { "Effect": "Allow", "NotAction": [|"iam:*"|], "Resource": "*" }"""),
        ("""{ "effect": "Deny", "actions": ["s3:GetObject"] }""", """{ "Effect": "Deny", "Action": [|"s3:*"|], "Resource": "*" }, { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }"""),

        ("""{ "resources": ["arn:aws:s3:::prod-*"] }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": [[|"*"|], "arn:aws:s3:::test/*", (|"arn:aws:s3:::prod-1/*"|)] }"""),
        ("""{ "resources": { "allOf": ["*"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::prod-1/*"] }, { "Effect": "Allow", "Action": "s3:*", "Resource": [|"*"|] }"""),
        ("""{ "resources": { "allOf": ["*"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": [|"arn:aws:*:*:*:*"|] }"""),
        ("""{ "resources": { "allOf": ["arn:aws:s3:::prod-*"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::prod-1" }, { "Effect": "Allow", "Action": "s3:*", "Resource": [|"arn:aws:s3:::p*"|] }"""),
        ("""{ "resources": { "noneOf": ["arn:aws:s3:::prod-*"] } }""", """[|{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::test" }|], { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "resources": ["arn:aws:s3:::prod-1"] }""", """{ "Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::prod-*" }, { "Effect": "Allow", "Action": "s3:*", "NotResource": [|"arn:aws:s3:::test"|] }"""),
        ("""{ "resources": { "allOf": ["arn:aws:s3:::prod-*"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::prod-1" }, { "Effect": "Allow", "Action": "s3:*", "NotResource": [|"arn:aws:s3:::test"|] }"""),
        ("""{ "resources": { "beyond": ["arn:aws:s3:::test", "arn:aws:s3:::test/*"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::test", "arn:aws:s3:::test/a*"] }, { "Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::test", [|"arn:aws:s3:::test*"|], (|"*"|)] }, { "Effect": "Allow", "Action": "s3:*", "NotResource": [|"arn:aws:s3:::prod"|] }"""),
        ("""{ "resources": { "beyond": ["*"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }, { "Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::prod" }"""),
        ("""{ "actions": ["s3:GetObject"], "resources": ["arn:aws:s3:::prod-*"] }""", """{ "Effect": "Allow", "Action": [|"s3:Get*"|], "Resource": "arn:aws:s3:::prod-1/*" }, { "Effect": "Allow", "Action": "s3:Put*", "Resource": "*" }, { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::test/*" }"""),

        ("""{ "conditions": ["aws:SourceVpce"] }""", """[|{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "AWS:sourceVpce": "vpce-1" } } }|], { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "conditions": { "noneOf": ["aws:SourceVpce"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-1" } } }, [|{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringLike": { "aws:SourceVpce": "*" } } }|]"""),
        ("""{ "conditions": { "noneOf": ["aws:ResourceTag/"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "ml" } } }"""),
        ("""{ "conditions": { "allOf": ["aws:SourceVpce", "aws:SourceVpc"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-1" } } }"""),
        ("""{ "effect": "Deny", "conditions": ["aws:SourceVpce"] }""", """[|{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpce": "vpce-1" } } }|]"""),
    ];

    private static readonly (string Rule, string Statements)[] ReportedOfPrincipals =
    [
        ("""{ "principals": ["111122223333"] }""", """{ "Effect": "Allow", "Principal": { "AWS": ["444455556666", [|"arn:aws:iam::111122223333:root"|], (|"arn:aws:iam::111122223333:role/r"|)] }, "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "principals": ["arn:aws:iam::111122223333:role/r"] }""", """{ "Effect": "Allow", "Principal": { "AWS": [|"111122223333"|] }, "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "principals": { "allOf": ["*"] } }""", """{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*" }, { "Effect": "Allow", "Principal": [|"*"|], "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "principals": { "anyOf": ["arn:*"], "noneOf": ["111122223333"] } }""", """{ "Effect": "Allow", "Principal": { "AWS": [|"arn:aws:iam::444455556666:user/u"|] }, "Action": "s3:*", "Resource": "*" }, { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/u" }, "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "principals": { "allOf": ["arn:aws:iam::111122223333:role/r"] } }""", """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/s" }, "Action": "s3:*", "Resource": "*" }, { "Effect": "Allow", "Principal": { "AWS": [|"arn:aws:iam::111122223333:root"|] }, "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "principals": { "allOf": ["111122223333"] } }""", """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/s" }, "Action": "s3:*", "Resource": "*" }, { "Effect": "Allow", "Principal": { "AWS": [|"111122223333"|] }, "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "principals": ["arn:aws:iam::*:role/admin-*"] }""", """{ "Effect": "Allow", "Principal": { "AWS": [[|"111122223333"|], "arn:aws:iam::111122223333:role/r", (|"arn:aws:iam::111122223333:role/admin-1"|)] }, "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "principals": { "beyond": ["111122223333", "*.amazonaws.com"] } }""", """{ "Effect": "Allow", "Principal": { "AWS": ["111122223333", "arn:aws:iam::111122223333:role/r"], "Service": "lambda.amazonaws.com" }, "Action": "s3:*", "Resource": "*" }, { "Effect": "Allow", "Principal": { "AWS": ["111122223333", [|"444455556666"|]], "Federated": (|"accounts.google.com"|) }, "Action": "s3:*", "Resource": "*" }, { "Effect": "Allow", "Principal": [|"*"|], "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "principals": ["*.amazonaws.com"] }""", """{ "Effect": "Allow", "Principal": { "Service": [|"sagemaker.amazonaws.com"|], "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*" }"""),
        ("""{ "principals": ["111122223333"] }""", """{ "Effect": "Allow", "NotPrincipal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*" }, { "Effect": "Allow", "NotPrincipal": [|{ "AWS": "444455556666" }|], "Action": "s3:*", "Resource": "*" }"""),
    ];

    private static IEnumerable<TestCaseData> Cases =>
        Reported.Select(entry => new TestCaseData(entry.Rule, entry.Statements, PolicyType.Identity))
            .Concat(ReportedOfPrincipals.Select(entry => new TestCaseData(entry.Rule, entry.Statements, PolicyType.Resource)));

    [TestCaseSource(nameof(Cases))]
    public void A_rule_reports_the_statements_that_meet_all_demands(string rule, string statements, PolicyType type)
    {
        MarkedText text = MarkedText.Parse($"{{ \"Version\": \"2012-10-17\", \"Statement\": [ {statements} ] }}");

        LintResult result = Lint(rule, text.Text, type);

        result.Findings.Where(IsOurs).Select(finding => finding.Span).Should().Equal(text.Places);
        result.Findings.Where(IsOurs).SelectMany(finding => finding.Related).Select(place => place.Span).Should().Equal(text.Related);
        result.Findings.Where(finding => IsOurs(finding) && (finding.Message, finding.Severity) != ("It is so", Severity.Warning)).Should().BeEmpty();
        result.NotEvaluated.Should().BeEmpty();
    }

    [TestCase("""{ "principals": ["*"] }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }""")]
    [TestCase("""{ "principals": { "noneOf": ["111122223333"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }""")]
    [TestCase("""{ "types": ["trust"], "actions": ["s3:*"] }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }""")]
    public void A_statement_that_lacks_the_element_is_not_reported(string rule, string statement) =>
        Lint(rule, $"{{ \"Version\": \"2012-10-17\", \"Statement\": [ {statement} ] }}", PolicyType.Identity).Findings.Where(IsOurs).Should().BeEmpty();

    [TestCase("Allow", PolicyType.Scp, 0)]
    [TestCase("Allow", PolicyType.Boundary, 0)]
    [TestCase("Allow", PolicyType.VpcEndpoint, 1)]
    [TestCase("Deny", PolicyType.Scp, 1)]
    public void Without_types_an_Allow_that_only_limits_is_not_looked_at(string effect, PolicyType type, int findings) =>
        Lint($"{{ \"effect\": \"{effect}\", \"actions\": [\"s3:*\"] }}", $"{{ \"Version\": \"2012-10-17\", \"Statement\": {{ \"Effect\": \"{effect}\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"*\" }} }}", type)
            .Findings.Count(IsOurs).Should().Be(findings);

    // What is not known may decide, or not matter.
    [TestCase("""{ "actions": ["s3:*"] }""", """{ "Effect": "Allow", "Action": "{?}", "Resource": "*" }""", 0, 1)]
    [TestCase("""{ "actions": ["s3:*"] }""", """{ "Effect": "Allow", "Action": ["{?}", "s3:GetObject"], "Resource": "*" }""", 1, 0)]
    [TestCase("""{ "actions": ["s3:*"] }""", """{ "Effect": "Allow", "NotAction": "{?}", "Resource": "*" }""", 0, 1)]
    [TestCase("""{ "resources": ["arn:aws:s3:::prod-*"] }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::{?}" }""", 0, 1)]
    [TestCase("""{ "resources": ["arn:aws:s3:::prod-*"] }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:sqs:::{?}" }""", 0, 0)]
    [TestCase("""{ "resources": { "allOf": ["arn:aws:s3:::prod-*"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::{?}" }""", 0, 1)]
    [TestCase("""{ "resources": { "noneOf": ["arn:aws:s3:::prod-*"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::{?}" }""", 0, 1)]
    [TestCase("""{ "actions": ["kms:*"], "resources": ["arn:aws:s3:::prod-*"] }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::{?}" }""", 0, 0)]
    [TestCase("""{ "resources": { "beyond": ["arn:aws:s3:::prod-*"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::{?}" }""", 0, 1)]
    [TestCase("""{ "resources": { "beyond": ["arn:aws:s3:::prod-*"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::prod-{?}" }""", 0, 0)]
    [TestCase("""{ "conditions": { "noneOf": ["aws:SourceVpce"] } }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "{?}": "x" } } }""", 0, 1)]
    [TestCase("""{ "conditions": ["aws:SourceVpce"] }""", """{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "{?}" } } }""", 1, 0)]
    public void What_is_not_known_is_neither_reported_nor_passed_over(string rule, string statement, int findings, int notEvaluated)
    {
        MarkedText text = MarkedText.Parse($"{{ \"Version\": \"2012-10-17\", \"Statement\": [ {statement} ] }}");

        LintResult result = Lint(rule, text.Text, PolicyType.Identity);

        result.Findings.Count(IsOurs).Should().Be(findings);
        result.NotEvaluated.Select(part => (part.Pointer, part.Reason)).Should().Equal(
            Enumerable.Repeat(("/Statement/0", "ACME0001 mine: what decides it is not known before deployment"), notEvaluated));
    }

    [TestCase("111122223333", "{?}", true)]
    [TestCase("111122223333", "arn:aws:iam::{?}:root", true)]
    [TestCase("111122223333", "arn:aws:iam::{?}:role/r", true)]
    [TestCase("sagemaker.amazonaws.com", "arn:aws:iam::{?}:root", false)]
    public void A_principal_that_is_not_known_is_neither_reported_nor_passed_over(string asked, string written, bool isUndecided)
    {
        MarkedText text = MarkedText.Parse($"{{ \"Version\": \"2012-10-17\", \"Statement\": [ {{ \"Effect\": \"Allow\", \"Principal\": {{ \"AWS\": \"{written}\" }}, \"Action\": \"s3:*\", \"Resource\": \"*\" }} ] }}");

        LintResult result = Lint($"{{ \"principals\": [\"{asked}\"] }}", text.Text, PolicyType.Resource);

        result.Findings.Where(IsOurs).Should().BeEmpty();
        result.NotEvaluated.Should().HaveCount(isUndecided ? 1 : 0);
    }

    [Test]
    public void What_the_rule_says_about_itself_is_in_its_descriptor()
    {
        LintConfiguration configuration = ConfigurationCases.Read("""
            { "customRules": [ { "id": "ACME0007", "name": "no-kms", "message": "Keys are not for people", "severity": "error", "actions": ["kms:*"],
              "why": "They are not.", "remedy": "Ask the key team.", "helpUri": "https://example.com/keys" } ] }
            """);

        PolicyLint.Rules.RuleDescriptor rule = configuration.CustomRules.Should().ContainSingle().Subject.Descriptor;

        rule.ToString().Should().Be("ACME0007 no-kms");
        (rule.Title, rule.Why, rule.Remedy, rule.HelpUri, rule.DefaultSeverity).Should().Be(
            ("Keys are not for people", "They are not.", "Ask the key team.", "https://example.com/keys", Severity.Error));
    }

    private static bool IsOurs(Finding finding) => finding.Rule.Id == "ACME0001";

    private static LintResult Lint(string rule, string policy, PolicyType type)
    {
        LintConfiguration configuration = ConfigurationCases.Read($"{{ \"customRules\": [ {rule.Insert(1, " \"id\": \"ACME0001\", \"name\": \"mine\", \"message\": \"It is so\",")} ] }}");
        configuration.Problems.Should().BeEmpty();
        return new PolicyLinter(configuration.CustomRules).Lint(PolicyDocument.Parse(policy, type));
    }
}
