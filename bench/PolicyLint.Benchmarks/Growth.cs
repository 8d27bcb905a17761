using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyLint.Benchmarks;

/// <summary><c>growth</c>: whether a policy with ten times the statements takes ten times the time, and no more.</summary>
internal static class Growth
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly int[] Sizes = [100, 1_000, 10_000];

    public static int Run(string[] arguments)
    {
        if (arguments.Length > 0)
        {
            Console.Error.WriteLine("usage: growth");
            return 2;
        }

        // Warm means that the compiler has done its last and best.
        SourceText warmUp = SourceText.From(Encoding.UTF8.GetBytes(Policies.OfStatements(Sizes[0])));
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
            PolicyLinter.Default.Lint(PolicyDocument.Parse(warmUp));

        double before = 0;
        foreach (int statements in Sizes)
        {
            SourceText source = SourceText.From(Encoding.UTF8.GetBytes(Policies.OfStatements(statements)));
            double milliseconds = Median(source);
            string factor = before == 0 ? "null" : (milliseconds / before).ToString("F2", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"statements":{{statements}},"milliseconds":{{milliseconds:F3}},"factor":{{factor}}}"""));
            before = milliseconds;
        }

        return 0;
    }

    private static double Median(SourceText source)
    {
        var times = new List<double>();
        for (int run = -5; run < 75; run++)
        {
            long start = Stopwatch.GetTimestamp();
            PolicyLinter.Default.Lint(PolicyDocument.Parse(source));
            if (run >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }
}
