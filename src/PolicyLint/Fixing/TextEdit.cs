using System.Buffers;
using System.Text;

namespace PolicyLint.Fixing;

/// <summary>A change of a text: what stands at a place is replaced.</summary>
/// <param name="Span">What is replaced, in UTF-8 bytes; empty where something is only inserted.</param>
/// <param name="NewText">What stands there afterwards; empty where something is only taken out.</param>
public readonly record struct TextEdit(TextSpan Span, string NewText)
{
    /// <summary>The text with all edits made.</summary>
    /// <param name="source">The text that the places are in.</param>
    /// <param name="edits">Edits that do not overlap, in any order.</param>
    /// <exception cref="ArgumentException">Two edits overlap, or one leaves the text.</exception>
    public static SourceText Apply(SourceText source, IEnumerable<TextEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(edits);
        ReadOnlySpan<byte> bytes = source.Bytes.Span;
        var output = new ArrayBufferWriter<byte>(bytes.Length + 256);
        int at = 0;
        foreach (TextEdit edit in edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End))
        {
            if (edit.Span.Start < at || edit.Span.Length < 0 || edit.Span.End > bytes.Length)
                throw new ArgumentException($"The edit at {edit.Span} overlaps another or leaves the text.", nameof(edits));

            output.Write(bytes[at..edit.Span.Start]);
            Encoding.UTF8.GetBytes(edit.NewText, output);
            at = edit.Span.End;
        }

        output.Write(bytes[at..]);
        return SourceText.From(output.WrittenMemory, source.Path);
    }

    /// <summary>Whether the two cannot both be made: they share a byte, or insert at the same place.</summary>
    internal bool Conflicts(TextEdit other) => Span.Start <= other.Span.End && other.Span.Start <= Span.End;
}
