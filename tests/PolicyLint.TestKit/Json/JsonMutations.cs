using System.Text.Json;

namespace PolicyLint.TestKit;

/// <summary>Documents that differ from a given one in a single place: a member or an item dropped, or a value of another type.</summary>
internal static class JsonMutations
{
    private static readonly string[] Replacements = ["7", "null", "true", "\"\"", "\"*\"", "{}", "[]", "[null]", "[[]]", "{\"a\":{}}"];

    /// <summary>Every such document, each with a word on what was done to it.</summary>
    public static IEnumerable<(string What, JsonTree Document)> Of(JsonTree document) => Of(document, "", changed => changed);

    private static IEnumerable<(string What, JsonTree Document)> Of(JsonTree node, string pointer, Func<JsonTree, JsonTree> rebuild)
    {
        string place = pointer.Length == 0 ? "the document" : pointer;
        foreach (string replacement in Replacements)
            yield return ($"{place} replaced by {replacement}", rebuild(new JsonTree.Scalar(replacement)));

        for (int i = 0; i < Count(node); i++)
        {
            int index = i;
            string child = $"{pointer}/{Step(node, i)}";
            yield return ($"{child} dropped", rebuild(Drop(node, i)));
            foreach (var mutant in Of(Child(node, i), child, changed => rebuild(Put(node, index, changed))))
                yield return mutant;
        }
    }

    private static int Count(JsonTree node) => node switch
    {
        JsonTree.List list => list.Items.Length,
        JsonTree.Map map => map.Members.Length,
        _ => 0,
    };

    private static JsonTree Child(JsonTree node, int index) =>
        node is JsonTree.List list ? list.Items[index] : ((JsonTree.Map)node).Members[index].Value;

    private static string Step(JsonTree node, int index) =>
        node is JsonTree.Map map ? JsonEncodedText.Encode(map.Members[index].Name).ToString() : $"{index}";

    private static JsonTree Drop(JsonTree node, int index) => node switch
    {
        JsonTree.List list => new JsonTree.List(list.Items.RemoveAt(index)),
        JsonTree.Map map => new JsonTree.Map(map.Members.RemoveAt(index)),
        _ => node,
    };

    private static JsonTree Put(JsonTree node, int index, JsonTree value) => node switch
    {
        JsonTree.List list => new JsonTree.List(list.Items.SetItem(index, value)),
        JsonTree.Map map => new JsonTree.Map(map.Members.SetItem(index, map.Members[index] with { Value = value })),
        _ => node,
    };
}
