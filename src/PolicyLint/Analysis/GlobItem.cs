namespace PolicyLint.Analysis;

/// <summary>What one part of a <see cref="Glob"/> stands for.</summary>
internal enum GlobItemKind : byte
{
    /// <summary>This character.</summary>
    Literal,

    /// <summary><c>?</c>: any one character.</summary>
    One,

    /// <summary><c>*</c>: any text.</summary>
    Many,

    /// <summary>Any text without a colon: a placeholder in the catalogue's format of an ARN.</summary>
    Segment,

    /// <summary>A policy variable: one text, not known here, the same wherever the variable is used.</summary>
    Variable,

    /// <summary>A part that is not known before deployment.</summary>
    Unknown,
}

/// <summary>One part of a <see cref="Glob"/>.</summary>
internal readonly record struct GlobItem(GlobItemKind Kind, char Char = '\0', string? Name = null)
{
    /// <summary>Whether the part may stand for a text of any length.</summary>
    public bool IsSpan => Kind >= GlobItemKind.Many;

    /// <summary>The character in lower case. What ignores case in policies is ASCII.</summary>
    public static char Fold(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

    /// <summary>Whether some character is meant by both single parts.</summary>
    public bool Meets(GlobItem single) =>
        Kind == GlobItemKind.One || single.Kind == GlobItemKind.One || Char == single.Char;

    /// <summary>Whether some character of a single part may stand in this span.</summary>
    public bool MayHold(GlobItem single) =>
        Kind != GlobItemKind.Segment || single.Kind == GlobItemKind.One || single.Char != ':';
}
