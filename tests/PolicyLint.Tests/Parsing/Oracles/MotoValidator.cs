using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace PolicyLint.Tests.Parsing.Oracles;

/// <summary>moto's validator of IAM policies, through one Python process for all documents.</summary>
internal static class MotoValidator
{
    private const string Script = """
        import json, sys
        try:
            from moto.iam.policy_validation import IAMPolicyDocumentValidator, IAMTrustPolicyDocumentValidator
        except ImportError:
            sys.exit(3)
        for line in sys.stdin:
            is_trust, text = json.loads(line)
            try:
                (IAMTrustPolicyDocumentValidator if is_trust else IAMPolicyDocumentValidator)(text).validate()
                print("accepts")
            except Exception:
                print("refuses")
        """;

    /// <summary>The verdicts, in the order of the documents. Skips the test where Python or moto is not there.</summary>
    public static IReadOnlyList<bool> Accepts(IEnumerable<(bool IsTrust, string Text)> documents)
    {
        using Process? python = Start();
        if (python is null)
            Assert.Ignore("python3 is not there, so moto cannot be asked.");

        Task<string> output = python.StandardOutput.ReadToEndAsync();
        try
        {
            foreach ((bool isTrust, string text) in documents)
                python.StandardInput.WriteLine(JsonSerializer.Serialize<object[]>([isTrust, text]));

            python.StandardInput.Close();
        }
        catch (IOException)
        {
            // Python has ended without reading: its exit code says why.
        }

        python.WaitForExit();
        if (python.ExitCode == 3)
            Assert.Ignore("moto is not there, so it cannot be asked.");

        python.ExitCode.Should().Be(0);
        return [.. output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim() == "accepts")];
    }

    private static Process? Start()
    {
        var start = new ProcessStartInfo("python3", ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
