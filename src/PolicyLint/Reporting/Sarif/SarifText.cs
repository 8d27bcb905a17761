namespace PolicyLint.Reporting;

/// <summary>Plain text in a SARIF log.</summary>
internal static class SarifText
{
    // In SARIF "[text](target)" is a link even in plain text: what stands in a policy must not become one.
    private const string LinkMiddle = "](";

    /// <summary>The text, harmless where a viewer shows it, and without links.</summary>
    public static string Of(string text)
    {
        // The line ends are ours; those of a policy come escaped out of SafeText.
        string safe = string.Join('\n', text.Split('\n').Select(SafeText.Escape));
        return safe.Replace(LinkMiddle, "] (", StringComparison.Ordinal);
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string text) => SafeText.Escape(text).Replace(LinkMiddle, "] (", StringComparison.Ordinal);
}
