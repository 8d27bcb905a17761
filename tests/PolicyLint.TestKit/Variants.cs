using System.Text;

namespace PolicyLint.TestKit;

/// <summary>What the kit tries with every document besides the document itself.</summary>
[Flags]
public enum Variants
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>CRLF line ends, and a byte order mark.</summary>
    Encoding = 1,

    /// <summary>Minified, and one value a line. Leave it out where white space counts, as in the size of some policy types.</summary>
    Layout = 2,

    /// <summary>The elements of each statement in the opposite order.</summary>
    ElementOrder = 4,

    /// <summary>A single statement without square brackets, or with them.</summary>
    StatementForm = 8,

    /// <summary>Each member dropped and each value replaced by one of another type: the rule must not throw.</summary>
    Mutations = 16,

    /// <summary>Everything.</summary>
    All = Encoding | Layout | ElementOrder | StatementForm | Mutations,
}

/// <summary>A document that means the same as the test's.</summary>
/// <param name="Name">What was done to it, as in "the same document <c>with CRLF line ends</c>".</param>
/// <param name="Source">The document.</param>
/// <param name="KeepsPositions">Whether every line and column is as before.</param>
internal sealed record SameDocument(string Name, SourceText Source, bool KeepsPositions)
{
    /// <summary>Every variant asked for that the document allows. A text that is not JSON has only the first kind.</summary>
    public static IEnumerable<SameDocument> Of(string text, JsonTree? tree, Variants wanted)
    {
        if (wanted.HasFlag(Variants.Encoding))
        {
            yield return new("with CRLF line ends", SourceText.From(text.ReplaceLineEndings("\r\n")), KeepsPositions: true);
            yield return new("with a byte order mark", SourceText.From(new byte[] { 0xEF, 0xBB, 0xBF }.Concat(Encoding.UTF8.GetBytes(text)).ToArray()), KeepsPositions: true);
        }

        if (tree is null)
            yield break;

        if (wanted.HasFlag(Variants.Layout))
        {
            yield return Rewritten("minified", tree.ToMinified());
            yield return Rewritten("with one value a line", tree.ToIndented());
        }

        if (wanted.HasFlag(Variants.ElementOrder) && OnStatements(tree, Reverse) is { } reordered)
            yield return Rewritten("with each statement's elements in the opposite order", reordered.ToIndented());

        if (wanted.HasFlag(Variants.StatementForm) && OtherStatementForm(tree) is var (name, other))
            yield return Rewritten(name, other.ToIndented());
    }

    private static SameDocument Rewritten(string name, string text) => new(name, SourceText.From(text), KeepsPositions: false);

    private static JsonTree.Map? OnStatements(JsonTree tree, Func<JsonTree, JsonTree?> change)
    {
        if (SingleStatementMember(tree) is not var (root, index))
            return null;

        JsonTree? changed = root.Members[index].Value is JsonTree.List list
            ? list.Items.Select(change).ToList() is var items && items.TrueForAll(item => item is not null) ? new JsonTree.List([.. items!]) : null
            : change(root.Members[index].Value);
        return changed is null ? null : Replace(root, index, changed);
    }

    // With a repeated element, the order may matter.
    private static JsonTree? Reverse(JsonTree statement) =>
        statement is JsonTree.Map map && map.Members.DistinctBy(member => member.Name, StringComparer.OrdinalIgnoreCase).Count() == map.Members.Length
            ? new JsonTree.Map([.. map.Members.Reverse()])
            : null;

    private static (string Name, JsonTree Tree)? OtherStatementForm(JsonTree tree) => SingleStatementMember(tree) switch
    {
        var (root, index) when root.Members[index].Value is JsonTree.Map statement =>
            ("with the statement in square brackets", Replace(root, index, new JsonTree.List([statement]))),
        var (root, index) when root.Members[index].Value is JsonTree.List { Items: [JsonTree.Map statement] } =>
            ("with the statement out of its square brackets", Replace(root, index, statement)),
        _ => null,
    };

    private static (JsonTree.Map Root, int Index)? SingleStatementMember(JsonTree tree)
    {
        if (tree is not JsonTree.Map root || root.Members.Count(member => member.Name == "Statement") != 1)
            return null;

        return (root, root.Members.IndexOf(root.Members.Single(member => member.Name == "Statement")));
    }

    private static JsonTree.Map Replace(JsonTree.Map root, int index, JsonTree value) =>
        new(root.Members.SetItem(index, root.Members[index] with { Value = value }));
}
