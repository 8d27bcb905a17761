using System.CommandLine;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint catalog</c>: what is known of AWS services, and how to make it newer.</summary>
internal sealed class CatalogCommand : Command
{
    public new const string Name = "catalog";

    public CatalogCommand(Terminal terminal)
        : base(Name, "Say how new the catalogue of AWS services is, and make a newer one.")
    {
        Subcommands.Add(new CatalogInfoCommand(terminal));
        Subcommands.Add(new CatalogBuildCommand(terminal));
        Subcommands.Add(new CatalogDiffCommand(terminal));
    }
}
