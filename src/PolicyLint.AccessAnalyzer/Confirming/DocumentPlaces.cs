using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>
/// Finds the places that the service names in the text itself: it may name what the model does not keep, an element that
/// does not exist, say.
/// </summary>
internal sealed class DocumentPlaces(SourceText source)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly int _contentStart = source.HasByteOrderMark ? ByteOrderMark.Length : 0;

    /// <summary>The place of a location; null where the document has none like it.</summary>
    public (TextSpan Span, string Pointer)? Find(ServiceLocation location)
    {
        if (location.Path.IsEmpty)
            return FindByPosition(location);

        try
        {
            var reader = new Utf8JsonReader(source.Bytes.Span[_contentStart..], Lenient);
            return reader.Read() ? Follow(ref reader, location.Path.AsSpan(), "") : null;
        }
        catch (JsonException)
        {
            // In what is no JSON there are only positions.
            return FindByPosition(location);
        }
    }

    private (TextSpan Span, string Pointer)? Follow(ref Utf8JsonReader reader, ReadOnlySpan<PathStep> path, string pointer)
    {
        if (path.IsEmpty)
            return (ValueAt(ref reader), pointer);

        PathStep step = path[0];
        return step.Kind switch
        {
            PathStepKind.Value or PathStepKind.Key => FollowName(ref reader, path, Pointers.Member(pointer, step.Name!)),
            PathStepKind.Index => FollowItem(ref reader, path, $"{pointer}/{step.Number.ToString(CultureInfo.InvariantCulture)}"),
            _ => path.Length == 1 && reader.TokenType == JsonTokenType.String ? (PartAt(ref reader, step), pointer) : null,
        };
    }

    private (TextSpan Span, string Pointer)? FollowName(ref Utf8JsonReader reader, ReadOnlySpan<PathStep> path, string pointer)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(path[0].Name);
            if (isIt && path[0].Kind == PathStepKind.Key)
                return path.Length == 1 ? (new TextSpan(_contentStart + (int)reader.TokenStartIndex, reader.ValueSpan.Length + 2), pointer) : null;

            reader.Read();
            if (isIt)
                return Follow(ref reader, path[1..], pointer);

            reader.Skip();
        }

        return null;
    }

    private (TextSpan Span, string Pointer)? FollowItem(ref Utf8JsonReader reader, ReadOnlySpan<PathStep> path, string pointer)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return null;

        for (int index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index == path[0].Number)
                return Follow(ref reader, path[1..], pointer);

            reader.Skip();
        }

        return null;
    }

    private TextSpan ValueAt(ref Utf8JsonReader reader)
    {
        int start = _contentStart + (int)reader.TokenStartIndex;
        reader.Skip();
        return TextSpan.FromBounds(start, _contentStart + (int)reader.BytesConsumed);
    }

    // Inside a literal with escapes, places cannot be told by counting.
    private TextSpan PartAt(ref Utf8JsonReader reader, PathStep part)
    {
        TextSpan whole = ValueAt(ref reader);
        string text = source.GetText(whole)[1..^1];
        if (text.Contains('\\', StringComparison.Ordinal) || part.Number < 0 || part.Length < 0 || part.Number > text.Length - part.Length)
            return whole;

        int before = Encoding.UTF8.GetByteCount(text.AsSpan(0, part.Number));
        return new TextSpan(whole.Start + 1 + before, Encoding.UTF8.GetByteCount(text.AsSpan(part.Number, part.Length)));
    }

    private (TextSpan Span, string Pointer)? FindByPosition(ServiceLocation location)
    {
        int start = OffsetOf(location.Start);
        int end = OffsetOf(location.End);
        return start >= 0 && end >= start ? (TextSpan.FromBounds(start, end), "") : null;
    }

    private int OffsetOf(LinePosition position)
    {
        if (position.Line < 1 || position.Line > source.LineCount || position.Column < 1)
            return -1;

        int low = _contentStart;
        int high = source.Bytes.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (source.GetPosition(middle) < position)
                low = middle + 1;
            else
                high = middle;
        }

        return source.GetPosition(low) == position ? low : -1;
    }
}
