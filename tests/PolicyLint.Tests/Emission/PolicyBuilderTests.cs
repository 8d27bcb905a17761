namespace PolicyLint.Tests.Emission;

public sealed class PolicyBuilderTests
{
    private const string Endpoint = "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud-*";

    private static readonly TestCaseData[] HostileTexts =
    [
        new TestCaseData("quote \" backslash \\ slash /").SetArgDisplayNames("quotes"),
        new TestCaseData("</script><!--").SetArgDisplayNames("markup"),
        new TestCaseData("\u0000\u0007\b\t\n\r\e[2J\u007f\u0085").SetArgDisplayNames("controls"),
        new TestCaseData("\",\"Effect\":\"Allow\",\"x\":\"").SetArgDisplayNames("json"),
        new TestCaseData("日本 😀 \u2028 \u202e \ufeff \ufffd").SetArgDisplayNames("other scripts"),
    ];

    [Test]
    public void It_writes_the_document_that_a_person_would() => new PolicyBuilder()
        .Id("fraud-team")
        .Allow(statement => statement
            .Sid("Look")
            .Actions("sagemaker:DescribeEndpoint", "sagemaker:DescribeModel")
            .Resources(Endpoint)
            .When("StringEquals", "aws:ResourceTag/team", "fraud", "risk")
            .When("Bool", "aws:SecureTransport", "true"))
        .Deny(statement => statement.NotActions("s3:*").NotResources("*"))
        .ToJson().Should().Be("""
            {
              "Version": "2012-10-17",
              "Id": "fraud-team",
              "Statement": [
                {
                  "Sid": "Look",
                  "Effect": "Allow",
                  "Action": [
                    "sagemaker:DescribeEndpoint",
                    "sagemaker:DescribeModel"
                  ],
                  "Resource": "arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud-*",
                  "Condition": {
                    "StringEquals": {
                      "aws:ResourceTag/team": [
                        "fraud",
                        "risk"
                      ]
                    },
                    "Bool": {
                      "aws:SecureTransport": "true"
                    }
                  }
                },
                {
                  "Effect": "Deny",
                  "NotAction": "s3:*",
                  "NotResource": "*"
                }
              ]
            }
            """);

    [Test]
    public void The_order_of_the_elements_is_that_of_the_user_guide_whatever_the_order_of_the_calls() =>
        Minified(statement => statement
            .When("Bool", "a:b", "true").Resources("*").Actions("a:b").FederatedPrincipals("f").ServicePrincipals("s").AwsPrincipals("1").Sid("S"))
            .Should().Be("""{"Sid":"S","Effect":"Allow","Principal":{"AWS":"1","Service":"s","Federated":"f"},"Action":"a:b","Resource":"*","Condition":{"Bool":{"a:b":"true"}}}""");

    [Test]
    public void Calls_add_to_each_other() =>
        Minified(statement => statement.Actions("a:1").Actions("a:2", "a:3").Resources("*").AwsPrincipals("1").AwsPrincipals("2"))
            .Should().Be("""{"Effect":"Allow","Principal":{"AWS":["1","2"]},"Action":["a:1","a:2","a:3"],"Resource":"*"}""");

    [Test]
    public void Conditions_are_grouped_by_operator_and_key_in_the_order_they_came() =>
        Minified(statement => statement
            .When("StringLike", "k:one", "a")
            .When("Null", "k:two", "true")
            .When("StringLike", "k:three", "b")
            .When("StringLike", "k:one", "c"))
            .Should().Be("""{"Effect":"Allow","Condition":{"StringLike":{"k:one":["a","c"],"k:three":"b"},"Null":{"k:two":"true"}}}""");

    [Test]
    public void Operators_and_keys_that_differ_in_case_are_the_same() =>
        Minified(statement => statement.When("StringLike", "aws:PrincipalArn", "a").When("stringlike", "AWS:principalarn", "b"))
            .Should().Be("""{"Effect":"Allow","Condition":{"StringLike":{"aws:PrincipalArn":["a","b"]}}}""");

    [Test]
    public void Everybody_is_a_star_and_beside_others_a_star_among_them()
    {
        Minified(statement => statement.Everybody()).Should().Be("""{"Effect":"Allow","Principal":"*"}""");
        Minified(statement => statement.ServicePrincipals("s").Everybody()).Should().Be("""{"Effect":"Allow","Principal":{"AWS":"*","Service":"s"}}""");
        Minified(statement => statement.Everybody().AwsPrincipals("1")).Should().Be("""{"Effect":"Allow","Principal":{"AWS":["*","1"]}}""");
    }

    [Test]
    public void Canonical_users_are_principals() =>
        Minified(statement => statement.CanonicalUserPrincipals("79a5")).Should().Be("""{"Effect":"Allow","Principal":{"CanonicalUser":"79a5"}}""");

    [Test]
    public void Writing_twice_gives_the_same_and_adding_goes_on()
    {
        PolicyBuilder builder = new PolicyBuilder().Allow(statement => statement.AwsPrincipals("1").Everybody().Actions("a:b"));

        builder.ToJson().Should().Be(builder.ToJson());
        builder.Deny(statement => statement.Actions("c:d")).Build().Statements.Select(statement => statement.Effect).Should().Equal(Effect.Allow, Effect.Deny);
    }

    [Test]
    public void The_last_id_and_sid_count()
    {
        PolicyDocument policy = new PolicyBuilder().Id("a").Id("b").Allow(statement => statement.Sid("c").Sid("d")).Build();

        policy.Id!.Value.Should().Be("b");
        policy.Statements[0].Sid!.Value.Should().Be("d");
    }

    [Test]
    public void A_well_formed_policy_has_no_problems() =>
        new PolicyBuilder().Allow(statement => statement.Actions("sagemaker:DescribeEndpoint").Resources(Endpoint)).Build().Problems.Should().BeEmpty();

    [TestCase(PolicyType.Identity, true)]
    [TestCase(PolicyType.Boundary, false)]
    public void The_type_is_detected_or_given(PolicyType type, bool isDetected)
    {
        PolicyDocument policy = new PolicyBuilder().Allow(statement => statement.Actions("a:b").Resources("*")).Build(isDetected ? null : type);

        policy.Type.Should().Be(type);
        policy.IsTypeDetected.Should().Be(isDetected);
    }

    [TestCaseSource(nameof(HostileTexts))]
    public void Hostile_text_stays_text(string text)
    {
        PolicyDocument policy = new PolicyBuilder()
            .Id(text)
            .Allow(statement => statement.Sid(text).AwsPrincipals(text).Actions(text, "a:b").Resources(text).When("StringEquals", text, text))
            .Build();

        policy.IsReadable.Should().BeTrue();
        policy.Id!.Value.Should().Be(text);
        Statement statement = policy.Statements.Should().ContainSingle().Subject;
        statement.Sid!.Value.Should().Be(text);
        statement.Principal!.Entries.Single().Values.Select(value => value.Value).Should().Equal(text);
        statement.Action!.Values.Select(value => value.Value).Should().Equal(text, "a:b");
        statement.Resource!.Values.Select(value => value.Value).Should().Equal(text);
        ConditionEntry entry = statement.Condition!.Clauses.Single().Entries.Single();
        entry.Key.Value.Should().Be(text);
        entry.Values.Select(value => value.Text).Should().Equal(text);
    }

    [Test]
    public void Text_outside_ascii_is_written_as_it_is() =>
        new PolicyBuilder().Id("Zürich+<日本>&").ToJson().Should().Contain("\"Zürich+<日本>&\"");

    private static string Minified(Func<StatementBuilder, StatementBuilder> build)
    {
        string json = PolicyWriter.Write(new PolicyBuilder().Allow(statement => build(statement)).Build(), PolicyFormat.Minified);
        const string Head = """{"Version":"2012-10-17","Statement":[""";
        json.Should().StartWith(Head).And.EndWith("]}");
        return json[Head.Length..^2];
    }
}
