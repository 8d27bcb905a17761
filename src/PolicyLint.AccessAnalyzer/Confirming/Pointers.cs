namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>JSON pointers as places.</summary>
internal static class Pointers
{
    /// <summary>Whether one place is the other or is inside it.</summary>
    public static bool Overlap(string left, string right) => Holds(left, right) || Holds(right, left);

    /// <summary>Whether the inner place is the outer one or is inside it.</summary>
    public static bool Holds(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] == '/');

    /// <summary>The pointer to a member of what stands at a pointer. See RFC 6901.</summary>
    public static string Member(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
