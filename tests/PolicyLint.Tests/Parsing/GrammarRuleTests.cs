using PolicyLint.Rules;

namespace PolicyLint.Tests.Parsing;

/// <summary>Each grammar rule: bad documents with the exact place, pointer and message, and good ones.</summary>
public sealed class GrammarRuleTests
{
    // rule, type, document with the place marked, pointer, message
    private static readonly (string Rule, PolicyType Type, string Bad, string Pointer, string Message)[] Bad =
    [
        ("PL0101", PolicyType.Identity, """{"Statement":{"Effect":"Allow",[|"Effect"|]:"Allow","Action":"a:b","Resource":"*"}}""",
            "/Statement/Effect", "`Effect` stands twice in this object"),
        ("PL0101", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"Bool":{"aws:x":"true",[|"aws:x"|]:"true"}}}}""",
            "/Statement/Condition/Bool/aws:x", "`aws:x` stands twice in this object"),

        ("PL0102", PolicyType.Identity, """{[|"Comment"|]:"x","Statement":{"Effect":"Allow","Action":"a:b","Resource":"*"}}""",
            "/Comment", "`Comment` is not an element of a policy"),
        ("PL0102", PolicyType.Identity, """{"Statement":[{"Effect":"Allow",[|"actions"|]:"a:b","Resource":"*"}]}""",
            "/Statement/0/actions", "`actions` is not an element of a statement; did you mean `Action`?"),
        ("PL0102", PolicyType.Identity, """{"Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*",[|"a/b~c"|]:1}]}""",
            "/Statement/0/a~1b~0c", "`a/b~c` is not an element of a statement"),

        ("PL0103", PolicyType.Identity, """{"Version":[|20121017|],"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*"}}""",
            "/Version", "`Version` must be a string, not a number"),
        ("PL0103", PolicyType.Identity, """{"Id":[|null|],"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*"}}""",
            "/Id", "`Id` must be a string, not null"),
        ("PL0103", PolicyType.Identity, """{"Statement":[|"all"|]}""",
            "/Statement", "Statement must be an object or a list of objects, not a string"),
        ("PL0103", PolicyType.Identity, """{"Statement":[[|[|][{}]]]}""",
            "/Statement/0", "A statement must be an object, not a list"),
        ("PL0103", PolicyType.Identity, """{"Statement":{"Sid":[|[|]"x"],"Effect":"Allow","Action":"a:b","Resource":"*"}}""",
            "/Statement/Sid", "`Sid` must be a string, not a list"),
        ("PL0103", PolicyType.Identity, """{"Statement":{"Effect":[|true|],"Action":"a:b","Resource":"*"}}""",
            "/Statement/Effect", "`Effect` must be a string, not a Boolean"),
        ("PL0103", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":[|{|]},"Resource":"*"}}""",
            "/Statement/Action", "`Action` must be a string or a list of strings, not an object"),
        ("PL0103", PolicyType.Identity, """{"Statement":{"Effect":"Allow","NotAction":["a:b",[|-1.50|]],"Resource":"*"}}""",
            "/Statement/NotAction/1", "An item of `NotAction` must be a string, not a number"),
        ("PL0103", PolicyType.Resource, """{"Statement":{"Effect":"Allow","Principal":[|[|]"*"],"Action":"a:b","Resource":"*"}}""",
            "/Statement/Principal", "`Principal` must be \"*\" or an object, not a list"),
        ("PL0103", PolicyType.Resource, """{"Statement":{"Effect":"Allow","Principal":{"AWS":["*",[|{|]"Ref":"X"}]},"Action":"a:b","Resource":"*"}}""",
            "/Statement/Principal/AWS/1", "An item of `AWS` must be a string, not an object"),
        ("PL0103", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":[|[|]]}}""",
            "/Statement/Condition", "`Condition` must be an object, not a list"),
        ("PL0103", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"Bool":[|"aws:x"|]}}}""",
            "/Statement/Condition/Bool", "The operator `Bool` must be an object of condition keys, not a string"),
        ("PL0103", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"Bool":{"aws:x":[|null|]}}}}""",
            "/Statement/Condition/Bool/aws:x", "A condition value must be a string, a number or a Boolean, not null"),
        ("PL0103", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"Bool":{"aws:x":["a",[|[|]"b"]]}}}}""",
            "/Statement/Condition/Bool/aws:x/1", "A condition value must be a string, a number or a Boolean, not a list"),

        ("PL0104", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":[|""|],"Resource":"*"}}""",
            "/Statement/Action", "An empty string names nothing in `Action`"),
        ("PL0104", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"a:b","NotResource":["*",[|""|]]}}""",
            "/Statement/NotResource/1", "An empty string names nothing in `NotResource`"),
        ("PL0104", PolicyType.Resource, """{"Statement":{"Effect":"Allow","Principal":[|""|],"Action":"a:b","Resource":"*"}}""",
            "/Statement/Principal", "An empty string names nothing in `Principal`"),
        ("PL0104", PolicyType.Resource, """{"Statement":{"Effect":"Allow","Principal":{"Service":[|""|]},"Action":"a:b","Resource":"*"}}""",
            "/Statement/Principal/Service", "An empty string names nothing in `Service`"),

        ("PL0105", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":[|[ ]|],"Resource":"*"}}""",
            "/Statement/Action", "`Action` is empty"),
        ("PL0105", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"a:b","Resource":[|[]|]}}""",
            "/Statement/Resource", "`Resource` is empty"),
        ("PL0105", PolicyType.Trust, """{"Statement":{"Effect":"Allow","Principal":[|{}|],"Action":"sts:AssumeRole"}}""",
            "/Statement/Principal", "`Principal` is empty"),
        ("PL0105", PolicyType.Trust, """{"Statement":{"Effect":"Allow","Principal":{"AWS":[|[]|]},"Action":"sts:AssumeRole"}}""",
            "/Statement/Principal/AWS", "`AWS` is empty"),
        ("PL0105", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"StringLike":{"aws:x":[|[]|]}}}}""",
            "/Statement/Condition/StringLike/aws:x", "The condition key `aws:x` has no value"),

        ("PL0106", PolicyType.Identity, """{[|"Statement" : [ ]|]}""", "/Statement", "The policy has no statement"),

        ("PL0107", PolicyType.Identity, """[|{|]"Version":"2012-10-17"}""", "", "The policy has no `Statement`"),
        ("PL0107", PolicyType.Identity, """{"Statement":[[|{|]"Action":"a:b","Resource":"*"}]}""", "/Statement/0", "The statement has no `Effect`"),
        ("PL0107", PolicyType.Identity, """{"Statement":[|{|]"Effect":"Deny","Resource":"*"}}""", "/Statement", "The statement has no `Action` or `NotAction`"),
        ("PL0107", PolicyType.Identity, """{"Statement":[|{|]"Effect":"Deny","Action":"a:b"}}""", "/Statement", "The statement has no `Resource` or `NotResource`"),
        ("PL0107", PolicyType.Resource, """{"Statement":[|{|]"Effect":"Deny","Action":"a:b","Resource":"*"}}""", "/Statement", "The statement has no `Principal` or `NotPrincipal`"),
        ("PL0107", PolicyType.Trust, """{"Statement":[|{|]"Effect":"Deny","Action":"a:b"}}""", "/Statement", "The statement has no `Principal`"),
        ("PL0107", PolicyType.Rcp, """{"Statement":[|{|]"Effect":"Deny","Principal":"*","Resource":"*"}}""", "/Statement", "The statement has no `Action`"),

        ("PL0108", PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"a:b",[|"NotAction"|]:"a:c","Resource":"*"}}""",
            "/Statement/NotAction", "A statement takes `Action` or `NotAction`, not both"),
        ("PL0108", PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"a:b",[|"NotResource"|]:"x","Resource":"*"}}""",
            "/Statement/NotResource", "A statement takes `Resource` or `NotResource`, not both"),
        ("PL0108", PolicyType.Resource, """{"Statement":{"Effect":"Deny","Action":"a:b",[|"NotPrincipal"|]:{"AWS":"1"},"Principal":"*"}}""",
            "/Statement/NotPrincipal", "A statement takes `Principal` or `NotPrincipal`, not both"),

        ("PL0109", PolicyType.Identity, """{"Statement":{"Effect":"Allow",[|"Principal"|]:"*","Action":"a:b","Resource":"*"}}""",
            "/Statement/Principal", "`Principal` does not belong in an identity policy"),
        ("PL0109", PolicyType.Trust, """{"Statement":{"Effect":"Allow","Principal":{"AWS":"1"},"Action":"sts:AssumeRole",[|"Resource"|]:"*"}}""",
            "/Statement/Resource", "`Resource` does not belong in a role trust policy"),

        ("PL0110", PolicyType.Identity, """{"Statement":{"Effect":[|"allow"|],"Action":"a:b","Resource":"*"}}""",
            "/Statement/Effect", "`allow` is not an effect; write `Allow` or `Deny`"),
        ("PL0110", PolicyType.Identity, """{"Statement":{"Effect":[|""|],"Action":"a:b","Resource":"*"}}""",
            "/Statement/Effect", "`` is not an effect; write `Allow` or `Deny`"),

        ("PL0111", PolicyType.Identity, """{"Version":[|"2012-10-18"|],"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*"}}""",
            "/Version", "There is no version `2012-10-18` of the policy language; the current one is `2012-10-17`"),

        ("PL0112", PolicyType.Identity, """{"Statement":{"Sid":[|"two words"|],"Effect":"Allow","Action":"a:b","Resource":"*"}}""",
            "/Statement/Sid", "A Sid of an identity policy takes letters and digits only, not `two words`"),
        ("PL0112", PolicyType.Trust, """{"Statement":{"Sid":[|"é"|],"Effect":"Allow","Principal":{"AWS":"1"},"Action":"sts:AssumeRole"}}""",
            "/Statement/Sid", "A Sid of a role trust policy takes letters and digits only, not `é`"),

        ("PL0113", PolicyType.Resource, """{"Statement":{"Effect":"Allow","Principal":[|"arn:aws:iam::111122223333:root"|],"Action":"a:b"}}""",
            "/Statement/Principal", "`Principal` is \"*\" or an object such as {\"AWS\": …}, not `arn:aws:iam::111122223333:root`"),
        ("PL0113", PolicyType.Resource, """{"Statement":{"Effect":"Deny","NotPrincipal":[|"**"|],"Action":"a:b"}}""",
            "/Statement/NotPrincipal", "`NotPrincipal` is \"*\" or an object such as {\"AWS\": …}, not `**`"),

        ("PL0114", PolicyType.Resource, """{"Statement":{"Effect":"Allow","Principal":{[|"aws"|]:"*"},"Action":"a:b"}}""",
            "/Statement/Principal/aws", "`aws` is not a kind of principal; did you mean `AWS`?"),
        ("PL0114", PolicyType.Resource, """{"Statement":{"Effect":"Allow","Principal":{[|"User"|]:"*"},"Action":"a:b"}}""",
            "/Statement/Principal/User", "`User` is not a kind of principal"),

        ("PL0115", PolicyType.Rcp, """{"Statement":{"Effect":[|"Allow"|],"Principal":"*","Action":"s3:*","Resource":"*"}}""",
            "/Statement/Effect", "A resource control policy can only deny"),
        ("PL0115", PolicyType.Rcp, """{"Statement":{"Effect":[|"Allow"|],"Principal":"*","Action":"*","Resource":"*","Condition":{"Null":{"a:b":"true"}}}}""",
            "/Statement/Effect", "A resource control policy can only deny"),

        ("PL0116", PolicyType.Rcp, """{"Statement":{"Effect":"Deny","Principal":[|{"AWS":"*"}|],"Action":"s3:*","Resource":"*"}}""",
            "/Statement/Principal", "The Principal of a resource control policy must be \"*\""),

        ("PL0118", PolicyType.Identity, """{"Statement":{"Sid":[|""|],"Effect":"Allow","Action":"a:b","Resource":"*"}}""",
            "/Statement/Sid", "An empty `Sid` identifies nothing"),
        ("PL0119", PolicyType.Trust, """{"Statement":{"Effect":"Allow","Principal":[|"*"|],"Action":"sts:AssumeRole"}}""",
            "/Statement/Principal", "The Principal of a role trust policy may not be \"*\""),

        ("PL0117", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":[|{}|]}}""",
            "/Statement/Condition", "`Condition` is empty"),
        ("PL0117", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"Bool":[|{ }|]}}}""",
            "/Statement/Condition/Bool", "The operator `Bool` has no condition key"),
    ];

    private static readonly (PolicyType Type, string Text)[] Good =
    [
        (PolicyType.Identity, """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"a:b","Resource":"*"}}"""),
        (PolicyType.Identity, """{"Version":"2008-10-17","Id":"any text, é too","Statement":[{"Sid":"Az09","Effect":"Deny","NotAction":["a:b"],"NotResource":["x","y"]}]}"""),
        (PolicyType.Identity, """{"Statement":{"Sid":"a","Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":true,"a:c":[false,"true"]},"NumericEquals":{"a:b":[1,-2.5e3]},"NoSuchOperator":{"":""}}}}"""),
        (PolicyType.Resource, """{"Statement":[{"Sid":"any text","Effect":"Allow","Principal":"*","Action":"a:b"},{"Effect":"Deny","NotPrincipal":{"AWS":["1"],"Service":"s","Federated":"f","CanonicalUser":"c"},"NotAction":"a:b","Resource":"*"}]}"""),
        (PolicyType.Trust, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession"]}]}"""),
        (PolicyType.Scp, """{"Version":"2012-10-17","Statement":[{"Sid":"with space","Effect":"Allow","NotAction":"a:b","NotResource":"*","Condition":{"Null":{"a:b":"true"}}}]}"""),
        (PolicyType.Rcp, """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":["s3:*"],"NotResource":"*"}]}"""),
        (PolicyType.Rcp, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":["*"],"Resource":"*"}]}"""),
        (PolicyType.VpcEndpoint, """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"""),
        (PolicyType.Boundary, """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"""),
    ];

    public static IEnumerable<TestCaseData> BadCases() => Bad.Select(bad => new TestCaseData(bad.Rule, bad.Type, bad.Bad, bad.Pointer, bad.Message));

    public static IEnumerable<TestCaseData> GoodCases() => Good.Select(good => new TestCaseData(good.Type, good.Text));

    [TestCaseSource(nameof(BadCases))]
    public void A_bad_document_has_that_one_problem_there(string rule, PolicyType type, string bad, string pointer, string message)
    {
        MarkedText text = MarkedText.Parse(bad);

        Problem problem = PolicyDocument.Parse(text.Text, type).Problems.Should().ContainSingle().Subject;

        problem.Rule.Id.Should().Be(rule);
        problem.Message.Should().Be(message);
        problem.Pointer.Should().Be(pointer);
        problem.Span.Should().Be(text.Spans[0]);
    }

    [TestCaseSource(nameof(GoodCases))]
    public void A_good_document_has_none(PolicyType type, string good) => PolicyDocument.Parse(good, type).Problems.Should().BeEmpty();

    [Test]
    public void Every_rule_of_the_grammar_is_tried() =>
        GrammarRules.All.Select(rule => rule.Id).Where(id => string.CompareOrdinal(id, "PL0100") > 0)
            .Should().BeSubsetOf(Bad.Select(bad => bad.Rule));

    [Test]
    public void Half_a_surrogate_pair_is_found_at_its_escape()
    {
        foreach (string half in new[] { "\\ud83d", "\\uDE00", "\\ud83d\\ud83d\\ude00" })
        {
            string json = "{\"Id\":\"é" + half + "\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"a:b\",\"Resource\":\"*\"}}";

            Problem problem = PolicyDocument.Parse(json).Problems.Should().ContainSingle().Subject;

            problem.Rule.Should().Be(GrammarRules.UnpairedSurrogate);
            problem.Span.Should().Be(new TextSpan(9, 6));
            problem.Message.Should().Be($"`{half[..6]}` is half of a surrogate pair");
            problem.Pointer.Should().Be("/Id");
        }

        PolicyDocument.Parse("""{"Id":"\ud83d\uDE00","Statement":{"Effect":"Allow","Action":"a:b","Resource":"*"}}""").Problems.Should().BeEmpty();
    }

    [Test]
    public void A_part_that_is_not_known_yet_is_not_judged()
    {
        // The noncharacter itself is refused in a file; sources of templates put it there.
        string json = """{"Version":"\uffff","Statement":{"Sid":"a-\uffff","Effect":"\uffff","Principal":"\uffff","Action":"a:b","Resource":"*"}}""";

        PolicyDocument.Parse(json, PolicyType.VpcEndpoint).Problems.Should().OnlyContain(problem => problem.Rule == GrammarRules.InvalidCharacter);
        PolicyDocument.Parse(json.Replace("\"Principal\":\"\\uffff\",", "", StringComparison.Ordinal), PolicyType.Identity).Problems
            .Should().OnlyContain(problem => problem.Rule == GrammarRules.InvalidCharacter);
    }

    [Test]
    public void A_detected_type_is_named_as_such()
    {
        PolicyDocument document = PolicyDocument.Parse(
            """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"1"},"Action":"sts:AssumeRole"},{"Effect":"Deny","NotPrincipal":{"AWS":"1"},"Action":"sts:TagSession"}]}""");

        document.Type.Should().Be(PolicyType.Trust);
        document.Problems.Should().ContainSingle().Which.Message.Should().Be("`NotPrincipal` does not belong in a role trust policy, which this was taken for");
    }

    [Test]
    public void A_long_text_is_cut_in_a_message()
    {
        string sid = new('-', 200);

        PolicyDocument document = PolicyDocument.Parse("{\"Statement\":{\"Sid\":\"" + sid + "\",\"Effect\":\"Allow\",\"Action\":\"a:b\",\"Resource\":\"*\"}}", PolicyType.Identity);

        document.Problems.Should().ContainSingle().Which.Message.Should().Be($"A Sid of an identity policy takes letters and digits only, not `{sid[..120]}…`");
    }
}
