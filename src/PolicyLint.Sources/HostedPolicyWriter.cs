using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyLint.Sources;

/// <summary>
/// Writes the text of a policy that stands in a host file, token by token, and keeps where each of them was written there.
/// Who reads a kind of host file walks the policy in it and calls this.
/// </summary>
/// <remarks>
/// A bracket that the host file does not have (YAML's block style) is placed, with no length, where its content starts or ends.
/// What is not known before deployment is written as <see cref="PolicyString.Unknown"/> inside its string.
/// </remarks>
/// <param name="file">The host file.</param>
public sealed class HostedPolicyWriter(SourceText file)
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<PlacedToken>.Builder _tokens = ImmutableArray.CreateBuilder<PlacedToken>();
    private int _length;
    private bool _needsComma;

    /// <summary>Opens an object.</summary>
    public void StartObject(TextSpan place) => Open("{", place);

    /// <summary>Closes it.</summary>
    public void EndObject(TextSpan place) => Close("}", place);

    /// <summary>Opens a list.</summary>
    public void StartArray(TextSpan place) => Open("[", place);

    /// <summary>Closes it.</summary>
    public void EndArray(TextSpan place) => Close("]", place);

    /// <summary>Writes the name of a member; its value follows.</summary>
    public void Name(string name, TextSpan place)
    {
        Separate();
        Add(Quote(name), place);
        Append(":");
        _needsComma = false;
    }

    /// <summary>Writes a string.</summary>
    /// <param name="value">The value, decoded.</param>
    /// <param name="place">Its literal in the host file, with its quotes where it has any; for a value that is put together, all of what makes it.</param>
    public void String(string value, TextSpan place) => Scalar(Quote(value), place);

    /// <summary>Writes a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public void Literal(string json, TextSpan place) => Scalar(json, place);

    /// <summary>The text, with its origin.</summary>
    /// <param name="address">What people call the policy in the host file.</param>
    public SourceText ToText(string address) =>
        SourceText.From(Encoding.UTF8.GetBytes(_text.ToString()), new PolicyOrigin(file, address, _tokens.ToImmutable()));

    private static string Quote(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private void Open(string bracket, TextSpan place)
    {
        Separate();
        Add(bracket, place);
        _needsComma = false;
    }

    private void Close(string bracket, TextSpan place)
    {
        Add(bracket, place);
        _needsComma = true;
    }

    private void Scalar(string json, TextSpan place)
    {
        Separate();
        Add(json, place);
        _needsComma = true;
    }

    private void Separate()
    {
        if (_needsComma)
            Append(",");
    }

    private void Add(string token, TextSpan place)
    {
        int start = _length;
        Append(token);
        var inPolicy = TextSpan.FromBounds(start, _length);
        _tokens.Add(new PlacedToken(inPolicy, place, inPolicy.Length == place.Length && file.GetText(place) == token));
    }

    private void Append(string text)
    {
        _text.Append(text);
        _length += Encoding.UTF8.GetByteCount(text);
    }
}
