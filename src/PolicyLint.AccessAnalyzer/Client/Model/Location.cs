namespace PolicyLint.AccessAnalyzer.Client.Model;

/// <summary>A place in a policy, as a way from its root and as a range of its text.</summary>
public sealed class Location
{
    /// <summary>The way; empty for the whole document.</summary>
    public List<PathElement>? Path { get; set; }

    /// <summary>The range.</summary>
    public Span? Span { get; set; }
}

/// <summary>One step of the way: exactly one member is set.</summary>
public sealed class PathElement
{
    /// <summary>Into an item of a list, from 0.</summary>
    public int? Index { get; set; }

    /// <summary>To a name of an object.</summary>
    public string? Key { get; set; }

    /// <summary>To the value under a name of an object.</summary>
    public string? Value { get; set; }

    /// <summary>To a part of a string.</summary>
    public Substring? Substring { get; set; }
}

/// <summary>A part of a string.</summary>
public sealed class Substring
{
    /// <summary>Where it starts, from 0.</summary>
    public int? Start { get; set; }

    /// <summary>How long it is.</summary>
    public int? Length { get; set; }
}

/// <summary>A range of a text.</summary>
public sealed class Span
{
    /// <summary>Where it starts.</summary>
    public Position? Start { get; set; }

    /// <summary>The position after its last character.</summary>
    public Position? End { get; set; }
}

/// <summary>A place in a text.</summary>
public sealed class Position
{
    /// <summary>The line, from 1.</summary>
    public int? Line { get; set; }

    /// <summary>The column, from 0.</summary>
    public int? Column { get; set; }

    /// <summary>The offset from the start of the text, from 0.</summary>
    public int? Offset { get; set; }
}
