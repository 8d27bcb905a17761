using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint --version</c>: the version of the tool and the date of what it knows about AWS.</summary>
internal sealed class ShowVersion : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        string date = Application.Identity.CatalogDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        parseResult.InvocationConfiguration.Output.WriteLine($"policylint {Application.Identity.Version} (catalogue of {date})");
        return (int)ExitCode.Clean;
    }
}
