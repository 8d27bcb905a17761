using PolicyLint.Catalog;

namespace PolicyLint.Tests.Catalog;

public class CatalogOrdinalTests
{
    private static readonly ServiceCatalog Catalog = ServiceCatalog.Default;

    [Test]
    public void Services_are_sorted_and_their_ranges_follow_each_other_without_a_hole()
    {
        int next = 0;
        string before = "";
        foreach (CatalogService service in Catalog.Services)
        {
            string.CompareOrdinal(before, service.Prefix).Should().BeNegative();
            service.FirstOrdinal.Should().Be(next);
            service.EndOrdinal.Should().BeGreaterThan(next);
            next = service.EndOrdinal;
            before = service.Prefix;
        }

        next.Should().Be(Catalog.UnknownServiceOrdinal);
        Catalog.UnknownServiceOrdinal.Should().Be(Catalog.OrdinalCount - 1);
    }

    [Test]
    public void Actions_are_sorted_and_know_their_ordinal_and_their_service()
    {
        foreach (CatalogService service in Catalog.Services)
        {
            service.Actions.Select(action => action.Ordinal)
                .Should().Equal(Enumerable.Range(service.FirstOrdinal, service.PhantomOrdinal - service.FirstOrdinal));
            service.Actions.Select(action => action.Service).Distinct().Should().Equal(service);
            string[] names = [.. service.Actions.Select(action => action.Name.ToLowerInvariant())];
            names.Should().Equal(names.Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Test]
    public void Exactly_the_last_ordinal_of_each_service_and_of_all_are_phantoms()
    {
        HashSet<int> phantoms = [.. Catalog.Services.Select(service => service.EndOrdinal - 1), Catalog.OrdinalCount - 1];
        Enumerable.Range(0, Catalog.OrdinalCount).Where(Catalog.IsPhantom).Should().BeEquivalentTo(phantoms.Order(), options => options.WithStrictOrdering());
    }

    [Test]
    public void A_phantom_belongs_to_its_service_and_is_no_action()
    {
        Catalog.TryGetService("sagemaker", out CatalogService sagemaker).Should().BeTrue();

        Catalog.GetServiceOfOrdinal(sagemaker.PhantomOrdinal).Should().Be(sagemaker);
        Catalog.GetServiceOfOrdinal(sagemaker.PhantomOrdinal + 1).Should().Be(Catalog.GetService(sagemaker.Index + 1));
        FluentActions.Invoking(() => Catalog.GetAction(sagemaker.PhantomOrdinal)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void The_last_phantom_belongs_to_no_service()
    {
        FluentActions.Invoking(() => Catalog.GetServiceOfOrdinal(Catalog.UnknownServiceOrdinal)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Catalog.IsPhantom(Catalog.OrdinalCount)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Catalog.GetAction(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestCase("sagemaker", "")]
    [TestCase("sagemaker", "Create")]
    [TestCase("sagemaker", "cREATEmODEL")]
    [TestCase("sagemaker", "Zzz")]
    [TestCase("sagemaker", "A")]
    [TestCase("s3", "ListBucketVersionsAndMore")]
    [TestCase("ec2", "Get")]
    public void Actions_that_begin_with_a_text_are_one_range(string prefix, string start)
    {
        Catalog.TryGetService(prefix, out CatalogService service).Should().BeTrue();

        (int first, int end) = service.FindActions(start);

        Enumerable.Range(first, end - first).Should().Equal(
            service.Actions.Where(action => action.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Select(action => action.Ordinal));
    }
}
