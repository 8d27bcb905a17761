using System.Collections.Immutable;
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

    /// <summary>The value of a scalar.</summary>
    public static PlacedText Of(SourceText file, HostScalar scalar) => Of(file, scalar, isJson: false);

    /// <summary>
    /// The value of a scalar that holds JSON. What is not known there may stand for more than a part of a string
    /// (<c>"Resource": ${Buckets}</c>): outside of strings it becomes one.
    /// </summary>
    public static PlacedText OfJson(SourceText file, HostScalar scalar) => Of(file, scalar, isJson: true);

    private static PlacedText Of(SourceText file, HostScalar scalar, bool isJson)
    {
        var builder = new Builder(file, isJson);
        foreach (TextPart part in scalar.Parts ?? [scalar.Style == ScalarStyle.Computed ? new TextPart(scalar.Value, scalar.Span) : new TextPart(scalar.Value, scalar.Span, scalar)])
        {
            if (part is { Scalar: { } scalarOfPart, Replaced: { } length })
                builder.Append(part.Text, ScalarPlaces.Of(file, scalarOfPart) is { } places ? TextSpan.FromBounds(places.Starts[part.Start], places.Ends[part.Start + length - 1]) : part.Place);
            else if (part.Scalar is not null)
                builder.Append(part.Scalar, part.Start, part.Text.Length);
            else
                builder.Append(part.Text, part.Place);
        }

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

    /// <summary>The text as that of a policy, just as it is: a policy that is not JSON is read, and told, by its linter.</summary>
    /// <param name="file">The host file.</param>
    /// <param name="address">What people call the policy there.</param>
    public SourceText ToPolicy(SourceText file, string address)
    {
        ImmutableArray<PlacedToken>.Builder tokens = ImmutableArray.CreateBuilder<PlacedToken>();
        for (int at = 0; at < _utf8.Length;)
        {
            // As long as the same bytes stand there, one token goes on; what is written otherwise is one by itself.
            int end = EndOfPiece(at);
            bool isVerbatim = IsVerbatim(file, at, end);
            while (isVerbatim && end < _utf8.Length && _starts[end] == _ends[end - 1] && IsVerbatim(file, end, EndOfPiece(end)))
                end = EndOfPiece(end);

            tokens.Add(new PlacedToken(TextSpan.FromBounds(at, end), TextSpan.FromBounds(_starts[at], _ends[end - 1]), isVerbatim));
            at = end;
        }

        return SourceText.From(_utf8, new PolicyOrigin(file, address, tokens.ToImmutable()));
    }

    // The bytes from here on that one piece of the file became: those of a character, or all that stands for a place.
    private int EndOfPiece(int start)
    {
        int end = start + 1;
        while (end < _utf8.Length && _starts[end] == _starts[start] && _ends[end] == _ends[start])
            end++;

        return end;
    }

    private bool IsVerbatim(SourceText file, int start, int end) =>
        file.Bytes.Span[_starts[start].._ends[start]].SequenceEqual(_utf8.AsSpan(start, end - start));

    private sealed class Builder(SourceText file, bool isJson)
    {
        private readonly List<byte> _utf8 = [];
        private readonly List<int> _starts = [];
        private readonly List<int> _ends = [];
        private bool _isInString;
        private bool _isEscaped;

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

        public void Append(string text, TextSpan place)
        {
            foreach (Rune rune in text.EnumerateRunes())
                Append(rune, place.Start, place.End);
        }

        public PlacedText ToText() => new([.. _utf8], [.. _starts], [.. _ends]);

        private void Append(Rune rune, int start, int end)
        {
            if (isJson && !_isInString && rune.Value == PolicyString.Unknown)
            {
                Add(new Rune('"'), start, end);
                Add(rune, start, end);
                Add(new Rune('"'), start, end);
                return;
            }

            if (rune.Value == '"' && !_isEscaped)
                _isInString = !_isInString;

            _isEscaped = _isInString && rune.Value == '\\' && !_isEscaped;
            Add(rune, start, end);
        }

        private void Add(Rune rune, int start, int end)
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
