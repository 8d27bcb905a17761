namespace PolicyLint.Evaluation;

/// <summary>
/// Kleene's three values. What is not known before deployment, or not told about a request, makes an answer
/// <see cref="Maybe"/>; it becomes <see cref="No"/> or <see cref="Yes"/> again wherever the other side decides.
/// </summary>
internal enum Truth : byte
{
    No,
    Maybe,
    Yes,
}

/// <summary>The connectives of <see cref="Truth"/>.</summary>
internal static class TruthExtensions
{
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    public static Truth Not(this Truth value) => (Truth)(Truth.Yes - value);

    public static Truth ToTruth(this bool value) => value ? Truth.Yes : Truth.No;
}
