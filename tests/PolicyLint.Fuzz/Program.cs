using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using PolicyLint;
using PolicyLint.Fuzz;

// dotnet run -c Release --project tests/PolicyLint.Fuzz -- [--minutes 10] [--seed 1] [--out tests/corpus]
double minutes = double.Parse(Option("--minutes", "10"), CultureInfo.InvariantCulture);
int seed = int.Parse(Option("--seed", "1"), CultureInfo.InvariantCulture);
string folder = Option("--out", "tests/corpus");

var clock = Stopwatch.StartNew();
long executions = 0;
long slowest = 0;
int broken = 0;
PolicyType?[] types = [null, .. Enum.GetValues<PolicyType>()];
while (clock.Elapsed.TotalMinutes < minutes)
{
    byte[] input = new Mutator(seed).Next();
    long start = Stopwatch.GetTimestamp();
    PolicyType? type = types[seed % types.Length];
    if ((Invariants.FirstBroken(input, type) ?? FailedRule(input, type)) is { } violation)
    {
        broken++;
        string name = Convert.ToHexStringLower(SHA256.HashData(input))[..12];
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, $"{name}.json"), input);
        Console.WriteLine($"{name} (seed {seed}): {violation}");
        if (broken == 20)
            break;
    }

    slowest = Math.Max(slowest, Stopwatch.GetTimestamp() - start);
    seed = unchecked(seed + 1) & int.MaxValue;
    if (++executions % 1_000_000 == 0)
        Console.WriteLine($"{executions} executions, {broken} broken, {clock.Elapsed.TotalMinutes:F1} minutes");
}

Console.WriteLine($"{executions} executions in {clock.Elapsed.TotalMinutes:F1} minutes, {broken} broken, slowest {slowest * 1000.0 / Stopwatch.Frequency:F0} ms");
return broken == 0 ? 0 : 1;

// The rules have no invariants of their own here but that none of them fails.
static string? FailedRule(byte[] input, PolicyType? type)
{
    LintResult result = PolicyLinter.Default.Lint(PolicyDocument.Parse(SourceText.From(input), type));
    return result.IsComplete ? null : result.Findings.First(finding => finding.Rule.Id == "PL0001").Message;
}

string Option(string name, string fallback)
{
    int at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
}
