namespace PolicyLint.Cli.Tests;

/// <summary>A clock that shows noon of one day.</summary>
internal sealed class FixedDay(int year, int month, int day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(year, month, day, 12, 0, 0, TimeSpan.Zero);
}
