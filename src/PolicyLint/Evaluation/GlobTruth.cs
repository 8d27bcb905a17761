using PolicyLint.Analysis;

namespace PolicyLint.Evaluation;

/// <summary>Asks a <see cref="Glob"/> in three values, and writes texts so that a glob takes them for what they are.</summary>
internal static class GlobTruth
{
    /// <summary>Whether a text matches; both may have parts that are not known.</summary>
    public static Truth Of(Glob pattern, string text)
    {
        if (!text.Contains(PolicyString.Unknown, StringComparison.Ordinal) && !pattern.HasUnknown)
            return pattern.Matches(text).ToTruth();

        return Of(pattern, Glob.Parse(Escape(text), pattern.IgnoreCase));
    }

    /// <summary>Whether all that the second pattern stands for matches the first: yes, nothing of it, or some, or not known.</summary>
    public static Truth Of(Glob pattern, Glob text) =>
        !pattern.Intersects(text) ? Truth.No : pattern.Contains(text) || text.IsLiteral && !pattern.HasUnknown ? Truth.Yes : Truth.Maybe;

    /// <summary>
    /// The text with its wildcards and dollar signs written as policies write these characters themselves. See
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars">special characters</see>.
    /// </summary>
    public static string Escape(string text) => text.AsSpan().ContainsAny('*', '?', '$')
        ? text.Replace("$", "${$}", StringComparison.Ordinal).Replace("*", "${*}", StringComparison.Ordinal).Replace("?", "${?}", StringComparison.Ordinal)
        : text;
}
