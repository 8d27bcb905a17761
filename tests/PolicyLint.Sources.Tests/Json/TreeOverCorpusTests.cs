using PolicyLint.Sources.Json;
using PolicyLint.TestKit;

namespace PolicyLint.Sources.Tests.Json;

/// <summary>Every scalar of every real template: what its place cuts out of the file must mean its value.</summary>
public sealed class TreeOverCorpusTests
{
    [Test]
    public void Places_of_real_templates_say_what_their_values_are()
    {
        var wrong = new List<string>();
        int scalars = 0;
        foreach (string path in Directory.EnumerateFiles(Repository.SharedPathOf("corpora/cloudformation"), "*", SearchOption.AllDirectories))
        {
            if (path.EndsWith(".tsv", StringComparison.Ordinal))
                continue;

            SourceText file = SourceText.From(File.ReadAllBytes(path), path);
            HostNode? root = JsonTree.Read(file, out _) ?? YamlTree.Read(file, out _);
            foreach (HostScalar scalar in ScalarsOf(root))
            {
                scalars++;
                if (ScalarPlaces.Of(file, scalar) is not { } places)
                    wrong.Add($"{path}:{file.GetPosition(scalar.Span.Start)} {scalar.Style}");
                else if (scalar.Value.Length > 0 && scalar.Style == ScalarStyle.Plain && scalar.Tag is null && !scalar.Value.Contains(' ', StringComparison.Ordinal))
                    file.GetText(scalar.Span).Should().EndWith(scalar.Value);
            }
        }

        wrong.Should().BeEmpty();
        scalars.Should().BeGreaterThan(100_000);
    }

    private static IEnumerable<HostScalar> ScalarsOf(HostNode? node) => node switch
    {
        HostScalar scalar => [scalar],
        HostSequence list => list.Values.SelectMany(ScalarsOf),
        HostMapping map => map.Entries.SelectMany(member => ScalarsOf(member.Value).Prepend(member.Key)),
        _ => [],
    };
}
