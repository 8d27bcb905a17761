using CsCheck;
using PolicyLint.Catalog;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Catalog;

public class CatalogBlobTests
{
    private static readonly byte[] Blob = File.ReadAllBytes(Repository.PathOf("src", "PolicyLint", "Catalog", "catalog.bin"));

    [Test]
    public void The_blob_is_about_a_megabyte_at_most() => Blob.Length.Should().BeLessThan(1_048_576);

    [Test]
    public void A_loaded_blob_says_what_the_embedded_one_says()
    {
        ServiceCatalog loaded = ServiceCatalog.Load(Blob);

        loaded.Date.Should().Be(ServiceCatalog.Default.Date);
        loaded.Services.SelectMany(service => service.Actions).Select(action => action.FullName)
            .Should().Equal(ServiceCatalog.Default.Services.SelectMany(service => service.Actions).Select(action => action.FullName));
    }

    [Test]
    public void A_loaded_catalogue_keeps_no_hold_of_the_bytes_given()
    {
        byte[] copy = [.. Blob];
        ServiceCatalog loaded = ServiceCatalog.Load(copy);
        Array.Clear(copy);

        loaded.TryGetAction("s3", "GetObject", out _).Should().BeTrue();
    }

    [Test]
    public void Something_else_is_refused()
    {
        Refusal([]).Should().Be("This is not a PolicyLint catalogue.");
        Refusal("{}"u8.ToArray()).Should().Be("This is not a PolicyLint catalogue.");
        Refusal(new byte[4096]).Should().Be("This is not a PolicyLint catalogue.");
    }

    [Test]
    public void A_blob_of_another_format_is_refused()
    {
        byte[] newer = [.. Blob];
        newer[8] = 99;
        Refusal(newer).Should().Be("The catalogue has format 99; this version of PolicyLint reads format 2.");
    }

    [Test]
    public void A_blob_that_was_cut_short_is_refused()
    {
        Refusal(Blob[..^1]).Should().Be($"The catalogue is damaged: it should have {Blob.Length} bytes and has {Blob.Length - 1}.");
        Refusal(Blob[..1000]).Should().Be($"The catalogue is damaged: it should have {Blob.Length} bytes and has 1000.");
        Refusal([.. Blob, 0]).Should().Be($"The catalogue is damaged: it should have {Blob.Length} bytes and has {Blob.Length + 1}.");
    }

    [Test]
    public void A_blob_with_any_byte_changed_is_refused() =>
        Gen.Select(Gen.Int[0, Blob.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, change) =>
            {
                byte[] damaged = [.. Blob];
                damaged[at] ^= change;
                FluentActions.Invoking(() => ServiceCatalog.Load(damaged)).Should().Throw<InvalidDataException>();
            },
            iter: 200);

    [Test]
    public void A_header_whose_sections_lie_outside_is_refused_even_with_the_right_checksum()
    {
        byte[] forged = [.. Blob];
        BitConverter.TryWriteBytes(forged.AsSpan(CatalogLayout.SectionsAt + 4), uint.MaxValue).Should().BeTrue();
        BitConverter.TryWriteBytes(forged.AsSpan(CatalogLayout.ChecksumAt), CatalogLayout.ChecksumOf(forged)).Should().BeTrue();

        Refusal(forged).Should().Be("The catalogue is damaged: section Text runs over the end.");
    }

    private static string Refusal(byte[] bytes)
    {
        try
        {
            ServiceCatalog.Load(bytes);
            return "none";
        }
        catch (InvalidDataException refusal)
        {
            return refusal.Message;
        }
    }
}
