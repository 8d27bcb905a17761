using PolicyLint.Rules;

namespace PolicyLint.DocGen;

/// <summary>Writes and checks every file that follows from the rules.</summary>
public static class RuleDocs
{
    /// <summary>The folder of the pages.</summary>
    public const string Folder = "docs/rules";

    private const string Guide = "docs/writing-a-rule.md";

    /// <summary>Writes what is missing or stale; 1 where people still have something to do.</summary>
    public static int Write(string root, IReadOnlyCollection<RuleDescriptor> rules, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        Directory.CreateDirectory(Path.Combine(root, Folder));
        foreach (var (path, existing, right) in Files(root, rules).Where(file => file.Existing != file.Right))
        {
            File.WriteAllText(Path.Combine(root, path), right);
            log.WriteLine($"{(existing is null ? "made" : "renewed")}: {path}");
        }

        return Check(root, rules, log);
    }

    /// <summary>Says what is missing, stale, orphaned or still a stub; 1 where there is any.</summary>
    public static int Check(string root, IReadOnlyCollection<RuleDescriptor> rules, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        List<string> complaints = [.. Complaints(root, rules)];
        foreach (string complaint in complaints)
            log.WriteLine(complaint);
        return complaints.Count == 0 ? 0 : 1;
    }

    /// <summary>What <see cref="Check"/> says, one line each.</summary>
    public static IEnumerable<string> Complaints(string root, IReadOnlyCollection<RuleDescriptor> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        const string Remedy = "run: dotnet run --project eng/DocGen -- write";
        foreach (var (path, existing, right) in Files(root, rules).Where(file => file.Existing != file.Right))
            yield return $"{(existing is null ? "missing" : "stale")}: {path} ({Remedy})";

        foreach (RuleDescriptor rule in rules)
        {
            if (Read(root, PathOf(rule.Id)) is not { } page)
                continue;
            foreach (string complaint in RulePage.Complaints(page))
                yield return $"unfinished: {PathOf(rule.Id)} {complaint}";
        }

        HashSet<string> expected = [.. rules.Select(rule => $"{rule.Id}.md"), "README.md", "rules.shipped.txt"];
        string folder = Path.Combine(root, Folder);
        IEnumerable<string> orphans = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Where(name => !expected.Contains(name))
            : [];
        foreach (string orphan in orphans.Order(StringComparer.Ordinal))
            yield return $"orphan: {Folder}/{orphan.Replace('\\', '/')} belongs to no rule";
    }

    /// <summary>The page of a rule.</summary>
    public static string PathOf(string id) => $"{Folder}/{id}.md";

    private static IEnumerable<(string Path, string? Existing, string Right)> Files(string root, IReadOnlyCollection<RuleDescriptor> rules)
    {
        foreach (RuleDescriptor rule in rules)
            yield return File(PathOf(rule.Id), existing => RulePage.Render(rule, existing));

        yield return File($"{Folder}/README.md", existing => RuleIndex.Render(rules, existing));
        yield return File($"{Folder}/rules.shipped.txt", _ => ShippedRules.Render(rules.Select(ShippedRules.Line)));
        if (Read(root, Guide) is { } guide)
            yield return (Guide, guide, IncludedCode.Render(root, guide));
        if (Read(root, EscalationTable.Page) is { } paths)
            yield return (EscalationTable.Page, paths, EscalationTable.Render(paths));

        (string, string?, string) File(string path, Func<string?, string> render)
        {
            string? existing = Read(root, path);
            return (path, existing, render(existing));
        }
    }

    private static string? Read(string root, string path)
    {
        string full = Path.Combine(root, path);
        return File.Exists(full) ? File.ReadAllText(full).ReplaceLineEndings("\n") : null;
    }
}
