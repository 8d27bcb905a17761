using System.Text;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>Puts the string together that a function makes.</summary>
internal sealed class TemplateText
{
    /// <summary>Policies have thousands of characters; functions in functions may double a text at each step.</summary>
    public const int MaxLength = 256 * 1024;

    private static readonly string UnknownText = PolicyString.Unknown.ToString();

    private readonly StringBuilder _value = new();
    private readonly List<TextPart> _parts = [];

    /// <summary>A value that is not known before deployment.</summary>
    public static HostScalar Unknown(TextSpan place) => Of(UnknownText, place);

    /// <summary>A string that stands for all of a place.</summary>
    public static HostScalar Of(string value, TextSpan place) => new(place, value, ScalarStyle.Computed);

    /// <summary>Whether nothing is known of a value.</summary>
    public static bool IsUnknown(HostNode node) => node is HostScalar { Value: [PolicyString.Unknown] };

    /// <summary>Adds a part of a scalar that is written there.</summary>
    public void AppendPart(HostScalar scalar, int start, int length) =>
        Append(new TextPart(scalar.Value.Substring(start, length), scalar.Span, scalar, start));

    /// <summary>Adds a text that stands for a place.</summary>
    public void Append(string text, TextSpan place) => Append(new TextPart(text, place));

    /// <summary>Adds a text in the place of a part of a scalar: of <c>${Name}</c>.</summary>
    public void AppendInPlace(string text, HostScalar scalar, int start, int length) =>
        Append(new TextPart(text, scalar.Span, scalar, start, length));

    /// <summary>Adds a value; what is no text is not known.</summary>
    public void Append(HostNode value)
    {
        if (value is not HostScalar scalar)
            Append(UnknownText, value.Span);
        else if (scalar.Parts is { } parts)
            parts.ToList().ForEach(Append);
        else if (scalar.Style == ScalarStyle.Computed)
            Append(scalar.Value, scalar.Span);
        else
            AppendPart(scalar, 0, scalar.Value.Length);
    }

    /// <summary>The string.</summary>
    public HostScalar ToScalar(TextSpan place) =>
        _value.Length > MaxLength ? Unknown(place) : new HostScalar(place, _value.ToString(), ScalarStyle.Computed) { Parts = _parts };

    private void Append(TextPart part)
    {
        bool isUnknownAgain = part.Text == UnknownText && _value is [.., PolicyString.Unknown];
        if (part.Text.Length == 0 || _value.Length > MaxLength || isUnknownAgain)
            return;

        _value.Append(part.Text);
        _parts.Add(part);
    }
}
