using PolicyLint.DocGen;
using PolicyLint.DocGen.Parity;

return args switch
{
    ["write"] => RuleDocs.Write(RepositoryRoot.Find(), RuleBook.All, Console.Out),
    ["check"] => RuleDocs.Check(RepositoryRoot.Find(), RuleBook.All, Console.Error),
    ["parity"] => WriteParity(Path.Combine(RepositoryRoot.Find(), "..", "shared", "corpora", "access-analyzer-recorded", "policies.jsonl")),
    ["parity", var recordings] => WriteParity(recordings),
    _ => Usage(),
};

static int WriteParity(string recordings)
{
    if (!File.Exists(recordings))
    {
        Console.Error.WriteLine($"There are no recorded answers at {recordings}.");
        return 2;
    }

    string root = RepositoryRoot.Find();
    File.WriteAllText(Path.Combine(root, ParityPage.Path), ParityPage.Render(root, [.. RecordedPolicy.Read(recordings)]));
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        Keeps docs/rules/ true to the rules' descriptors, docs/privilege-escalation.md to eng/escalation, and
        docs/access-analyzer.md to recorded answers of the service.

          dotnet run --project eng/DocGen -- write                writes what is missing or stale
          dotnet run --project eng/DocGen -- check                lists it, and fails if there is any
          dotnet run --project eng/DocGen -- parity [RECORDINGS]  measures and writes docs/access-analyzer.md
        """);
    return 2;
}
