using System.Diagnostics;
using System.Text.Json;

namespace PolicyLint.Benchmarks;

/// <summary>
/// <c>floor DIR</c>: what a lint of a folder costs, as a multiple of merely reading its JSON. Both are measured in one
/// run over the same bytes in memory, on one thread, as the median of many warm passes, so that the ratio holds on any machine.
/// </summary>
internal static class Floor
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MinimumTime = TimeSpan.FromSeconds(5);
    private const int MinimumPasses = 15;

    public static int Run(string[] arguments)
    {
        if (arguments is not [var folder] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("usage: floor DIR   where DIR holds policies as *.json");
            return 2;
        }

        List<SourceText> sources =
        [
            .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => SourceText.From(File.ReadAllBytes(path), path)),
        ];
        sources.RemoveAll(source => !PolicyDocument.Parse(source).IsReadable);
        if (sources.Count == 0)
        {
            Console.Error.WriteLine($"No policy in {folder}.");
            return 2;
        }

        long findings = 0;
        (double floor, double parse, double lint) = Measure(
            () => ReadAll(sources),
            () => ParseAll(sources),
            () => findings = LintAll(sources));
        long before = GC.GetAllocatedBytesForCurrentThread();
        LintAll(sources);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        WriteResult(sources, floor, parse, lint, allocated, findings);
        return 0;
    }

    // The three are run in turn, so that a machine that changes its speed changes it for all.
    private static (double First, double Second, double Third) Measure(Action first, Action second, Action third)
    {
        // Warm means that the compiler has done its last and best; it works in the background, on what has run often.
        for (long warm = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(warm) < WarmUp;)
        {
            first();
            second();
            third();
        }

        var times = (First: new List<double>(), Second: new List<double>(), Third: new List<double>());
        long start = Stopwatch.GetTimestamp();
        while (times.First.Count < MinimumPasses || Stopwatch.GetElapsedTime(start) < MinimumTime)
        {
            times.First.Add(Time(first));
            times.Second.Add(Time(second));
            times.Third.Add(Time(third));
        }

        return (Median(times.First), Median(times.Second), Median(times.Third));
    }

    private static double Time(Action pass)
    {
        long start = Stopwatch.GetTimestamp();
        pass();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static void ReadAll(List<SourceText> sources)
    {
        foreach (SourceText source in sources)
        {
            var reader = new Utf8JsonReader(source.Bytes.Span);
            while (reader.Read())
            {
            }
        }
    }

    private static void ParseAll(List<SourceText> sources)
    {
        foreach (SourceText source in sources)
            PolicyDocument.Parse(source);
    }

    private static long LintAll(List<SourceText> sources)
    {
        long findings = 0;
        foreach (SourceText source in sources)
            findings += PolicyLinter.Default.Lint(PolicyDocument.Parse(source)).Findings.Length;

        return findings;
    }

    private static void WriteResult(List<SourceText> sources, double floor, double parse, double lint, long allocated, long findings)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("floorMilliseconds", Math.Round(floor, 3));
            json.WriteNumber("parseMilliseconds", Math.Round(parse, 3));
            json.WriteNumber("lintMilliseconds", Math.Round(lint, 3));
            json.WriteNumber("ratio", Math.Round(lint / floor, 2));
            json.WriteNumber("parseRatio", Math.Round(parse / floor, 2));
            json.WriteNumber("policies", sources.Count);
            json.WriteNumber("bytes", sources.Sum(source => (long)source.Bytes.Length));
            json.WriteNumber("bytesAllocated", allocated);
            json.WriteNumber("bytesAllocatedPerPolicy", allocated / sources.Count);
            json.WriteNumber("findings", findings);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
