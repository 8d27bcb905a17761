using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using PolicyLint.Sources.Accounts;
using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Tests.Documents;

public sealed class DecodedTextTests
{
    // Everything that JSON and URLs escape, and characters of one to four bytes.
    private static readonly Gen<string> Texts = Gen.OneOf("a", "\"", "\\", "\n", "{", "%", "%2", "+", "é", "€", "😀", "/", "\u007f", "\u2028").Array[1, 40].Select(string.Concat);

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public void A_text_in_a_string_of_JSON_is_decoded_and_each_character_stands_where_it_is_said_to_stand() => Texts.Sample(text =>
    {
        string literal = JsonSerializer.Serialize(text);
        SourceText file = SourceText.From($"[{literal}]");
        SourceText policy = DocumentText.OfString(file, (HostScalar)JsonTree.Read(file, out _)!.Items[0], "x");

        TextOf(policy).Should().Be(text);
        CheckPlaces(policy, static written => JsonSerializer.Deserialize<string>($"\"{written}\"")!);
    });

    [Test]
    public void A_text_with_URL_encoding_is_decoded_and_each_character_stands_where_it_is_said_to_stand() => Texts.Sample(text =>
    {
        SourceText file = SourceText.From($"[\"{Uri.EscapeDataString("{" + text)}\"]");
        SourceText policy = UrlEncodedText.Decode(file, (HostScalar)JsonTree.Read(file, out _)!.Items[0]).ToPolicy(file, "x");

        TextOf(policy).Should().Be("{" + text);
        CheckPlaces(policy, Uri.UnescapeDataString);
    });

    [Test]
    public void Blotting_out_keeps_every_line_and_column() => Texts.Sample(text =>
    {
        SourceText file = SourceText.From($"{{\"secret\": {JsonSerializer.Serialize(text, AsItIs)}, \"open\": 1}}");
        HostNode root = JsonTree.Read(file, out _)!;

        SourceText blotted = Redaction.Without(file, [root["secret"]!]);

        blotted.GetPosition(root["open"]!.Span.Start).Should().Be(file.GetPosition(root["open"]!.Span.Start));
        JsonTree.Read(blotted, out _)!["secret"]!.Text.Should().MatchRegex("^[*·•🔒]*$");
    });

    private static void CheckPlaces(SourceText policy, Func<string, string> decode)
    {
        int at = 0;
        foreach (Rune rune in TextOf(policy).EnumerateRunes())
        {
            var place = new TextSpan(at, rune.Utf8SequenceLength);
            decode(policy.Origin!.File.GetText(policy.Origin.Locate(place))).Should().Be(rune.ToString());
            at = place.End;
        }
    }

    private static string TextOf(SourceText text) => Encoding.UTF8.GetString(text.Bytes.Span);
}
