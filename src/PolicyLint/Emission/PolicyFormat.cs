namespace PolicyLint;

/// <summary>How <see cref="PolicyWriter"/> sets white space.</summary>
public enum PolicyFormat
{
    /// <summary>As in the source.</summary>
    AsWritten,

    /// <summary>None at all, as the size quotas favour.</summary>
    Minified,

    /// <summary>One element a line, two spaces a level, lines ending with LF.</summary>
    Indented,
}
