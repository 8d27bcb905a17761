using System.CommandLine;
using System.CommandLine.Invocation;
using PolicyLint.Catalog;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint --version</c>: the version of the tool and the date of what it knows about AWS.</summary>
internal sealed class ShowVersion : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"policylint {Application.Identity.Version} ({Application.PhraseOf(ServiceCatalog.Default)})");
        return (int)ExitCode.Clean;
    }
}
