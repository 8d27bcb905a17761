using PolicyLint.DocGen;

return args switch
{
    ["write"] => RuleDocs.Write(RepositoryRoot.Find(), RuleBook.All, Console.Out),
    ["check"] => RuleDocs.Check(RepositoryRoot.Find(), RuleBook.All, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Keeps docs/rules/ true to the rules' descriptors, and docs/privilege-escalation.md to eng/escalation.

          dotnet run --project eng/DocGen -- write    writes what is missing or stale
          dotnet run --project eng/DocGen -- check    lists it, and fails if there is any
        """);
    return 2;
}
