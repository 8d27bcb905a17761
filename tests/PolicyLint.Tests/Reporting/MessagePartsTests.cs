using CsCheck;
using PolicyLint.Reporting;

namespace PolicyLint.Tests.Reporting;

public sealed class MessagePartsTests
{
    [TestCase("plain", "plain")]
    [TestCase("`a` and `b`", "[a]| and |[b]")]
    [TestCase("one ` alone", "one ` alone")]
    [TestCase("`a` then `", "[a]| then `")]
    [TestCase("``", "")]
    [TestCase("", "")]
    public void What_stands_between_backticks_is_code(string message, string parts) =>
        string.Join('|', MessageParts.Of(message).Select(part => part.IsCode ? $"[{part.Text}]" : part.Text)).Should().Be(parts);

    [Test]
    public void Nothing_but_paired_backticks_gets_lost() =>
        Gen.String[Gen.Char["ab` "], 0, 12].Sample(message =>
            string.Concat(MessageParts.Of(message).Select(part => part.Text.Replace("`", "", StringComparison.Ordinal))) == message.Replace("`", "", StringComparison.Ordinal));
}
