using System.Diagnostics;
using System.Globalization;

namespace PolicyLint.Benchmarks;

/// <summary>
/// <c>cold-start CLI EMPTY POLICY</c>: what it takes to start the native command line and check one policy, as a multiple
/// of starting a native program that does nothing. The two are started in turn. And the most memory that the check takes.
/// </summary>
internal static class ColdStart
{
    private const int Runs = 60;
    private const int RunsForMemory = 20;

    public static int Run(string[] arguments)
    {
        if (arguments is not [var cli, var empty, var policy] || !File.Exists(cli) || !File.Exists(empty) || !File.Exists(policy))
        {
            Console.Error.WriteLine("usage: cold-start CLI EMPTY POLICY   two native programs and a policy file");
            return 2;
        }

        var times = (Cli: new List<double>(), Empty: new List<double>());
        for (int run = -5; run < Runs; run++)
        {
            double ofCli = Time(cli, "check", policy);
            double ofEmpty = Time(empty);
            if (run < 0)
                continue;

            times.Cli.Add(ofCli);
            times.Empty.Add(ofEmpty);
        }

        times.Cli.Sort();
        times.Empty.Sort();
        double checking = times.Cli[Runs / 2];
        double nothing = times.Empty[Runs / 2];
        double peak = Enumerable.Range(0, RunsForMemory).Max(_ => PeakMegabytes(cli, "check", policy));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"emptyMilliseconds":{{nothing:F2}},"checkMilliseconds":{{checking:F2}},"ratio":{{checking / nothing:F2}},"peakMegabytes":{{(double.IsNaN(peak) ? "null" : peak.ToString("F1", CultureInfo.InvariantCulture))}},"policyBytes":{{new FileInfo(policy).Length}}}"""));
        return 0;
    }

    private static double Time(string program, params string[] arguments)
    {
        long before = Stopwatch.GetTimestamp();
        using Process process = Start(program, arguments);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(before).TotalMilliseconds;
    }

    // What the kernel counts for a process that has ended includes the memory of this one, from which it was started. So its own
    // count (VmHWM) is read again and again while it runs, and of several runs the most is taken.
    private static double PeakMegabytes(string program, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
            return double.NaN;

        using Process process = Start(program, arguments);
        string status = $"/proc/{process.Id}/status";
        double peak = 0;
        while (true)
        {
            string? line = ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (line is null)
                break;

            double kilobytes = double.Parse(line["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture);
            peak = Math.Max(peak, kilobytes / 1024);
        }

        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return peak;
    }

    // A process that has ended has no memory to tell of, and soon no file either.
    private static string[] ReadLines(string status)
    {
        try
        {
            return File.ReadAllLines(status);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
