using System.CommandLine;
using PolicyLint.Catalog;
using PolicyLint.Cli.Catalogs;
using PolicyLint.Cli.Configuration;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint catalog diff</c>: what changed from one catalogue to another.</summary>
internal sealed class CatalogDiffCommand : Command
{
    public new const string Name = "diff";

    public const string Examples =
        """
          policylint catalog diff built-in policylint-catalog.bin   what is new since this version
          policylint catalog diff old.bin new.bin | grep sagemaker

        Exit codes:
          0  nothing changed                    2  a file is no catalogue
          1  something changed
        """;

    private const string BuiltIn = "built-in";

    private readonly Terminal _terminal;
    private readonly Argument<string> _old = new("OLD") { Description = $"A catalogue, or {BuiltIn}" };
    private readonly Argument<string> _new = new("NEW") { Description = $"Another one, or {BuiltIn}" };

    public CatalogDiffCommand(Terminal terminal)
        : base(Name, "Say what changed from one catalogue to another.")
    {
        _terminal = terminal;
        Arguments.Add(_old);
        Arguments.Add(_new);
        SetAction(call => CatalogOption.Guard(terminal, () => Run(call)));
    }

    private int Run(ParseResult call)
    {
        ServiceCatalog before = Open(call.GetRequiredValue(_old));
        ServiceCatalog after = Open(call.GetRequiredValue(_new));
        CatalogChange[] changes = [.. CatalogComparison.Of(before, after)];
        using (StreamWriter writer = Terminal.WriterOn(_terminal.Output))
        {
            foreach (CatalogChange change in changes)
                writer.WriteLine(change);
        }

        int added = changes.Count(change => change.Kind == CatalogChangeKind.Added);
        int removed = changes.Count(change => change.Kind == CatalogChangeKind.Removed);
        _terminal.Say($"from {Application.PhraseOf(before)} to {Application.PhraseOf(after)}: {added} added, {removed} removed, {changes.Length - added - removed} changed");
        return (int)(changes.Length == 0 ? ExitCode.Clean : ExitCode.Findings);
    }

    private ServiceCatalog Open(string name) =>
        name == BuiltIn ? ServiceCatalog.Default : CatalogFiles.Read(Path.GetFullPath(name, _terminal.WorkingDirectory), name);
}
