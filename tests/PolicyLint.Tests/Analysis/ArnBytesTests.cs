using System.Text;
using CsCheck;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Tests.Analysis;

/// <summary>What bytes alone tell of an ARN is what its fields tell when they are read as globs.</summary>
public sealed class ArnBytesTests
{
    private static readonly ArnFormat[] Formats =
    [
        .. ServiceCatalog.Default.ResourceTypes
            .SelectMany(type => type.ArnFormats)
            .Distinct()
            .Select(ArnFormat.Parse)
            .OfType<ArnFormat>(),
    ];

    // Pieces of real formats, cut anywhere and put together with wildcards, so that heads, middles and colons nearly fit.
    private static readonly Gen<string> Resource =
        Gen.Select(Gen.Int[0, Formats.Length - 1], Gen.Int[0, 40], OneOf("", "*", "?", "a", "a*", "*a", "a/b", "a:b", ":*", "/*", "a/b/*", "x:log-stream:*", "a?*", "${aws:username}", "${aws:username}/*", "a-${aws:PrincipalTag/team}:b", "*/a", "a/*/b/*"))
            .Select((format, length, tail) =>
            {
                string head = Encoding.UTF8.GetString(Formats[format].ResourceHead ?? []);
                return head[..Math.Min(length, head.Length)] + tail;
            });

    private static readonly Gen<(string Arn, int Format)> Case =
        Gen.Select(Gen.Int[0, Formats.Length - 1], OneOf("", "*", "eu-west-1", "eu-*"), OneOf("", "*", "111122223333", "1*"), Resource)
            .Select((format, region, account, resource) =>
                ($"arn:aws:{Encoding.UTF8.GetString(Formats[format].ServiceName ?? "s3"u8)}:{region}:{account}:{resource}", format));

    [Test]
    public void Bytes_and_globs_agree()
    {
        int decided = 0;
        int narrow = 0;
        Case.Sample(
            @case =>
            {
                byte[] value = Encoding.UTF8.GetBytes(@case.Arn);
                ArnBytes.TrySplit(value, out ArnBytes.Places places).Should().BeTrue(@case.Arn);
                ArnPattern.TryParse(@case.Arn, policyVariables: true, out ArnPattern? arn).Should().BeTrue(@case.Arn);
                if (new ArnBytes(value, places).CanMatch(Formats[@case.Format]) is { } matches)
                {
                    Interlocked.Increment(ref decided);
                    matches.Should().Be(arn!.CanMatch(Formats[@case.Format]), @case.Arn);
                }

                if (new ArnBytes(value, places).LeavesOutNamesOf(Formats[@case.Format]))
                {
                    Interlocked.Increment(ref narrow);
                    arn!.CoversAllNamesOf(Formats[@case.Format], everywhere: false).Should().BeFalse(@case.Arn);
                }
            },
            iter: 200_000);

        // Were it always undecided, nothing would have been compared.
        decided.Should().BeGreaterThan(100_000);
        narrow.Should().BeGreaterThan(50_000);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
