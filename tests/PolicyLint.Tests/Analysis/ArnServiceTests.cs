using System.Text;
using CsCheck;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Tests.Analysis;

/// <summary>The services that ARNs name: the index in the catalogue and the quick look at an ARN against every format read.</summary>
public sealed class ArnServiceTests
{
    private static readonly ServiceCatalog Catalog = ServiceCatalog.Default;
    private static readonly ArnServiceIndex Index = ArnServiceIndex.Of(Catalog);

    // By the service that it names, every format of the catalogue.
    private static readonly ILookup<string, string> Formats = Catalog.ResourceTypes
        .SelectMany(type => type.ArnFormats)
        .ToLookup(format => format.Split(':')[2]);

    private static readonly string[] Services = [.. Formats.Select(service => service.Key).Where(service => !service.Contains('$') && !service.Contains('*'))];

    // The beginning of a format, cut anywhere, and an end that may or may not fit.
    private static readonly Gen<string> Arn =
        Gen.Select(Gen.Int[0, Services.Length - 1], Gen.Int[0, int.MaxValue], Gen.Int[0, 30], OneOf("", "*", "eu-west-1"), OneOf("", "*", "111122223333"), OneOf("", "*", "a", "a*", "/a", "/*", ":a", "a/b/*", "${aws:username}"))
            .Select((service, format, length, region, account, tail) =>
            {
                string[] formats = [.. Formats[Services[service]]];
                string resource = string.Join(':', formats[format % formats.Length].Split(':')[5..]);
                string head = resource.Split('$', '*')[0];
                return $"arn:aws:{Services[service]}:{region}:{account}:{head[..Math.Min(length, head.Length)]}{tail}";
            });

    [Test]
    public void Each_service_that_a_format_names_is_found_with_its_formats()
    {
        Services.Should().NotBeEmpty();
        foreach (string name in Services)
        {
            int formats = Catalog.ResourceTypes
                .Where(type => type.ArnFormats.All(format => ArnFormat.Parse(format) is not null))
                .SelectMany(type => type.ArnFormats)
                .Count(format => format.Split(':')[2] == name);

            Index.Find(name)!.Formats.Should().HaveCount(formats, name);
        }
    }

    [TestCase("sagemaker", true)]
    [TestCase("catalog", true)]
    [TestCase("servicecatalog", true)]
    [TestCase("SageMaker", false)]
    [TestCase("frobnicate", false)]
    [TestCase("", false)]
    public void The_catalogue_tells_what_ARNs_name_a_service(string name, bool isService) =>
        Catalog.IsServiceOfArns(name).Should().Be(isService);

    [TestCase("frobnicate")]
    [TestCase("SageMaker")]
    [TestCase("${Service}")]
    [TestCase("")]
    public void What_no_ARN_names_is_not_found(string name)
    {
        Index.Find(name).Should().BeNull();
        Index.Find(Encoding.UTF8.GetBytes(name)).Should().BeNull();
    }

    [Test]
    public void A_name_too_long_for_a_service_is_not_found() => Index.Find(new string('a', 1000)).Should().BeNull();

    [Test]
    public void An_ARN_fits_a_service_where_it_fits_one_of_its_formats()
    {
        int fitting = 0;
        int others = 0;
        Arn.Sample(
            text =>
            {
                byte[] value = Encoding.UTF8.GetBytes(text);
                ArnBytes.TrySplit(value, out ArnBytes.Places places).Should().BeTrue(text);
                var arn = new ArnBytes(value, places);
                ArnService service = Index.Find(arn.Service)!;
                bool fits = false;
                foreach (ArnFormat format in service.Formats)
                    fits |= arn.Fits(format);

                Interlocked.Increment(ref fits ? ref fitting : ref others);
                service.HasFormatFor(arn).Should().Be(fits, text);
            },
            iter: 20_000);

        // Were it always the same, nothing would have been told apart.
        fitting.Should().BeGreaterThan(2_000);
        others.Should().BeGreaterThan(2_000);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
