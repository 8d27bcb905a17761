using System.Globalization;
using System.Text;

namespace PolicyLint.DocGen.Parity;

/// <summary>
/// docs/access-analyzer.md: each check of the service, the rule that says the same, and how often the two agree on
/// recorded answers. What is not reproduced stands there with its reason, from docs/access-analyzer-parity.d.
/// </summary>
public static class ParityPage
{
    /// <summary>The page.</summary>
    public const string Path = "docs/access-analyzer.md";

    private const string ReasonsFolder = "docs/access-analyzer-parity.d";

    private const string Introduction = """
        # What IAM Access Analyzer would say

        `policylint check --profile access-analyzer` reports what the ValidatePolicy operation of IAM Access Analyzer would, without
        a call to it: the same codes, types and locations, in PolicyLint's words. Give the kind of policy with `--type`, and
        `--resource-type AWS::S3::Bucket` where the service would be told it.

        The table is renewed by `dotnet run --project eng/DocGen -- parity`. *Same*, *missed* and *false* count the findings on recorded
        answers of the service to AWS managed policies: a finding is the same where document, code and the set of places are. What
        the recording does not have (trust, resource and organization policies, and most codes) rests on AWS's documentation.

        """;

    /// <summary>The page as it should be.</summary>
    public static string Render(string root, IReadOnlyCollection<RecordedPolicy> policies)
    {
        ParityMeasure current = ParityMeasure.Of(policies.Where(policy => policy.IsCurrent));
        ParityMeasure older = ParityMeasure.Of(policies.Where(policy => !policy.IsCurrent));
        string content = Summary(current, policies.Count(policy => policy.IsCurrent), older, policies.Count(policy => !policy.IsCurrent))
            + Table(RulesByCode(), Reasons(root), current, older);
        string path = System.IO.Path.Combine(root, Path);
        return File.Exists(path)
            ? GeneratedBlock.Put(File.ReadAllText(path).ReplaceLineEndings("\n"), content).TrimEnd('\n') + "\n"
            : Introduction.ReplaceLineEndings("\n") + "\n" + GeneratedBlock.Of(content);
    }

    /// <summary>Codes that neither a rule nor a reason stands for.</summary>
    public static IEnumerable<string> Unanswered(string root)
    {
        HashSet<string> answered = [.. RulesByCode().Select(rules => rules.Key), .. Reasons(root).Keys];
        return IssueCodes.All.Select(code => code.Name).Where(code => !answered.Contains(code));
    }

    /// <summary>Reasons for codes that do not exist, or that a rule has.</summary>
    public static IEnumerable<string> IdleReasons(string root) =>
        Reasons(root).Keys.Where(code => RulesByCode().Contains(code) || IssueCodes.All.All(known => known.Name != code));

    private static ILookup<string, string> RulesByCode() =>
        RuleBook.All.SelectMany(rule => rule.IssueCodes, (rule, code) => (Rule: rule.Id, Code: code.Name)).ToLookup(pair => pair.Code, pair => pair.Rule);

    // Rows of the form "| CODE | reason |".
    private static Dictionary<string, string> Reasons(string root)
    {
        string folder = System.IO.Path.Combine(root, ReasonsFolder);
        IEnumerable<string> files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md") : [];
        return files.SelectMany(File.ReadLines)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells is ["", [>= 'A' and <= 'Z', .., >= 'A' and <= 'Z'], _, ""] && !cells[1].Contains(' ', StringComparison.Ordinal))
            .ToDictionary(cells => cells[1], cells => cells[2], StringComparer.Ordinal);
    }

    private static string Summary(ParityMeasure current, int policies, ParityMeasure older, int olderPolicies) => string.Create(CultureInfo.InvariantCulture, $"""
        | | Policies | Same | Missed | False | Precision | Recall |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        | Current answers (2026-03-07) | {policies} | {Numbers(current.Total)} | {current.Total.Precision:0.000} | {current.Total.Recall:0.000} |
        | Older answers | {olderPolicies} | {Numbers(older.Total)} | {older.Total.Precision:0.000} | {older.Total.Recall:0.000} |


        """).ReplaceLineEndings("\n");

    private static string Table(ILookup<string, string> rules, Dictionary<string, string> reasons, ParityMeasure current, ParityMeasure older)
    {
        var table = new StringBuilder();
        table.Append("| Code | Type | Rule | Same | Missed | False | Older: same | missed | false |\n");
        table.Append("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (IssueCode code in IssueCodes.All.OrderBy(code => code.Name, StringComparer.Ordinal))
        {
            string answer = rules.Contains(code.Name)
                ? string.Join(", ", rules[code.Name].Select(id => $"[{id}](rules/{id}.md)"))
                : reasons.GetValueOrDefault(code.Name, "not yet");
            table.Append(CultureInfo.InvariantCulture, $"| `{code}` | {code.Type.ToName()} | {answer} | {NumbersOf(code, current)} | {NumbersOf(code, older)} |\n");
        }

        return table.ToString();
    }

    private static string NumbersOf(IssueCode code, ParityMeasure measure) =>
        measure.ByCode.ContainsKey(code.Name) ? Numbers(measure.Of(code.Name)) : " | | ";

    private static string Numbers(Tally tally) => string.Create(CultureInfo.InvariantCulture, $"{tally.Hit} | {tally.Missed} | {tally.False}");
}
