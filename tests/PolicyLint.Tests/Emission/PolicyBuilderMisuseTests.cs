namespace PolicyLint.Tests.Emission;

/// <summary>What no policy can be throws; what is a policy, but a wrong one, is a problem of the document.</summary>
public sealed class PolicyBuilderMisuseTests
{
    private static readonly TestCaseData[] WithoutText =
    [
        Saying("Sid", statement => statement.Sid(null!)),
        Saying("Actions", statement => statement.Actions("a:b", null!)),
        Saying("NotActions", statement => statement.NotActions([null!])),
        Saying("Resources", statement => statement.Resources([null!])),
        Saying("NotResources", statement => statement.NotResources([null!])),
        Saying("AwsPrincipals", statement => statement.AwsPrincipals([null!])),
        Saying("ServicePrincipals", statement => statement.ServicePrincipals([null!])),
        Saying("FederatedPrincipals", statement => statement.FederatedPrincipals([null!])),
        Saying("CanonicalUserPrincipals", statement => statement.CanonicalUserPrincipals([null!])),
        Saying("When, operator", statement => statement.When(null!, "key", "value")),
        Saying("When, key", statement => statement.When("Bool", null!, "value")),
        Saying("When, value", statement => statement.When("Bool", "key", [null!])),
    ];

    [TestCaseSource(nameof(WithoutText))]
    public void Null_is_refused_where_it_is_said(Action<StatementBuilder> misuse) =>
        FluentActions.Invoking(() => new PolicyBuilder().Allow(misuse)).Should().Throw<ArgumentNullException>();

    [Test]
    public void A_builder_of_nothing_is_refused()
    {
        FluentActions.Invoking(() => new PolicyBuilder().Id(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new PolicyBuilder().Allow(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new PolicyBuilder().Deny(null!)).Should().Throw<ArgumentNullException>();
    }

    [Test]
    public void Half_a_character_is_refused_for_it_would_become_another(
        [Values("d83d", "de00", "0061 de00 d83d", "d83d d83d de00")] string units)
    {
        string half = string.Concat(units.Split(' ').Select(unit => (char)Convert.ToInt32(unit, 16)));

        FluentActions.Invoking(() => new PolicyBuilder().Id(half)).Should().Throw<ArgumentException>().WithParameterName("id");
        FluentActions.Invoking(() => new PolicyBuilder().Allow(statement => statement.Actions(half))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new PolicyBuilder().Allow(statement => statement.When("Bool", half, "true"))).Should().Throw<ArgumentException>().WithParameterName("key");
    }

    [TestCase("")]
    [TestCase("StringEqual")]
    [TestCase("NullIfExists")]
    [TestCase("ForSomeValues:StringEquals")]
    [TestCase("StringEquals ")]
    public void An_operator_that_does_not_exist_is_refused(string name) =>
        FluentActions.Invoking(() => new PolicyBuilder().Allow(statement => statement.When(name, "aws:SourceIp", "10.0.0.0/8")))
            .Should().Throw<ArgumentException>().WithParameterName("operator").WithMessage($"There is no condition operator `{name}`.*");

    [TestCase("StringEquals")]
    [TestCase("stringequalsIFEXISTS")]
    [TestCase("ForAnyValue:StringLike")]
    [TestCase("ForAllValues:ArnLikeIfExists")]
    public void An_operator_that_exists_is_written_as_given(string name) =>
        new PolicyBuilder().Allow(statement => statement.When(name, "k:v", "a")).Build()
            .Statements[0].Condition!.Clauses.Single().OperatorText.Value.Should().Be(name);

    [Test]
    public void Actions_and_their_opposite_are_a_problem() =>
        ProblemsOf(statement => statement.Actions("a:b").NotActions("c:d").Resources("*")).Should().Equal("conflicting-elements /Statement/0/NotAction");

    [Test]
    public void Resources_and_their_opposite_are_a_problem() =>
        ProblemsOf(statement => statement.Actions("a:b").Resources("*").NotResources("*")).Should().Equal("conflicting-elements /Statement/0/NotResource");

    [Test]
    public void A_statement_without_actions_or_resources_is_a_problem() =>
        ProblemsOf(_ => { }).Should().Equal("missing-element /Statement/0", "missing-element /Statement/0");

    // A list that was worked out and came out empty must not vanish: without Action the statement would mean something else.
    [Test]
    public void An_empty_list_is_written_and_is_a_problem()
    {
        ProblemsOf(statement => statement.Actions([]).Resources("*")).Should().Equal("empty-element /Statement/0/Action");
        ProblemsOf(statement => statement.Actions("a:b").Resources("*").When("Bool", "aws:SecureTransport"))
            .Should().Equal("empty-element /Statement/0/Condition/Bool/aws:SecureTransport");
    }

    [Test]
    public void Empty_text_is_a_problem() =>
        ProblemsOf(statement => statement.Actions("").Resources("*")).Should().Equal("empty-string /Statement/0/Action");

    [Test]
    public void A_policy_without_statements_is_a_problem() =>
        Names(new PolicyBuilder().Build()).Should().Equal("empty-statement-list /Statement");

    [Test]
    public void A_principal_in_an_identity_policy_is_a_problem() =>
        Names(new PolicyBuilder().Allow(statement => statement.Everybody().Actions("a:b").Resources("*")).Build(PolicyType.Identity))
            .Should().Equal("element-not-allowed /Statement/0/Principal");

    // U+FFFF stands for what is not known before deployment: a policy that is built is known.
    [Test]
    public void The_character_for_the_unknown_is_a_problem() =>
        ProblemsOf(statement => statement.Actions("a:b").Resources($"arn:{PolicyString.Unknown}")).Should().NotBeEmpty();

    private static TestCaseData Saying(string what, Action<StatementBuilder> misuse) => new TestCaseData(misuse).SetArgDisplayNames(what);

    private static IEnumerable<string> ProblemsOf(Action<StatementBuilder> build) => Names(new PolicyBuilder().Allow(build).Build());

    private static IEnumerable<string> Names(PolicyDocument policy) => policy.Problems.Select(problem => $"{problem.Rule.Name} {problem.Pointer}");
}
