using System.Diagnostics;
using System.Globalization;

namespace PolicyLint.Benchmarks;

/// <summary>
/// <c>cold-start CLI EMPTY POLICY</c>: what it takes to start the native command line and check one policy, as a multiple
/// of starting a native program that does nothing. The two are started in turn.
/// </summary>
internal static class ColdStart
{
    private const int Runs = 60;

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
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"emptyMilliseconds":{{nothing:F2}},"checkMilliseconds":{{checking:F2}},"ratio":{{checking / nothing:F2}},"policyBytes":{{new FileInfo(policy).Length}}}"""));
        return 0;
    }

    private static double Time(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        long before = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(before).TotalMilliseconds;
    }
}
