using System.Text;
using System.Text.Json;

namespace PolicyLint;

/// <summary>Named lists of strings as they stand in a policy: those named beforehand first, the others in the order they came.</summary>
/// <param name="names">The names that have a place of their own.</param>
internal sealed class ValueLists(params ReadOnlySpan<string> names)
{
    // A list that was never spoken of is null; one that was, without a value, is written empty: the parser reports it.
    private readonly OrderedDictionary<string, List<string>?> _lists = Places(names);

    public bool IsEmpty => _lists.Values.All(list => list is null);

    /// <summary>Text that JSON can carry.</summary>
    /// <exception cref="ArgumentException">The text is null or has half a surrogate pair: written as U+FFFD, it would be another text.</exception>
    public static string Checked(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        for (int at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out Rune rune))
                throw new ArgumentException("The text has half a surrogate pair.", parameter);

            at += rune.Utf16SequenceLength;
        }

        return text;
    }

    public void Add(string name, ReadOnlySpan<string> values)
    {
        foreach (string value in values)
            Checked(value, nameof(values));

        if (!_lists.TryGetValue(name, out List<string>? list) || list is null)
            _lists[name] = list = [];

        list.AddRange(values);
    }

    /// <summary>The same lists with a value at the head of one.</summary>
    public ValueLists With(string name, string value)
    {
        var copy = new ValueLists();
        foreach (var (key, list) in _lists)
            copy._lists[key] = key == name ? [value, .. list ?? []] : list;

        return copy;
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        foreach (var (name, values) in _lists)
        {
            if (values is not null)
                Write(json, name, values);
        }
    }

    // One value stands alone, as people write it.
    private static void Write(Utf8JsonWriter json, string name, List<string> values)
    {
        if (values is [var single])
        {
            json.WriteString(name, single);
            return;
        }

        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);

        json.WriteEndArray();
    }

    private static OrderedDictionary<string, List<string>?> Places(ReadOnlySpan<string> names)
    {
        // Condition keys are compared without regard to case; the other names are given in one case only.
        var lists = new OrderedDictionary<string, List<string>?>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
            lists.Add(name, null);

        return lists;
    }
}
