using PolicyLint.Rules;

namespace PolicyLint.Tests.Parsing;

/// <summary>
/// What each policy type takes, one row a construct, written by hand from the pages that <see cref="PolicyGrammar.Page"/>
/// names. A dash is a document without a problem.
/// </summary>
public sealed class GrammarByTypeTests
{
    private static readonly PolicyType[] Types =
        [PolicyType.Identity, PolicyType.Boundary, PolicyType.Scp, PolicyType.Resource, PolicyType.VpcEndpoint, PolicyType.Trust, PolicyType.Rcp];

    // The members of one statement; each row with what is expected of Identity, Boundary, SCP | Resource, VPC endpoint, trust, RCP.
    private static readonly (string Statement, string[] Expected)[] Rows =
    [
        ("""  "Effect":"Deny","Action":"a:b","Resource":"*"                                    """, ["-", "-", "-",                "0107", "0107", "0107 0109", "0107"]),
        ("""  "Effect":"Deny","Principal":"*","Action":"a:b","Resource":"*"                    """, ["0109", "0109", "0109",       "-", "-", "0109 0119", "-"]),
        ("""  "Effect":"Deny","Principal":{"AWS":"1"},"Action":"a:b","Resource":"*"            """, ["0109", "0109", "0109",       "-", "-", "0109", "0116"]),
        ("""  "Effect":"Deny","Principal":{"AWS":"1"},"Action":"a:b"                           """, ["0107 0109", "0107 0109", "0107 0109", "-", "0107", "-", "0107 0116"]),
        ("""  "Effect":"Deny","Principal":"x","Action":"a:b","Resource":"*"                    """, ["0109", "0109", "0109",       "0113", "0113", "0109 0113", "0113"]),
        ("""  "Effect":"Deny","Principal":{},"Action":"a:b","Resource":"*"                     """, ["0105 0109", "0105 0109", "0105 0109", "0105", "0105", "0105 0109", "0105 0116"]),
        ("""  "Effect":"Deny","Principal":[],"Action":"a:b","Resource":"*"                     """, ["0103", "0103", "0103",       "0103", "0103", "0103 0109", "0103"]),
        ("""  "Effect":"Deny","Principal":{"Aws":"1"},"Action":"a:b","Resource":"*"            """, ["0109 0114", "0109 0114", "0109 0114", "0114", "0114", "0109 0114", "0114 0116"]),
        ("""  "Effect":"Deny","NotPrincipal":{"AWS":"1"},"Action":"a:b","Resource":"*"         """, ["0109", "0109", "0109",       "-", "-", "0109 0109", "0109"]),
        ("""  "Effect":"Deny","Principal":"*","NotPrincipal":"*","Action":"a:b","Resource":"*" """, ["0109 0109", "0109 0109", "0109 0109", "0108", "0108", "0109 0109 0119", "0109"]),
        ("""  "Effect":"Deny","Principal":"*","NotAction":"a:b","Resource":"*"                 """, ["0109", "0109", "0109",       "-", "-", "0109 0119", "0109"]),
        ("""  "Effect":"Deny","Principal":"*","Action":"a:b","NotAction":"a:b","Resource":"*"  """, ["0108 0109", "0108 0109", "0108 0109", "0108", "0108", "0108 0109 0119", "0109"]),
        ("""  "Effect":"Deny","Principal":"*","Action":"a:b","NotResource":"*"                 """, ["0109", "0109", "0109",       "-", "-", "0109 0119", "-"]),
        ("""  "Effect":"Deny","Principal":"*","Action":"a:b","Resource":"x","NotResource":"*"  """, ["0108 0109", "0108 0109", "0108 0109", "0108", "0108", "0109 0109 0119", "0108"]),
        ("""  "Effect":"Allow","Principal":"*","Action":"a:b","Resource":"*"                   """, ["0109", "0109", "0109",       "-", "-", "0109 0119", "0115"]),
        ("""  "Effect":"Allow","Principal":"*","Action":"*","Resource":"*"                     """, ["0109", "0109", "0109",       "-", "-", "0109 0119", "-"]),
        ("""  "Effect":"Allow","Action":"*","Resource":"*"                                     """, ["-", "-", "-",                "0107", "0107", "0107 0109", "0107 0115"]),
        ("""  "Effect":"Allow","NotAction":"a:b","Resource":"*"                                """, ["-", "-", "-",                "0107", "0107", "0107 0109", "0107 0109 0115"]),
        ("""  "Effect":"Deny","Action":"a:b","NotResource":"*"                                 """, ["-", "-", "-",                "0107", "0107", "0107 0109", "0107"]),
        ("""  "Sid":"a b","Effect":"Deny","Action":"a:b","Resource":"*"                        """, ["0112", "0112", "-",          "0107", "0107", "0107 0109 0112", "0107"]),
        ("""  "Id":"x","Effect":"Deny","Action":"a:b","Resource":"*"                           """, ["0102", "0102", "0102",       "0102 0107", "0102 0107", "0102 0107 0109", "0102 0107"]),
        ("""  "Effect":"Deny","Action":["a:b"],"Resource":"*","Condition":{"Bool":{"a:b":true}}""", ["-", "-", "-",                "0107", "0107", "0107 0109", "0107"]),
        ("""  "Effect":"Deny","Action":"a:b","Resource":"*","Condition":{}                     """, ["0117", "0117", "0117",       "0107 0117", "0107 0117", "0107 0109 0117", "0107 0117"]),
        ("""  "Effect":"Deny","Action":["a:b",""],"Resource":"*"                               """, ["0104", "0104", "0104",       "0104 0107", "0104 0107", "0104 0107 0109", "0104 0107"]),
        ("""  "Effect":"Block","Action":[],"Resource":[]                                       """, ["0105 0105 0110", "0105 0105 0110", "0105 0105 0110", "0105 0105 0107 0110", "0105 0105 0107 0110", "0105 0105 0107 0109 0110", "0105 0105 0107 0110"]),
        ("""  "Effect":"Deny","Effect":"Deny","Action":"a:b","Resource":"*"                    """, ["0101", "0101", "0101",       "0101 0107", "0101 0107", "0101 0107 0109", "0101 0107"]),
        ("""  "Sid":"","Effect":"Deny","Action":"a:b","Resource":"*"                            """, ["0118", "0118", "0118",       "0107 0118", "0107 0118", "0107 0109 0118", "0107 0118"]),
        ("""  "Effect":1,"Action":"a:b","Resource":"*"                                         """, ["0103", "0103", "0103",       "0103 0107", "0103 0107", "0103 0107 0109", "0103 0107"]),
        ("""                                                                                   """, ["0107 0107 0107", "0107 0107 0107", "0107 0107 0107", "0107 0107 0107", "0107 0107 0107 0107", "0107 0107 0107", "0107 0107 0107 0107"]),
    ];

    // What does not depend on the statement, nor on the type, but on the document; PL0021 does on the type.
    private static readonly (string Document, string[] Expected)[] DocumentRows =
    [
        ("""{"Version":"2012-10-17"}""", ["0107", "0107", "0107", "0107", "0107", "0107", "0107"]),
        ("""{"Version":"2012-10-17","Statement":[]}""", ["0106", "0106", "0106", "0106", "0106", "0106", "0106"]),
        ("""{"Version":"2015-01-01","Statement":[]}""", ["0106 0111", "0106 0111", "0106 0111", "0106 0111", "0106 0111", "0106 0111", "0106 0111"]),
        ("""{"Id":"中","Statement":[]}""", ["0021 0106", "0021 0106", "0106", "0106", "0106", "0021 0106", "0106"]),
        ("""{"Id":"é","Statement":[]}""", ["0106", "0106", "0106", "0106", "0106", "0106", "0106"]),
        ("""{"Statement":[],}""", ["0015 0106", "0015 0106", "0015 0106", "0015 0106", "0015 0106", "0015 0106", "0015 0106"]),
        ("""{"Statement":[]/**/}""", ["0014 0106", "0014 0106", "0014 0106", "0014 0106", "0014 0106", "0014 0106", "0014 0106"]),
        ("""{"Statement":[],"Id":"\udc00"}""", ["0012 0106", "0012 0106", "0012 0106", "0012 0106", "0012 0106", "0012 0106", "0012 0106"]),
        ("""{"Statement":[],"Id":"\uffff"}""", ["0021 0106", "0021 0106", "0021 0106", "0021 0106", "0021 0106", "0021 0106", "0021 0106"]),
        ("""{"Statement":[]} x""", ["0019 0106", "0019 0106", "0019 0106", "0019 0106", "0019 0106", "0019 0106", "0019 0106"]),
        ("""{"Statement":[]""", ["0010 0106", "0010 0106", "0010 0106", "0010 0106", "0010 0106", "0010 0106", "0010 0106"]),
        ("\uFEFF{\"Statement\":[]}", ["0013 0106", "0013 0106", "0013 0106", "0013 0106", "0013 0106", "0013 0106", "0013 0106"]),
        (new string('[', 65), ["0016", "0016", "0016", "0016", "0016", "0016", "0016"]),
        ("{\0}", ["0011", "0011", "0011", "0011", "0011", "0011", "0011"]),
        ("", ["0018", "0018", "0018", "0018", "0018", "0018", "0018"]),
        ("{}", ["0020", "0020", "0020", "0020", "0020", "0020", "0020"]),
    ];

    public static IEnumerable<TestCaseData> Cases() =>
        from row in Rows.Select(row => ($"{{\"Statement\":[{{{row.Statement.Trim()}}}]}}", row.Expected)).Concat(DocumentRows)
        from i in Enumerable.Range(0, Types.Length)
        select new TestCaseData(Types[i], row.Item1, row.Expected[i]);

    [TestCaseSource(nameof(Cases))]
    public void A_policy_type_takes_what_its_page_says(PolicyType type, string document, string expected)
    {
        IEnumerable<string> found = PolicyDocument.Parse(document, type).Problems.Select(problem => problem.Rule.Id[2..]).Order();

        string.Join(' ', found).Should().Be(expected == "-" ? "" : expected);
    }

    // A rule that no document of the type can break.
    private static readonly (string Rule, PolicyType[] Types)[] Impossible =
    [
        ("0109", [PolicyType.Resource, PolicyType.VpcEndpoint]),
        ("0112", [PolicyType.Scp, PolicyType.Resource, PolicyType.VpcEndpoint, PolicyType.Rcp]),
        ("0113", [PolicyType.Identity, PolicyType.Boundary, PolicyType.Scp]),
        ("0115", [PolicyType.Identity, PolicyType.Boundary, PolicyType.Scp, PolicyType.Resource, PolicyType.VpcEndpoint, PolicyType.Trust]),
        ("0116", [PolicyType.Identity, PolicyType.Boundary, PolicyType.Scp, PolicyType.Resource, PolicyType.VpcEndpoint, PolicyType.Trust]),
        ("0119", [PolicyType.Identity, PolicyType.Boundary, PolicyType.Scp, PolicyType.Resource, PolicyType.VpcEndpoint, PolicyType.Rcp]),
    ];

    [Test]
    public void Every_rule_is_tried_in_every_type_that_can_break_it()
    {
        // Size and number of problems do not depend on the type, and their documents are too long for a table. Suppressions are in
        // no policy.
        IEnumerable<string> rules = GrammarRules.All.Select(rule => rule.Id[2..]).Except(["0001", "0017", "0022", "0040", "0041"]);
        foreach (string rule in rules)
        {
            IEnumerable<PolicyType> tried = Cases().Where(row => ((string)row.Arguments[2]!).Contains(rule, StringComparison.Ordinal)).Select(row => (PolicyType)row.Arguments[0]!).Distinct();

            tried.Should().BeEquivalentTo(Types.Except(Impossible.Where(entry => entry.Rule == rule).SelectMany(entry => entry.Types)), "of PL{0}", rule);
        }
    }

    [Test]
    public void Every_type_has_its_grammar()
    {
        Types.Should().BeEquivalentTo(Enum.GetValues<PolicyType>());
        foreach (PolicyType type in Types)
        {
            PolicyGrammar.Of(type).Type.Should().Be(type);
            PolicyGrammar.Of(type).Page.Should().StartWith("https://docs.aws.amazon.com/");
        }
    }

    // IAM quotas, Organizations quotas, AWS PrivateLink's considerations, the KMS quota for key policies.
    [TestCase(PolicyType.Identity, 10_240, SizeCounting.WithoutWhitespace)]
    [TestCase(PolicyType.Boundary, 6_144, SizeCounting.WithoutWhitespace)]
    [TestCase(PolicyType.Trust, 4_096, SizeCounting.WithoutWhitespace)]
    [TestCase(PolicyType.Scp, 10_240, SizeCounting.AsSubmitted)]
    [TestCase(PolicyType.Rcp, 5_120, SizeCounting.AsSubmitted)]
    [TestCase(PolicyType.VpcEndpoint, 20_480, SizeCounting.AsSubmitted)]
    [TestCase(PolicyType.Resource, 32_768, SizeCounting.AsSubmitted)]
    public void A_type_has_its_largest_size(PolicyType type, int size, SizeCounting counting)
    {
        PolicyGrammar.Of(type).MaxSize.Should().Be(size);
        PolicyGrammar.Of(type).Counting.Should().Be(counting);
    }
}
