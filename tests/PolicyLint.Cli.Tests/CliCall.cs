using System.Diagnostics;
using System.Text;
using PolicyLint.AccessAnalyzer;

namespace PolicyLint.Cli.Tests;

/// <summary>What a call of the command gave.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CliCall(int ExitCode, string Output, string Error)
{
    // What an old catalogue lacks is no error: tests must not depend on the day on which they run.
    private static readonly FixedDay CatalogIsFresh = new(2026, 11, 1);

    /// <summary>Calls the application inside this process.</summary>
    public static CliCall Inside(Folder folder, params string[] args) => Inside(folder, input: "", args);

    /// <summary>Calls the application inside this process, with a text on standard input.</summary>
    public static CliCall Inside(Folder folder, string input, string[] args, Func<string, string?>? environment = null, bool isTerminal = false, IPolicyValidationService? service = null, TimeProvider? time = null)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        int exit = new Application(new Terminal
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = output,
            Error = error,
            WorkingDirectory = folder.FullPath,
            IsOutputTerminal = isTerminal,
            IsErrorTerminal = isTerminal,
            Width = isTerminal ? 100 : null,
            Environment = environment ?? (_ => null),
            Time = time ?? CatalogIsFresh,
            ValidationService = () => service ?? throw new InvalidOperationException("Nobody may ask the network here."),
        }).Run(args);
        return new CliCall(exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Runs the built tool as a process of its own.</summary>
    public static CliCall Process(Folder folder, string input, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "PolicyLint.Cli.dll"), .. args])
        {
            WorkingDirectory = folder.FullPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using Process process = System.Diagnostics.Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return new CliCall(process.ExitCode, output.Result, error.Result);
    }
}
