using System.Text;

namespace PolicyLint.Sources.Json;

/// <summary>
/// A text that was put together from parts of a host file, and where each byte of it stands there: a string that holds JSON, what
/// <c>Fn::Sub</c> makes of it.
/// </summary>
internal sealed class PlacedText
{
    private readonly byte[] _utf8;
    private readonly int[] _starts;
    private readonly int[] _ends;

    private PlacedText(byte[] utf8, int[] starts, int[] ends)
    {
        _utf8 = utf8;
        _starts = starts;
        _ends = ends;
    }

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The decoded value of a scalar.</summary>
    public static PlacedText Of(SourceText file, HostScalar scalar)
    {
        var builder = new Builder(file);
        builder.Append(scalar, 0, scalar.Value.Length);
        return builder.ToText();
    }

    /// <summary>The place in the host file of a place in this text.</summary>
    public TextSpan Locate(TextSpan span)
    {
        if (_utf8.Length == 0)
            return default;

        int first = Math.Clamp(span.Start, 0, _utf8.Length - 1);
        int last = Math.Clamp(span.End - 1, first, _utf8.Length - 1);
        return TextSpan.FromBounds(_starts[first], Math.Max(_starts[first], _ends[last]));
    }

    /// <summary>Puts a text together.</summary>
    public sealed class Builder(SourceText file)
    {
        private readonly List<byte> _utf8 = [];
        private readonly List<int> _starts = [];
        private readonly List<int> _ends = [];

        /// <summary>Adds a part of the decoded value of a scalar.</summary>
        public void Append(HostScalar scalar, int start, int length)
        {
            if (ScalarPlaces.Of(file, scalar) is not { } places)
            {
                Append(scalar.Value.Substring(start, length), scalar.Span);
                return;
            }

            int at = start;
            foreach (Rune rune in scalar.Value.AsSpan(start, length).EnumerateRunes())
            {
                int units = Math.Min(rune.Utf16SequenceLength, start + length - at);
                Append(rune, places.Starts[at], places.Ends[at + units - 1]);
                at += units;
            }
        }

        /// <summary>Adds text that stands for all of a place.</summary>
        public void Append(string text, TextSpan place)
        {
            foreach (Rune rune in text.EnumerateRunes())
                Append(rune, place.Start, place.End);
        }

        /// <summary>The text.</summary>
        public PlacedText ToText() => new([.. _utf8], [.. _starts], [.. _ends]);

        private void Append(Rune rune, int start, int end)
        {
            Span<byte> buffer = stackalloc byte[4];
            int count = rune.EncodeToUtf8(buffer);
            for (int i = 0; i < count; i++)
            {
                _utf8.Add(buffer[i]);
                _starts.Add(start);
                _ends.Add(end);
            }
        }
    }
}
