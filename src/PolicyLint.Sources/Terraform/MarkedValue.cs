using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Terraform;

/// <summary>
/// A value of a resource, and what Terraform says of it: beside the values stand objects of the same shape that hold <c>true</c>
/// where a value is known only after apply, or is sensitive. See
/// <see href="https://developer.hashicorp.com/terraform/internals/json-format#change-representation">change representation</see>.
/// </summary>
/// <param name="Value">The value; null where there is none.</param>
/// <param name="Unknown">What is known only after apply: a shape, or <c>true</c> for all of it.</param>
/// <param name="Sensitive">What is sensitive: a shape, or <c>true</c> for all of it.</param>
internal readonly record struct MarkedValue(HostNode? Value, HostNode? Unknown, HostNode? Sensitive)
{
    /// <summary>Whether all of it is known only after apply.</summary>
    public bool IsUnknown => IsTrue(Unknown);

    /// <summary>Whether all of it is sensitive.</summary>
    public bool IsSensitive => IsTrue(Sensitive);

    /// <summary>The value of a name.</summary>
    public MarkedValue this[string name] => new(Value?[name], Part(Unknown, name), Part(Sensitive, name));

    /// <summary>The items of a list; those that are not known are there too.</summary>
    public IEnumerable<MarkedValue> Items
    {
        get
        {
            int count = Math.Max(Value?.Items.Count ?? 0, Unknown?.Items.Count ?? 0);
            for (int i = 0; i < count; i++)
                yield return new(Value?.Items.ElementAtOrDefault(i), Part(Unknown, i), Part(Sensitive, i));
        }
    }

    /// <summary>Whether a mark says <c>true</c> for all of a value.</summary>
    public static bool IsTrue(HostNode? mark) => mark is HostScalar { IsBoolean: true, Value: "true" };

    private static HostNode? Part(HostNode? mark, string name) => IsTrue(mark) ? mark : mark?[name];

    private static HostNode? Part(HostNode? mark, int index) => IsTrue(mark) ? mark : mark?.Items.ElementAtOrDefault(index);
}
