using System.Diagnostics;
using PolicyLint.TestKit;

namespace PolicyLint.Reports.Tests;

/// <summary>Programs of others that judge a report: run by Node, where they are installed.</summary>
internal static class Judge
{
    private const string Install = "npm ci in tests/PolicyLint.Reports.Tests/js";

    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];

    private static string Folder { get; } = Repository.PathOf("tests", "PolicyLint.Reports.Tests", "js");

    /// <summary>Runs a script and gives what it writes. Skips the test where the package that it needs, or Node, is not installed.</summary>
    public static string Run(string package, params string[] call)
    {
        if (!Directory.Exists(Path.Combine([Folder, "node_modules", .. package.Split('/')])))
            Assert.Ignore($"{package} is not installed: {Install}.");

        using Process node = Start(new ProcessStartInfo("node", call)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        Task<string> errors = node.StandardError.ReadToEndAsync();
        string output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        node.ExitCode.Should().Be(0, errors.Result);
        return output;
    }

    /// <summary>Chromium; skips the test where there is none.</summary>
    public static string Chromium()
    {
        string? found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Browsers.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (found is null)
            Assert.Ignore("Chromium is not installed.");

        return found!;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("Node is not installed.");
            throw;
        }
    }
}
