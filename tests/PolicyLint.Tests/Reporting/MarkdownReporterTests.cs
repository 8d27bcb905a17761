using System.Net;
using System.Text;
using PolicyLint.Reporting;

namespace PolicyLint.Tests.Reporting;

public sealed class MarkdownReporterTests
{
    private static readonly SourceText Policy = SourceText.From("{ \"Statement\": {\n  \"Action\": \"s3:*\",\n  \"Resource\": \"*\"\n} }", "policies/a.json");

    [Test]
    public void Counts_come_first_then_the_findings_by_file_then_what_to_do()
    {
        LintResult result = Sample.Result(
            Policy,
            Sample.On(Policy, "\"s3:*\"", message: "Every action: `s3:*`"),
            Sample.On(Policy, "\"*\"", Sample.Rule("ACME0001", "own", remedy: "Think"), "Odd"));
        var part = new NotEvaluated(Policy, Sample.Find(Policy, "\"*\""), "/Resource", "not known", "Role");

        Write(new RunSummary().Add(result).AddNotEvaluated(), reporter =>
        {
            reporter.Report(result);
            reporter.Report(part);
        }).Should().Be(
            """
            ## PolicyLint: 1 error, 1 suggestion

            | Policies | Errors | Warnings | Suggestions | Suppressed | Not evaluated |
            | ---: | ---: | ---: | ---: | ---: | ---: |
            | 1 | 1 | 0 | 1 | 0 | 1 |

            ### <code>policies/a.json</code>

            | | Line | Rule | Finding |
            | --- | ---: | --- | --- |
            | ❌ error | 2 | <a href="https://github.com/policylint/policylint/blob/main/docs/rules/PL3002.md">PL3002</a> sagemaker-full-access | Every action: <code>s3:&#42;</code> |
            | 💡 suggestion | 3 | ACME0001 own | Odd |

            <details><summary>What to do</summary>

            - ACME0001 own: Think
            - <a href="https://github.com/policylint/policylint/blob/main/docs/rules/PL3002.md">PL3002</a> sagemaker-full-access: Name the actions that the users need

            </details>

            <details><summary>Not evaluated: 1 part</summary>

            - <code>policies/a.json</code> line 3 (<code>Role</code>): not known

            </details>

            <sub>policylint 9.8.7, catalogue of 2026-09-26</sub>

            """);
    }

    [Test]
    public void A_clean_run_says_so() =>
        Write(new RunSummary { Policies = 2 }, _ => { }).Should().Be(
            """
            ## PolicyLint: no findings

            | Policies | Errors | Warnings | Suggestions | Suppressed | Not evaluated |
            | ---: | ---: | ---: | ---: | ---: | ---: |
            | 2 | 0 | 0 | 0 | 0 | 0 |

            <sub>policylint 9.8.7, catalogue of 2026-09-26</sub>

            """);

    [Test]
    public void What_was_not_checked_is_told_before_the_findings() =>
        Write(new RunSummary { Failed = 1 }, reporter => reporter.Report(new InputFailure("gone.json", "no such file")))
            .Should().StartWith("## PolicyLint: no findings, 1 file not checked\n").And.Contain("**Not checked:**\n\n- <code>gone.json</code>: no such file\n");

    [TestCase(4096)]
    [TestCase(9000)]
    [TestCase(MarkdownReporter.CommentLimit)]
    public void It_is_never_longer_than_it_may_be_and_counts_what_it_leaves_out(int limit)
    {
        Finding error = Sample.On(Policy, "\"*\"", message: "Every é resource");
        Finding suggestion = Sample.On(Policy, "\"*\"", Sample.Rule("PL4001", "style"), "Ugly");
        LintResult result = Sample.Result(Policy, [.. Enumerable.Repeat(suggestion, 700), .. Enumerable.Repeat(error, 900)]);
        NotEvaluated[] parts = [.. Enumerable.Repeat(new NotEvaluated(Policy, default, "", "not known"), 1000)];

        string text = Write(new RunSummary().Add(result), reporter =>
        {
            Array.ForEach(parts, reporter.Report);
            reporter.Report(result);
        }, limit);

        Encoding.UTF8.GetByteCount(text).Should().BeLessThanOrEqualTo(limit).And.BeGreaterThan(limit * 8 / 10, "the room is used");
        int errors = Count(text, "| ❌ error |");
        int suggestions = Count(text, "| 💡 suggestion |");
        suggestions.Should().Be(0, "no suggestion is shown while an error is not");
        text.Should().Contain($"**{900 - errors} errors, 700 suggestions more** are not shown");
        text.Should().Contain("<summary>Not evaluated: 1000 parts</summary>").And.Contain($"- and {1000 - Count(text, "line 1: not known")} more\n");
    }

    [Test]
    public void Where_there_is_room_everything_is_shown()
    {
        LintResult result = Sample.Result(Policy, [.. Enumerable.Repeat(Sample.On(Policy, "\"*\""), 300)]);

        string text = Write(new RunSummary().Add(result), reporter => reporter.Report(result), MarkdownReporter.StepSummaryLimit);

        Count(text, "| ❌ error |").Should().Be(300);
        text.Should().NotContain("not shown");
    }

    [TestCaseSource(typeof(Hostile), nameof(Hostile.Texts))]
    public void Hostile_text_is_no_markup_and_no_mention_and_reads_as_it_was(string text)
    {
        string plain = MarkdownText.Plain(text);
        string code = MarkdownText.Code(text);

        // What is left of Markdown's and HTML's own characters are those of entities and of our element.
        string bare = System.Text.RegularExpressions.Regex.Replace(plain, "&#[0-9]+;", "");
        bare.Should().NotContainAny("\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "@", "!", "$", "\n", "\r", "\e", "\u202E");
        code[6..^7].Should().NotContainAny("<", ">", "|", "`", "*", "[", "\n");
        WebUtility.HtmlDecode(plain).Replace("\u200B", "", StringComparison.Ordinal).Should().Be(SafeText.Escape(text));
        WebUtility.HtmlDecode(code[6..^7]).Should().Be(SafeText.Escape(text));
        WebUtility.HtmlDecode(plain).Should().NotContainAny("@o", "#1", "://", "www.e", "GH-7");
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("not an address")]
    [TestCase("")]
    public void Only_addresses_of_the_web_become_links(string address) => MarkdownText.Link("x", address).Should().Be("x");

    [Test]
    public void A_link_cannot_leave_its_attribute() =>
        MarkdownText.Link("x", "https://e.example/\"><script>").Should().Be("<a href=\"https://e.example/%22%3E%3Cscript%3E\">x</a>");

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Write(RunSummary summary, Action<MarkdownReporter> report, int limit = MarkdownReporter.CommentLimit)
    {
        var writer = new StringWriter();
        var reporter = new MarkdownReporter(writer, Sample.Tool, limit);
        report(reporter);
        reporter.Finish(summary);
        return writer.ToString();
    }
}
