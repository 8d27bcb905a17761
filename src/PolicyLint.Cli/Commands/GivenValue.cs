using System.CommandLine;
using System.CommandLine.Parsing;

namespace PolicyLint.Cli.Commands;

/// <summary>The value of an option while the call is still being looked at.</summary>
internal static class GivenValue
{
    /// <summary>
    /// What a call gives for an option; the default where it gives nothing, also where the option stands there alone: that is
    /// complained about already, and asking for the value would throw.
    /// </summary>
    public static T? Given<T>(this CommandResult call, Option<T> option) =>
        call.GetResult(option) is { Tokens: [_, ..] } ? call.GetValue(option) : default;
}
