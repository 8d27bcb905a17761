using PolicyLint.DocGen;

namespace PolicyLint.NewRule;

/// <summary>Makes everything that a rule consists of, each in its place, with TODOs where only the author knows.</summary>
public static class NewRuleCommand
{
    private const string ListPath = "src/PolicyLint.Rules/BuiltInRules.cs";
    private const string ShippedPath = $"{RuleDocs.Folder}/rules.shipped.txt";

    /// <summary>Runs the command in a repository. 0 when done; 2 for a wrong call, and then nothing is written.</summary>
    public static int Run(string root, string[] args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (args is not [var id, var name, var category, var title])
        {
            error.WriteLine($"""
                Makes a rule: its class, tests, page, and its lines in the list of rules and in {ShippedPath}.

                  dotnet run --project eng/NewRule -- ID NAME CATEGORY TITLE
                  dotnet run --project eng/NewRule -- PL1023 bucket-open-to-all Security "A bucket policy lets everybody read"

                CATEGORY: {string.Join(", ", NewRuleRequest.Categories)}
                """);
            return 2;
        }

        string shippedText = File.ReadAllText(Path.Combine(root, ShippedPath));
        List<string> shipped = [.. ShippedRules.Lines(shippedText)];
        if (NewRuleRequest.TryMake(id, name, category, title, shipped, out NewRuleRequest request) is { } complaint)
        {
            error.WriteLine(complaint);
            return 2;
        }

        var skeleton = new RuleSkeleton(request, VersionOf(root));
        string list = File.ReadAllText(Path.Combine(root, ListPath));
        (string Path, string Text)[] files =
        [
            ($"src/PolicyLint.Rules/{request.Category}/{request.ClassName}.cs", skeleton.Rule()),
            ($"tests/PolicyLint.Rules.Tests/{request.Category}/{request.ClassName}Tests.cs", skeleton.Tests()),
            (RuleDocs.PathOf(request.Id), RulePage.Render(skeleton.Descriptor(), existing: null)),
        ];
        if (files.FirstOrDefault(file => File.Exists(Path.Combine(root, file.Path))) is { Path: { } taken })
        {
            error.WriteLine($"{taken} is already there.");
            return 2;
        }

        foreach (var (path, text) in (ReadOnlySpan<(string, string)>)
        [
            .. files,
            (ListPath, RuleList.Insert(list, request)),
            (ShippedPath, ShippedRules.Render([.. shipped, ShippedRules.Line(skeleton.Descriptor())])),
        ])
        {
            string full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            output.WriteLine(path);
        }

        output.WriteLine();
        output.WriteLine("Now fill in the TODOs (docs/writing-a-rule.md says how), then:");
        output.WriteLine("  dotnet run --project eng/DocGen -- write");
        output.WriteLine("  eng/update-public-api");
        output.WriteLine($"  dotnet test --project tests/PolicyLint.Rules.Tests -- --filter \"FullyQualifiedName~{request.ClassName}|FullyQualifiedName~Meta\"");
        return 0;
    }

    private static string VersionOf(string root)
    {
        string props = File.ReadAllText(Path.Combine(root, "Directory.Build.props"));
        int start = props.IndexOf("<Version>", StringComparison.Ordinal) + "<Version>".Length;
        return props[start..props.IndexOf("</Version>", start, StringComparison.Ordinal)];
    }
}
