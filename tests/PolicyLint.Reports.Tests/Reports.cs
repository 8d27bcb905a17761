using System.Text;
using PolicyLint.Fixing;
using PolicyLint.Reporting;
using PolicyLint.Rules;

namespace PolicyLint.Reports.Tests;

/// <summary>A run over policies that have findings, fixes, hostile texts and nothing wrong with them, in each format.</summary>
internal static class Reports
{
    public const string HostileName = "<img src=x onerror=window.pwned=1>\" onmouseover=\"window.pwned=1.json";

    private static readonly ToolIdentity Tool = new("policylint", "1.2.3", new DateOnly(2026, 9, 26));

    private static readonly (string Path, string Json)[] Policies =
    [
        ("policies/admin.json", """
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Effect": "Allow", "Action": ["sagemaker:*", "s3:GetObject", "s3:getobject"], "Resource": "*" },
                { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" },
              ]
            }
            """),
        (HostileName, """
            {
              "Version": "2012-10-17",
              "Statement": {
                "Sid": "</script><script>window.pwned=1</script>",
                "Effect": "Allow",
                "Action": ["</pre><script>window.pwned=1</script>:*", "s3:[click](https://evil.example)"],
                "Resource": "arn:aws:s3:::\u202E<svg onload=window.pwned=1>/*"
              }
            }
            """),
        ("policies/clean.json", """
            {
              "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::training-data/set/*" }
            }
            """),
        ("policies/broken.json", "{ \"Version\": \"2012-10-17\", \"Statement\": [ { "),
    ];

    public static string Sarif() => Write(stream => new SarifReporter(stream, Tool, [.. GrammarRules.All, .. BuiltInRules.All.Select(rule => rule.Descriptor)], PolicyFixer.Default));

    public static string Html() => Write(stream => new HtmlReporter(stream, Tool));

    private static string Write(Func<Stream, IReporter> make)
    {
        using var stream = new MemoryStream();
        IReporter reporter = make(stream);
        var summary = new RunSummary();
        foreach (var (path, json) in Policies)
        {
            LintResult result = PolicyLinter.Default.Lint(PolicyDocument.Parse(SourceText.From(json, path)));
            summary = summary.Add(result);
            reporter.Report(result);
        }

        SourceText template = SourceText.From("Resources:\n  Role: !Ref X\n", "template.yaml");
        reporter.Report(new NotEvaluated(template, new TextSpan(13, 4), "", "`X` has no default", "Role <b>"));
        reporter.Report(new InputFailure("gone<i>.json", "no such file"));
        reporter.Finish(summary.AddNotEvaluated().AddFailed());
        (reporter as IDisposable)!.Dispose();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
