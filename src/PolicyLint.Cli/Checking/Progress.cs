using System.Globalization;

namespace PolicyLint.Cli.Checking;

/// <summary>
/// Tells somebody at a terminal how far a long run is: one line on standard error, after a second, and gone before
/// anything else is written.
/// </summary>
internal sealed class Progress(Terminal terminal, bool isWanted, int total)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly bool _isOn = isWanted && terminal.IsErrorTerminal;
    private readonly long _start = terminal.Time.GetTimestamp();
    private TimeSpan _next = Patience;
    private bool _isShown;

    /// <summary>Shows the count, where it is time to.</summary>
    public void Update(int done)
    {
        if (!_isOn || terminal.Time.GetElapsedTime(_start) is var elapsed && elapsed < _next)
            return;

        _next = elapsed + Interval;
        _isShown = true;
        terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done} of {total} files checked\e[K"));
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (!_isShown)
            return;

        _isShown = false;
        terminal.Error.Write("\r\e[K");
    }
}
