using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Tests.Analysis;

public sealed class ResourcePatternTests
{
    private static readonly CatalogResourceType Endpoint = Statements.TypeOf("sagemaker", "endpoint");
    private static readonly CatalogResourceType TrainingJob = Statements.TypeOf("sagemaker", "training-job");

    [TestCase("*", ResourcePatternKind.Everything)]
    [TestCase("**", ResourcePatternKind.Everything)]
    [TestCase("*:*", ResourcePatternKind.Everything)]
    [TestCase("arn:*", ResourcePatternKind.Everything)]
    [TestCase("arn:aws:*:*:*:*", ResourcePatternKind.Everything)]
    [TestCase("arn:aws:sagemaker:*:*:*", ResourcePatternKind.Arn)]
    [TestCase("arn:aws:s3:::\uFFFF", ResourcePatternKind.Arn)]
    [TestCase("my-bucket", ResourcePatternKind.Malformed)]
    [TestCase("my-bucket/*", ResourcePatternKind.Malformed)]
    [TestCase("${aws:username}", ResourcePatternKind.Malformed)]
    [TestCase("\uFFFF", ResourcePatternKind.Unresolved)]
    [TestCase("\uFFFF/*", ResourcePatternKind.Unresolved)]
    public void A_value_has_a_kind(string value, ResourcePatternKind expected) => Statements.Resource(value).Kind.Should().Be(expected);

    [TestCase("*", true)]
    [TestCase("**", true)]
    [TestCase("?*", true)]
    [TestCase("*:*", false)]
    [TestCase("arn:*", false)]
    [TestCase("\uFFFF", false)]
    public void Only_a_star_stands_for_actions_without_resources(string value, bool expected) =>
        Statements.Resource(value).MatchesStar.Should().Be(expected);

    [Test]
    public void A_pattern_of_one_type_matches_no_other_type_of_its_service()
    {
        ResourcePattern pattern = Statements.Resource("arn:aws:sagemaker:*:*:training-job/*");

        pattern.CanMatch(TrainingJob).Should().BeTrue();
        Statements.ServiceOf("sagemaker").ResourceTypes.Where(pattern.CanMatch).Select(type => type.Name).Should().Equal("training-job");
    }

    [Test]
    public void Every_type_of_a_service_is_covered_by_its_widest_pattern()
    {
        ResourcePattern pattern = Statements.Resource("arn:aws:sagemaker:us-east-1:111122223333:*");

        Statements.ServiceOf("sagemaker").ResourceTypes.Where(type => !pattern.CoversAllOf(type)).Should().BeEmpty();
        pattern.CoversEveryRegionAndAccount.Should().BeFalse();
        pattern.CoversAllOf(Statements.TypeOf("s3", "bucket")).Should().BeFalse();
    }

    [Test]
    public void What_covers_a_type_can_match_it()
    {
        foreach (CatalogResourceType type in Statements.Catalog.ResourceTypes)
        {
            foreach (string text in type.ArnFormats)
            {
                ResourcePattern pattern = Statements.Resource(Filled(text, "*"));
                pattern.CanMatch(type).Should().BeTrue($"{pattern} is made from the format {text} of {type.Service}");
                if (type.ArnFormats.Length == 1)
                    pattern.CoversAllOf(type, everywhere: true).Should().BeTrue($"{pattern} is made from the format {text} of {type.Service}");
            }
        }
    }

    [Test]
    public void An_unresolved_value_may_match_and_covers_nothing()
    {
        ResourcePattern pattern = Statements.Resource("\uFFFF");

        pattern.HasUnknown.Should().BeTrue();
        pattern.CanMatch(Endpoint).Should().BeTrue();
        pattern.CoversAllOf(Endpoint).Should().BeFalse();
        pattern.Covers(pattern).Should().BeFalse();
        pattern.Overlaps(Statements.Resource("arn:aws:s3:::b")).Should().BeTrue();
    }

    [Test]
    public void A_malformed_value_matches_nothing()
    {
        ResourcePattern pattern = Statements.Resource("endpoint/x");

        pattern.CanMatch(Endpoint).Should().BeFalse();
        pattern.Overlaps(Statements.Resource("*")).Should().BeFalse();
    }

    [Test]
    public void Variables_need_the_new_version()
    {
        const string value = "arn:aws:sagemaker:*:*:${aws:username}/x";

        Statements.Resource(value).CanMatch(Endpoint).Should().BeTrue();
        Statements.Resource(value, version: "2008-10-17").CanMatch(Endpoint).Should().BeFalse();
    }

    [TestCase("*", "arn:aws:s3:::b", true)]
    [TestCase("*", "\uFFFF", true)]
    [TestCase("arn:aws:s3:::b", "*", false)]
    [TestCase("arn:*", "*", false)]
    [TestCase("arn:*", "arn:aws:s3:::b", true)]
    public void A_value_covers_another(string covering, string covered, bool expected) =>
        Statements.Resource(covering).Covers(Statements.Resource(covered)).Should().Be(expected);

    private static string Filled(string format, string value)
    {
        while (format.IndexOf("${", StringComparison.Ordinal) is var start and >= 0)
            format = format[..start] + value + format[(format.IndexOf('}', start) + 1)..];

        return format;
    }
}
