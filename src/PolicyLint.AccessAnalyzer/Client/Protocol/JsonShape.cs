using System.Text.Json;

namespace PolicyLint.AccessAnalyzer.Client.Protocol;

/// <summary>An answer does not have the shape that the service model promises.</summary>
/// <param name="place">The member that is missing or of another type.</param>
internal sealed class WrongShapeException(string place) : Exception($"`{place}` is missing or has another type")
{
    public string Place { get; } = place;
}

/// <summary>Reads members of an answer and insists on what the service model says of them.</summary>
internal static class JsonShape
{
    public static string RequiredString(this JsonElement element, string name) =>
        element.OptionalString(name) ?? throw new WrongShapeException(name);

    public static string? OptionalString(this JsonElement element, string name) => element.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw new WrongShapeException(name),
    };

    public static int RequiredInt32(this JsonElement element, string name) =>
        element.OptionalInt32(name) ?? throw new WrongShapeException(name);

    public static int? OptionalInt32(this JsonElement element, string name) => element.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out int number) => number,
        _ => throw new WrongShapeException(name),
    };

    public static T RequiredObject<T>(this JsonElement element, string name, Func<JsonElement, T> read) =>
        element.Member(name) is { } value ? read(value) : throw new WrongShapeException(name);

    public static List<T> RequiredList<T>(this JsonElement element, string name, Func<JsonElement, T> read) =>
        element.OptionalList(name, read) ?? throw new WrongShapeException(name);

    public static List<T>? OptionalList<T>(this JsonElement element, string name, Func<JsonElement, T> read) => element.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } value => [.. value.EnumerateArray().Select(read)],
        _ => throw new WrongShapeException(name),
    };

    // A member that is null is a member that is not there.
    private static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new WrongShapeException(name);

        return element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
