using System.Diagnostics;
using PolicyLint.AccessAnalyzer.Tests.FakeService;
using PolicyLint.TestKit;

namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>AWS's own client for JavaScript, which knows nothing of ours.</summary>
internal static class IndependentClient
{
    private const string Install = "npm ci in tests/PolicyLint.AccessAnalyzer.Tests/js";

    /// <summary>Makes the calls, and gives a line of JSON for each answer. Skips the test where Node or the client is not installed.</summary>
    /// <param name="service">Whom to ask.</param>
    /// <param name="calls">The calls: <c>[{ "operation": …, "input": … }]</c>.</param>
    public static async Task<string[]> CallAsync(FakeAccessAnalyzer service, string calls)
    {
        string folder = Repository.PathOf("tests", "PolicyLint.AccessAnalyzer.Tests", "js");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@aws-sdk", "client-accessanalyzer")))
            Assert.Ignore($"AWS's client for JavaScript is not installed: {Install}.");

        var start = new ProcessStartInfo("node", ["calls.js", service.Address])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_ACCESS_KEY_ID"] = FakeAccessAnalyzer.Known.KeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = FakeAccessAnalyzer.Known.SecretKey;
        start.Environment["AWS_REGION"] = FakeAccessAnalyzer.Known.Region;
        using Process node = Start(start);
        await node.StandardInput.WriteAsync(calls);
        node.StandardInput.Close();
        Task<string> errors = node.StandardError.ReadToEndAsync();
        string output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        node.ExitCode.Should().Be(0, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
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
