using System.Text;
using PolicyLint.AccessAnalyzer;
using PolicyLint.Reporting;

namespace PolicyLint.Cli;

/// <summary>Everything of the process that a command may touch: its streams, its folder, its environment.</summary>
internal sealed class Terminal
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    public required string WorkingDirectory { get; init; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    /// <summary>The columns of the terminal, where there is one.</summary>
    public int? Width { get; init; }

    public Func<string, string?> Environment { get; init; } = _ => null;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The day of the run, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    /// <summary>Makes the way to Access Analyzer, the only thing that a command may ask of the network.</summary>
    public Func<IPolicyValidationService> ValidationService { get; init; } = static () => new AccessAnalyzerService();

    public static Terminal OfProcess()
    {
        bool isOutputTerminal = !Console.IsOutputRedirected;
        if (OperatingSystem.IsWindows() && isOutputTerminal)
            Console.OutputEncoding = Utf8;

        return new Terminal
        {
            Input = Console.OpenStandardInput(),
            Output = Console.OpenStandardOutput(),
            Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" },
            WorkingDirectory = System.Environment.CurrentDirectory,
            IsOutputTerminal = isOutputTerminal,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = isOutputTerminal ? Console.WindowWidth : null,
            Environment = System.Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>A writer of UTF-8 without a byte order mark, with LF line ends, that leaves the stream open.</summary>
    public static StreamWriter WriterOn(Stream stream) => new(stream, Utf8, bufferSize: 4 * 1024, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Says something that is no result, on standard error.</summary>
    public void Say(string message) => Error.WriteLine($"policylint: {SafeText.Escape(message)}");
}
