using System.Globalization;
using System.Text;

namespace PolicyLint.DocGen.Parity;

/// <summary>
/// docs/access-analyzer.md: each check of the service, the rule that says the same, and how often the two agree on
/// recorded answers.
/// </summary>
public static class ParityPage
{
    /// <summary>The page.</summary>
    public const string Path = "docs/access-analyzer.md";

    private const string Introduction = """
        # What IAM Access Analyzer would say

        `policylint check --profile access-analyzer` reports what the ValidatePolicy operation of IAM Access Analyzer would, without
        a call to it: the same codes, types and locations, in PolicyLint's words. Give the kind of policy with `--type`, and
        `--resource-type AWS::S3::Bucket` where the service would be told it.

        The table is renewed by `dotnet run --project eng/DocGen -- parity`. *Same*, *missed* and *false* count the findings on recorded
        answers of the service to AWS managed policies: a finding is the same where document, code and the set of places are. What
        the recording does not have (trust, resource and organization policies, and most codes) rests on AWS's documentation.

        Some answers bear the recording's last date and are not of that time: the policies were recorded anew on 2024-09-18, but for
        a few that AWS had withdrawn. Not one of these has a finding, although some allow `iam:PassRole` on `*` or repeat an
        action: the service was not asked about them. They are counted apart.

        """;

    /// <summary>The page as it should be.</summary>
    public static string Render(string root, IReadOnlyCollection<RecordedPolicy> policies)
    {
        ParityMeasure current = ParityMeasure.Of(policies.Where(policy => policy.Age == AnswerAge.Current));
        ParityMeasure older = ParityMeasure.Of(policies.Where(policy => policy.Age == AnswerAge.Older));
        string content = Summary(policies) + Table(RulesByCode(), current, older);
        string path = System.IO.Path.Combine(root, Path);
        return File.Exists(path)
            ? GeneratedBlock.Put(File.ReadAllText(path).ReplaceLineEndings("\n"), content).TrimEnd('\n') + "\n"
            : Introduction.ReplaceLineEndings("\n") + "\n" + GeneratedBlock.Of(content);
    }

    /// <summary>Codes that no rule stands for.</summary>
    public static IEnumerable<string> Unanswered() =>
        IssueCodes.All.Select(code => code.Name).Where(code => !RulesByCode().Contains(code));

    private static ILookup<string, string> RulesByCode() =>
        RuleBook.All.SelectMany(rule => rule.IssueCodes, (rule, code) => (Rule: rule.Id, Code: code.Name)).ToLookup(pair => pair.Code, pair => pair.Rule);

    private static string Summary(IReadOnlyCollection<RecordedPolicy> policies)
    {
        var table = new StringBuilder();
        table.Append("| Answers | Policies | Same | Missed | False | Precision | Recall |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        Row("current (2026-03-07)", policy => policy.Age == AnswerAge.Current);
        Row("of that date, but never renewed since 2024-09-18", policy => policy.Age == AnswerAge.NotRenewed);
        Row("both of these", policy => policy.Age != AnswerAge.Older);
        Row("older", policy => policy.Age == AnswerAge.Older);
        return table.Append('\n').ToString();

        void Row(string name, Func<RecordedPolicy, bool> isMeant)
        {
            RecordedPolicy[] meant = [.. policies.Where(isMeant)];
            Tally total = ParityMeasure.Of(meant).Total;
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {meant.Length} | {Numbers(total)} | {total.Precision:0.000} | {total.Recall:0.000} |\n");
        }
    }

    private static string Table(ILookup<string, string> rules, ParityMeasure current, ParityMeasure older)
    {
        var table = new StringBuilder();
        table.Append("| Code | Type | Rule | Same | Missed | False | Older: same | missed | false |\n");
        table.Append("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (IssueCode code in IssueCodes.All.OrderBy(code => code.Name, StringComparer.Ordinal))
        {
            string answer = string.Join(", ", rules[code.Name].Select(id => $"[{id}](rules/{id}.md)"));
            table.Append(CultureInfo.InvariantCulture, $"| `{code}` | {code.Type.ToName()} | {answer} | {NumbersOf(code, current)} | {NumbersOf(code, older)} |\n");
        }

        return table.ToString();
    }

    private static string NumbersOf(IssueCode code, ParityMeasure measure) =>
        measure.ByCode.ContainsKey(code.Name) ? Numbers(measure.Of(code.Name)) : " | | ";

    private static string Numbers(Tally tally) => string.Create(CultureInfo.InvariantCulture, $"{tally.Hit} | {tally.Missed} | {tally.False}");
}
