namespace PolicyLint.Tests.Parsing;

/// <summary>
/// Problems of the grammar that are also checks of IAM Access Analyzer: the code and the location that the service gives.
/// See docs/access-analyzer.md.
/// </summary>
public sealed class GrammarCodeTests
{
    private const string Right = "\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"";
    private const string WithoutResource = "\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\"";
    private const string Account = "\"Principal\":{\"AWS\":\"111122223333\"}";

    private static readonly (PolicyType Type, string Json, string Expected)[] Coded =
    [
        (PolicyType.Identity, Of(Right).Replace(":[", ":,[", StringComparison.Ordinal), "JSON_SYNTAX_ERROR at ''"),
        (PolicyType.Identity, "", "JSON_SYNTAX_ERROR at ''"),
        (PolicyType.Identity, Of(Right) + "{}", "JSON_SYNTAX_ERROR at ''"),
        (PolicyType.Identity, Of(Right).Replace("]}", ",]}", StringComparison.Ordinal), "JSON_SYNTAX_ERROR at ''"),
        (PolicyType.Identity, "/* ours */" + Of(Right), "JSON_SYNTAX_ERROR at ''"),
        (PolicyType.Identity, new string('[', 100), "JSON_SYNTAX_ERROR at ''"),
        (PolicyType.Identity, """{"Version":"2012-10-17"}""", "MISSING_STATEMENT at ''"),
        (PolicyType.Identity, """{"Version":"2012-10-17","Statement":[]}""", "MISSING_STATEMENT at '/Statement'"),
        (PolicyType.Identity, "{}", "MISSING_STATEMENT at ''"),
        (PolicyType.Identity, "[]", "DATA_TYPE_MISMATCH at ''"),
        (PolicyType.Identity, """{"Version":"2012-10-17","Statement":"invalid"}""", "DATA_TYPE_MISMATCH at '/Statement'"),
        (PolicyType.Identity, Of(Right.Replace("\"Allow\"", "{\"not\":\"valid\"}", StringComparison.Ordinal)), "DATA_TYPE_MISMATCH at '/Statement/0/Effect'"),
        (PolicyType.Identity, Of(Right.Replace("\"*\"", "[\"*\",7]", StringComparison.Ordinal)), "DATA_TYPE_MISMATCH at '/Statement/0/Resource/1'"),
        (PolicyType.Resource, Of($$$"""{{{Right}}},"Principal":{"AWS":{"Ref":"x"}}"""), "DATA_TYPE_MISMATCH at '/Statement/0/Principal/AWS'"),
        (PolicyType.Identity, Of($"{Right},\"Comment\":\"x\""), "INVALID_POLICY_ELEMENT at '/Statement/0/Comment'"),
        (PolicyType.Identity, Of(Right.Replace("Allow", "Denys", StringComparison.Ordinal)), "INVALID_EFFECT at '/Statement/0/Effect'"),
        (PolicyType.Identity, Of(Right).Replace("2012", "2020", StringComparison.Ordinal), "INVALID_VERSION at '/Version'"),
        (PolicyType.Identity, Of("\"Action\":\"s3:GetObject\",\"Resource\":\"*\""), "MISSING_EFFECT at '/Statement/0'"),
        (PolicyType.Identity, Of("\"Effect\":\"Allow\",\"Resource\":\"*\""), "MISSING_ACTION at '/Statement/0'"),
        (PolicyType.Identity, Of("\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\""), "MISSING_RESOURCE at '/Statement/0'"),
        (PolicyType.Identity, "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\"}}", "MISSING_RESOURCE at '/Statement'"),
        (PolicyType.Resource, Of(Right), "MISSING_PRINCIPAL at '/Statement/0'"),
        (PolicyType.Trust, Of(WithoutResource), "MISSING_PRINCIPAL at '/Statement/0'"),
        (PolicyType.Identity, Of($"{Right},\"NotAction\":\"s3:PutObject\""), "UNSUPPORTED_ELEMENT_COMBINATION at '/Statement/0/NotAction'"),
        (PolicyType.Identity, Of($"{Right},\"NotResource\":\"*\""), "UNSUPPORTED_ELEMENT_COMBINATION at '/Statement/0/NotResource'"),
        (PolicyType.Resource, Of($"{Right},{Account},\"NotPrincipal\":\"*\""), "UNSUPPORTED_ELEMENT_COMBINATION at '/Statement/0/NotPrincipal'"),
        (PolicyType.Identity, Of($"{Right},\"Sid\":\"read all\""), "UNSUPPORTED_SID at '/Statement/0/Sid'"),
        (PolicyType.Identity, Of($"{Right},\"Sid\":\"\""), "EMPTY_SID_VALUE at '/Statement/0/Sid'"),
        (PolicyType.Trust, Of($"{WithoutResource},{Account},\"Sid\":\"\""), "EMPTY_SID_VALUE at '/Statement/0/Sid'"),
        (PolicyType.Identity, Of(Right.Replace("\"s3:GetObject\"", "[]", StringComparison.Ordinal)), "EMPTY_ARRAY_ACTION at '/Statement/0/Action'"),
        (PolicyType.Identity, Of(Right.Replace("\"*\"", "[]", StringComparison.Ordinal)), "EMPTY_ARRAY_RESOURCE at '/Statement/0/Resource'"),
        (PolicyType.Resource, Of($$"""{{Right}},"Principal":{"AWS":[]}"""), "EMPTY_ARRAY_PRINCIPAL at '/Statement/0/Principal/AWS'"),
        (PolicyType.Resource, Of($$"""{{Right}},"Principal":{}"""), "EMPTY_OBJECT_PRINCIPAL at '/Statement/0/Principal'"),
        (PolicyType.Identity, Of($$"""{{Right}},"Condition":{}"""), "EMPTY_OBJECT_CONDITION at '/Statement/0/Condition'"),
        (PolicyType.Identity, Of($$$"""{{{Right}}},"Condition":{"Bool":{}}"""), "EMPTY_OBJECT_CONDITION at '/Statement/0/Condition/Bool'"),
        (PolicyType.Identity, WithoutValue("StringEquals"), "EMPTY_ARRAY_CONDITION at '/Statement/0/Condition/StringEquals/aws:TagKeys'"),
        (PolicyType.Identity, WithoutValue("ForAllValues:StringEquals"), "EMPTY_ARRAY_CONDITION_FORALLVALUES at '/Statement/0/Condition/ForAllValues:StringEquals/aws:TagKeys'"),
        (PolicyType.Identity, WithoutValue("ForAnyValue:StringLike"), "EMPTY_ARRAY_CONDITION_FORANYVALUE at '/Statement/0/Condition/ForAnyValue:StringLike/aws:TagKeys'"),
        (PolicyType.Identity, WithoutValue("StringEqualsIfExists"), "EMPTY_ARRAY_CONDITION_IFEXISTS at '/Statement/0/Condition/StringEqualsIfExists/aws:TagKeys'"),
        (PolicyType.Resource, Of($"{Right},\"Principal\":\"111122223333\""), "INVALID_PRINCIPAL_FORMAT at '/Statement/0/Principal'"),
        (PolicyType.Resource, Of($$"""{{Right}},"Principal":{"Aws":"*"}"""), "INVALID_PRINCIPAL_KEY at '/Statement/0/Principal/Aws'"),
        (PolicyType.Identity, Of($"{Right},{Account}"), "UNSUPPORTED_PRINCIPAL at '/Statement/0/Principal'"),
        (PolicyType.Scp, Of($"{Right},{Account}"), "SCP_SYNTAX_ERROR_PRINCIPAL at '/Statement/0/Principal'"),
        (PolicyType.Scp, Of($"{Right},\"NotPrincipal\":\"*\""), "SCP_SYNTAX_ERROR_PRINCIPAL at '/Statement/0/NotPrincipal'"),
        (PolicyType.Trust, Of($"{WithoutResource},\"Principal\":\"*\""), "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL at '/Statement/0/Principal'"),
        (PolicyType.Trust, Of($"{WithoutResource},\"Not{Account[1..]}"), "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL at '/Statement/0/NotPrincipal'"),
        (PolicyType.Trust, Of($"{WithoutResource},{Account},\"Resource\":\"*\""), "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE at '/Statement/0/Resource'"),
        (PolicyType.Trust, Of($"{WithoutResource},{Account},\"NotResource\":\"*\""), "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE at '/Statement/0/NotResource'"),
        (PolicyType.Rcp, Of(Deny($"{Right},{Account}")), "RCP_SYNTAX_ERROR_PRINCIPAL at '/Statement/0/Principal'"),
        (PolicyType.Rcp, Of(Deny($"{Right},\"Not{Account[1..]}")), "RCP_SYNTAX_ERROR_PRINCIPAL at '/Statement/0/NotPrincipal'"),
        (PolicyType.Rcp, Of(Deny($"{Right},\"Principal\":\"*\"").Replace("Action", "NotAction", StringComparison.Ordinal)), "RCP_SYNTAX_ERROR_NOTACTION at '/Statement/0/NotAction'"),
        (PolicyType.Rcp, Of($$$"""{{{Right}}},"Principal":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}"""), "RCP_SYNTAX_ERROR_ALLOW at '/Statement/0/Effect'"),
    ];

    // What is nearly the same, and fine or without a check of the service.
    private static readonly (PolicyType Type, string Json)[] Uncoded =
    [
        (PolicyType.Identity, Of(Right)),
        (PolicyType.Identity, Of($"{Right},\"Sid\":\"ReadAll\"")),
        (PolicyType.Resource, Of($"{Right},{Account}")),
        (PolicyType.Resource, Of($"{Right},\"Principal\":\"*\"")),
        (PolicyType.Resource, Of($"{Right},{Account},\"Sid\":\"read all\"")),
        (PolicyType.Trust, Of($"{WithoutResource},{Account}")),
        (PolicyType.Trust, Of($$"""{{WithoutResource}},"Principal":{"AWS":"*"}""")),
        (PolicyType.Scp, Of(Right)),
        (PolicyType.Rcp, Of(Deny($"{Right},\"Principal\":\"*\""))),
        (PolicyType.Rcp, Of($"{Right},\"Principal\":\"*\"")),
        (PolicyType.Boundary, Of(Right)),
        (PolicyType.VpcEndpoint, Of($"{Right},\"Principal\":\"*\"")),
        (PolicyType.Identity, Of($$$"""{{{Right}}},"Condition":{"StringEquals":{"aws:PrincipalTag/team":"ml"}}""")),
    ];

    [TestCaseSource(nameof(Coded))]
    public void A_check_of_the_service_has_its_code_and_location((PolicyType Type, string Json, string Expected) test) =>
        Codes(test.Type, test.Json).Should().Equal(test.Expected);

    [TestCaseSource(nameof(Uncoded))]
    public void What_the_service_takes_has_no_code((PolicyType Type, string Json) test) => Codes(test.Type, test.Json).Should().BeEmpty();

    [Test]
    public void The_service_reads_no_further_than_to_the_first_place_that_is_no_JSON()
    {
        string json = Of("\"Effect\":\"Denys\",/* */\"Action\":\"s3:GetObject\",\"Resource\":\"*\",");
        var service = new PolicyLinter([], new LintOptions { Profile = PolicyLint.Rules.RuleProfile.AccessAnalyzer });

        service.Lint(json).Findings.Should().ContainSingle().Which.IssueCode.Should().Be(IssueCodes.JsonSyntaxError);
        new PolicyLinter([]).Lint(json).Findings.Should().HaveCountGreaterThan(1);
    }

    [Test]
    public void The_service_does_not_answer_to_a_very_long_policy()
    {
        var service = new PolicyLinter([], new LintOptions { Profile = PolicyLint.Rules.RuleProfile.AccessAnalyzer });
        string longest = Of($"{Right},\"Sid\":\"\"");
        longest = longest.Replace("*", new string('*', 32_768 - longest.Length + 1), StringComparison.Ordinal);

        LintResult taken = service.Lint(longest);
        LintResult refused = service.Lint(longest.Replace("**", "***", StringComparison.Ordinal));

        taken.IsComplete.Should().BeTrue();
        taken.Findings.Should().ContainSingle().Which.IssueCode.Should().Be(IssueCodes.EmptySidValue);
        refused.IsComplete.Should().BeFalse();
        refused.Findings.Should().BeEmpty();
        refused.NotEvaluated.Should().ContainSingle().Which.Reason.Should().EndWith("characters, and Access Analyzer refuses more than 32768");
    }

    private static IEnumerable<string> Codes(PolicyType type, string json) =>
        from problem in PolicyDocument.Parse(json, type).Problems
        where problem.IssueCode is not null
        select $"{problem.IssueCode} at '{problem.Pointer}'";

    private static string Of(string statement) => $$$"""{"Version":"2012-10-17","Statement":[{{{{statement}}}}]}""";

    private static string Deny(string statement) => statement.Replace("Allow", "Deny", StringComparison.Ordinal);

    private static string WithoutValue(string @operator) => Of($$$"""{{{Right}}},"Condition":{"{{{@operator}}}":{"aws:TagKeys":[]}}""");
}
