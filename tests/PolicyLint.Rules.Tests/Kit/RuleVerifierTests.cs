using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Kit;

/// <summary>What the kit accepts, and that it sees each kind of mistake.</summary>
public sealed class RuleVerifierTests
{
    private const string TwoStars = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "First", "Effect": "Allow", "Action": [|"*"|], "Resource": (|"*"|) },
            { "Sid": "Second", "Effect": "Deny", "Action": ["s3:GetObject", [|"*"|]], "Resource": (|["*"]|) }
          ]
        }
        """;

    private const string OneAction = """
        { "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"s3:GetObject"|], "Resource": "*" } }
        """;

    private const string NoStar = """
        { "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }
        """;

    [Test]
    public void Findings_where_they_are_marked_pass() => Finds(SampleRules.Star, TwoStars, "`*` is every action").Should().BeNull();

    [Test]
    public void A_clean_document_passes() => Clean(SampleRules.Star, NoStar).Should().BeNull();

    [Test]
    public void A_finding_that_is_not_marked_and_a_mark_without_a_finding_are_shown_with_carets() => Finds(SampleRules.Star, """
        { "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": ["*", [|"s3:GetObject"|]], "Resource": "*" } }
        """).Should().Be("""
        ZZ1001 sample in an identity policy: 1 finding expected, 1 found.
          1 | { "Version": "2012-10-17",
          2 |   "Statement": { "Effect": "Allow", "Action": ["*", "s3:GetObject"], "Resource": "*" } }
            |                                                ^^^ found, NOT EXPECTED: `*` is every action
            |                                                     ^^^^^^^^^^^^^^ EXPECTED, not found

        """);

    [Test]
    public void Another_message_is_shown_below_the_one_expected() => Finds(SampleRules.Star, """
        { "Version": "2012-10-17",
          "Statement": { "Effect": "Allow", "Action": [|"*"|], "Resource": "*" } }
        """, "`*` allows everything").Should().Be("""
        ZZ1001 sample in an identity policy: the finding says something else.
          1 | { "Version": "2012-10-17",
          2 |   "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }
            |                                               ^^^ expected: `*` allows everything
            |                                                   found:    `*` is every action

        """);

    [Test]
    public void A_second_place_that_is_not_the_marked_one_is_seen() =>
        Finds(SampleRules.Star, """
            { "Version": "2012-10-17",
              "Statement": { "Effect": (|"Allow"|), "Action": [|"*"|], "Resource": "*" } }
            """).Should().Contain("1 second place expected, 1 found").And.Contain("found, NOT EXPECTED: on this");

    [Test]
    public void Another_risk_is_seen() =>
        RuleVerifier.Verify(new RuleCase(SampleRules.Star, TwoStars, Expectation.Finds) { Risk = SecuritySeverity.Low })
            .Should().Contain("a risk of Low was expected").And.Contain("found High");

    [Test]
    public void A_finding_in_a_clean_document_is_seen() =>
        Clean(SampleRules.Saying(_ => "Something"), NoStar).Should().Contain("0 findings expected, 1 found");

    [Test]
    public void A_part_that_could_not_be_judged_does_not_pass_as_clean() =>
        Clean(Undecided, NoStar).Should().Contain("0 unjudged parts expected, 1 found").And.Contain("not judged: it depends");

    [Test]
    public void A_part_that_could_not_be_judged_can_be_expected() =>
        RuleVerifier.Verify(new RuleCase(Undecided, OneAction, Expectation.CannotJudge) { Messages = ["it depends"] }).Should().BeNull();

    [Test]
    public void A_document_without_marks_has_no_findings_to_expect() =>
        Finds(SampleRules.Star, NoStar).Should().Contain("mark each place expected with [|…|]");

    [Test]
    public void Broken_grammar_must_be_said() =>
        Clean(SampleRules.Star, """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject" } }""")
            .Should().Contain("add problems: \"PL0107\"");

    [Test]
    public void Broken_grammar_that_is_said_passes() =>
        RuleVerifier.Verify(new RuleCase(SampleRules.Star, """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject" } }""", Expectation.Clean) { Problems = "PL0107" })
            .Should().BeNull();

    [Test]
    public void Grammar_said_to_be_broken_must_be() =>
        RuleVerifier.Verify(new RuleCase(SampleRules.Star, NoStar, Expectation.Clean) { Problems = "PL0107" })
            .Should().Contain("the grammar is clean, but the test says problems: \"PL0107\"");

    [TestCase("an action is bad", "it must start with a capital")]
    [TestCase("An action is bad.", "it must not end with `.`")]
    [TestCase("An action is bad. Take it out", "it must be one sentence")]
    [TestCase("The action s3:GetObject is bad", "text of the policy must stand in backticks: `s3:GetObject`")]
    [TestCase("The action `s3:GetObject is bad", "a backtick is not closed")]
    public void A_badly_written_message_is_seen(string message, string complaint) =>
        Finds(SampleRules.Saying(_ => message), OneAction).Should().Contain(complaint);

    [Test]
    public void Only_the_rules_own_words_count_for_the_length_of_a_message()
    {
        Finds(SampleRules.Saying(action => $"`{action}` {new string('x', 157)}"), OneAction).Should().BeNull();
        Finds(SampleRules.Saying(action => $"`{action}` {new string('x', 158)}"), OneAction).Should().Contain("it has 161 characters besides what it quotes");
    }

    [Test]
    public void A_rule_that_keeps_state_is_seen()
    {
        int calls = 0;
        Finds(SampleRules.Saying(_ => Interlocked.Increment(ref calls) == 1 ? "First" : "Again"), OneAction).Should().Contain("the second time");
    }

    [Test]
    public void A_rule_that_is_not_thread_safe_is_seen()
    {
        int test = Environment.CurrentManagedThreadId;
        Finds(SampleRules.Saying(_ => Environment.CurrentManagedThreadId == test ? "Here" : "There"), OneAction).Should().Contain("on two threads at once");
    }

    [Test]
    public void A_rule_that_looks_at_places_in_the_text_is_seen() =>
        Finds(SampleRules.Saying(action => action.Span.Start > 65 ? "Far" : "Near"), OneAction)
            .Should().Contain("the same document minified gives other findings").And.Contain("^^^^^^^^^^^^^^ Near").And.Contain("^^^^^^^^^^^^^^ Far");

    [Test]
    public void A_rule_that_looks_at_the_order_of_elements_is_seen() =>
        Finds(new SampleRules.OfStatement((statement, context) => context.Report(statement.Action!, statement.EffectText!.Span.Start < statement.Action!.Span.Start ? "Before" : "After")), OneAction)
            .Should().Contain("with each statement's elements in the opposite order");

    [Test]
    public void A_rule_that_looks_at_the_form_of_the_statement_is_seen() =>
        Finds(new SampleRules.OfStatement((statement, context) => context.Report(statement.Action!, statement.Pointer == "/Statement" ? "Alone" : "Listed")), OneAction)
            .Should().Contain("with the statement in square brackets");

    [Test]
    public void What_a_rule_must_leave_out_is_not_tried() =>
        RuleVerifier.Verify(new RuleCase(SampleRules.Saying(action => action.Span.Start > 65 ? "Far" : "Near"), OneAction, Expectation.Finds)
        {
            Tries = Variants.All & ~(Variants.Layout | Variants.ElementOrder | Variants.StatementForm),
        }).Should().BeNull();

    [Test]
    public void A_rule_that_throws_on_a_document_cut_down_is_seen_with_its_exception() =>
        Finds(new SampleRules.OfStatement((statement, context) => context.Report(statement.Action!.Values[0], $"On {statement.Resource!.Values.Length} resource")), OneAction)
            .Should().Contain("the rule threw on the same document with").And.Contain("NullReferenceException").And.Contain("SampleRules");

    [Test]
    public void A_rule_that_throws_at_once_is_seen_with_its_exception() =>
        Clean(SampleRules.Saying(_ => throw new InvalidOperationException("deliberately")), NoStar)
            .Should().Contain("the rule threw on the document").And.Contain("deliberately");

    private static Rule Undecided => new SampleRules.OfStatement((statement, context) =>
    {
        if (statement.Action is { } action)
            context.CannotJudge(action, "it depends");
    });

    private static string? Finds(Rule rule, string markup, params string[] messages) =>
        RuleVerifier.Verify(new RuleCase(rule, markup, Expectation.Finds) { Messages = [.. messages] });

    private static string? Clean(Rule rule, string json) => RuleVerifier.Verify(new RuleCase(rule, json, Expectation.Clean));
}
