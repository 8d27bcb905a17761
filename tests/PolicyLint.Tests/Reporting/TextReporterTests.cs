using PolicyLint.Reporting;

namespace PolicyLint.Tests.Reporting;

public sealed class TextReporterTests
{
    private const string Founding =
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
                "Action": [ "sagemaker:*" ],
                "Resource": "*"
            }
          ]
        }
        """;

    [Test]
    public void A_finding_shows_where_what_the_lines_the_remedy_and_where_to_read_more()
    {
        SourceText source = SourceText.From(Founding, "policies/ml-users.json");
        Finding finding = Sample.On(
            source,
            "\"sagemaker:*\"",
            Sample.Rule("PL3002", "sagemaker-full-access", SecuritySeverity.High, "name the actions the users need on named resources; to see a narrower policy: policylint suggest --persona data-scientist"),
            "Every SageMaker permission on every resource: 449 actions, among them opening any user's Studio and running code as any role that may be passed",
            related: ("\"*\"", "on this"));

        Sample.Text(Sample.Result(source, finding), width: 98).Should().Be(
            """
            policies/ml-users.json:6:21  error PL3002 sagemaker-full-access
              Every SageMaker permission on every resource: 449 actions, among them opening any user's Studio
              and running code as any role that may be passed
                6 |         "Action": [ "sagemaker:*" ],
                  |                     ^^^^^^^^^^^^^
                7 |         "Resource": "*"
                  |                     ─── on this
              do: name the actions the users need on named resources; to see a narrower policy: policylint
                  suggest --persona data-scientist      more: policylint explain PL3002


            """);
    }

    [Test]
    public void The_way_to_read_more_gets_its_own_line_where_the_remedy_leaves_no_room()
    {
        SourceText source = SourceText.From(Founding, "p.json");
        Finding finding = Sample.On(source, "\"sagemaker:*\"", Sample.Rule("PL3002", "x", remedy: new string('w', 40)));

        Sample.Text(Sample.Result(source, finding), width: 60).Should().EndWith(
            $"  do: {new string('w', 40)}\n  more: policylint explain PL3002\n\n");
    }

    [Test]
    public void Places_on_one_line_share_it_and_keep_their_order()
    {
        SourceText source = SourceText.From("""{ "Resource": "*", "Action": "s3:*" }""", "p.json");
        Finding finding = Sample.On(source, "\"s3:*\"", related: ("\"*\"", "on this"));

        Sample.Text(Sample.Result(source, finding)).Should().Contain(
            """
                1 | { "Resource": "*", "Action": "s3:*" }
                  |               ─── on this
                  |                              ^^^^^^
            """);
    }

    [Test]
    public void A_long_line_is_cut_around_the_place()
    {
        string line = $$"""{"a":"{{new string('x', 300)}}","Action":"s3:*","b":"{{new string('y', 300)}}"}""";
        SourceText source = SourceText.From(line, "p.json");

        string[] lines = Sample.Text(Sample.Result(source, Sample.On(source, "\"s3:*\"")), width: 60).Split('\n');

        lines[2].Should().MatchRegex("""^    1 \| …x+","Action":"s3:\*","b":"y+…$""").And.HaveLength(60);
        int column = lines[2].IndexOf("\"s3:*\"", StringComparison.Ordinal);
        lines[3].Should().Be($"      |{new string(' ', column - 7)}^^^^^^");
    }

    [Test]
    public void Places_far_apart_on_one_long_line_each_get_their_own_cut()
    {
        string line = $$"""{"Action":"s3:*","a":"{{new string('x', 500)}}","Resource":"*"}""";
        SourceText source = SourceText.From(line, "p.json");
        Finding finding = Sample.On(source, "\"s3:*\"", related: ("\"*\"", "on this"));

        string[] lines = Sample.Text(Sample.Result(source, finding), width: 60).Split('\n');

        lines[2].Should().StartWith("""    1 | {"Action":"s3:*","a":"xxx""").And.EndWith("x…");
        lines[3].Should().Be("      |           ^^^^^^");
        lines[4].Should().StartWith("    1 | …xxx").And.EndWith("""x","Resource":"*"}""");
        lines[5].Should().EndWith("─── on this").And.HaveLength(lines[4].LastIndexOf("\"*\"", StringComparison.Ordinal) + "─── on this".Length);
    }

    [Test]
    public void A_place_longer_than_the_window_is_underlined_to_its_edge()
    {
        SourceText source = SourceText.From($$"""{"Action":"{{new string('x', 500)}}"}""", "p.json");

        string[] lines = Sample.Text(Sample.Result(source, Sample.On(source, $"\"{new string('x', 500)}\"")), width: 60).Split('\n');

        lines[2].Should().HaveLength(60).And.EndWith("xxx…");
        lines[3].Should().HaveLength(59).And.EndWith("^^^^");
    }

    [Test]
    public void Tabs_wide_characters_and_combining_marks_keep_the_underline_in_place()
    {
        SourceText source = SourceText.From("\t{ \"数据\": \"e\u0301\", \"Action\": \"s3:*\" }", "p.json");

        string[] lines = Sample.Text(Sample.Result(source, Sample.On(source, "\"s3:*\""))).Split('\n');

        // Tab 4, `{ ` 2, quoted two wide characters 6, `: ` 2, quoted e with its accent 3, `, ` 2, "Action" 8, `: ` 2.
        lines[3].Should().Be($"      | {new string(' ', 29)}^^^^^^");
    }

    [Test]
    public void A_place_of_several_lines_is_underlined_on_its_first_and_says_where_it_ends()
    {
        SourceText source = SourceText.From("{\n  \"Statement\": {\n    \"Effect\": \"Allow\"\n  }\n}", "p.json");

        Sample.Text(Sample.Result(source, Sample.On(source, "{\n    \"Effect\": \"Allow\"\n  }"))).Should().Contain(
            """
                2 |   "Statement": {
                  |                ^ to line 4
            """);
    }

    [Test]
    public void An_empty_place_at_the_end_of_the_text_gets_one_caret()
    {
        SourceText source = SourceText.From("{ \"a\":", "p.json");
        var finding = new Finding(Sample.FullAccess, issueCode: null, Severity.Error, SecuritySeverity.High, "Broken", source, new FindingPlace(new TextSpan(6, 0), ""), []);

        Sample.Text(Sample.Result(source, finding)).Should().Contain("    1 | { \"a\":\n      |       ^\n");
    }

    [Test]
    public void Only_the_first_related_places_are_shown_and_the_others_counted()
    {
        SourceText source = SourceText.From("a\nb\nc\nd\ne\nf\ng\nh\ni", "p.json");
        Finding finding = Sample.On(source, "a", related: [.. "bcdefghi".Select(letter => (letter.ToString(), "too"))]);

        Sample.Text(Sample.Result(source, finding)).Should().Contain("    7 | g\n      | ─ too\n      | … and 2 more places\n").And.NotContain("8 | h");
    }

    [Test]
    public void Colours_are_used_only_where_asked_for()
    {
        SourceText source = SourceText.From("""{ "Action": "s3:*" }""", "p.json");
        LintResult result = Sample.Result(source, Sample.On(source, "\"s3:*\""));

        Sample.Text(result).Should().NotContain("\e");
        Sample.Text(result, style: TextStyle.Ansi).Should().StartWith("\e[1mp.json:1:13\e[0m  \e[1;31merror\e[0m \e[1mPL3002\e[0m sagemaker-full-access\n");
    }

    [Test]
    public void What_could_not_be_judged_is_said()
    {
        SourceText source = SourceText.From("""{ "Action": "s3:*" }""", "p.json");
        var part = new NotEvaluated(source, Sample.Find(source, "\"s3:*\""), "/Action", "its value is not known yet");

        Sample.Text(new LintResult(PolicyDocument.Parse(source), [], [part], isComplete: true)).Should().Be("p.json:1:13  not evaluated: its value is not known yet\n\n");
    }

    [Test]
    public void Hostile_names_and_policies_are_shown_harmless()
    {
        SourceText source = SourceText.From("{ \"Sid\": \"\e[2J\u202Eevil\", \"x\": \"##vso[task.complete]\" }", "::error::\nx.json");
        Finding finding = Sample.On(source, "\"\e[2J\u202Eevil\"", message: "Sid `\e[2J\u202E`", related: ("\"x\"", "\e[0m\n::warning::"));

        string text = Sample.Text(Sample.Result(source, finding));

        text.Should().NotContainAny("\e", "\u202E", "##");
        text.Should().StartWith("./::error::\\u000Ax.json:1:10  error");
        text.Split('\n').Should().NotContain(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        text.Should().Contain("\"\\u001B[2J\\u202Eevil\"").And.Contain("#\\u0023vso[task.complete]");
    }

    [Test]
    public void A_message_cannot_put_a_command_at_the_start_of_a_line()
    {
        SourceText source = SourceText.From("{}", "p.json");
        string message = $"Sid `{new string('a', 30)}` {new string('b', 50)} ::error::pwned";

        string text = Sample.Text(Sample.Result(source, Sample.On(source, "{}", message: message)), width: 60);

        text.Should().Contain("\n  \\u003A:error::pwned\n");
    }

    [TestCase(1, 0, 1, 0, 0, 0, "1 policy, 1 error (catalogue of 2026-09-26)")]
    [TestCase(3, 2, 0, 1, 0, 0, "3 policies, 2 warnings, 1 suggestion (catalogue of 2026-09-26)")]
    [TestCase(2, 0, 0, 0, 4, 0, "2 policies, no findings, 4 files skipped that are no policies (catalogue of 2026-09-26)")]
    [TestCase(2, 0, 0, 0, 1, 3, "2 policies, no findings, 3 parts not evaluated, 1 file skipped that is no policy (catalogue of 2026-09-26)")]
    public void The_last_line_counts(int policies, int warnings, int errors, int suggestions, int skipped, int notEvaluated, string expected)
    {
        var writer = new StringWriter();
        new TextReporter(writer, Sample.Tool).Finish(new RunSummary
        {
            Files = policies + skipped,
            Policies = policies,
            Warnings = warnings,
            Errors = errors,
            Suggestions = suggestions,
            Skipped = skipped,
            NotEvaluated = notEvaluated,
        });

        writer.ToString().Should().Be(expected + "\n");
    }

    [Test]
    public void Without_any_input_there_is_nothing_to_count()
    {
        var writer = new StringWriter();
        new TextReporter(writer, Sample.Tool).Finish(new RunSummary());

        writer.ToString().Should().BeEmpty();
    }
}
