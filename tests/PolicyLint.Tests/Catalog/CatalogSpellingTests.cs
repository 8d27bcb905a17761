using CsCheck;
using PolicyLint.Catalog;

namespace PolicyLint.Tests.Catalog;

public class CatalogSpellingTests
{
    private static readonly ServiceCatalog Catalog = ServiceCatalog.Default;

    [TestCase("sagmaker", "sagemaker")]
    [TestCase("SageMakr", "sagemaker")]
    [TestCase("clodwatch", "cloudwatch")]
    [TestCase("codedploy", "codedeploy")]
    [TestCase("ec22", "ec2")]
    [TestCase("completely-different", null)]
    [TestCase("x", null)]
    [TestCase("", null)]
    public void The_nearest_service_is_found(string prefix, string? nearest) => Catalog.FindNearestService(prefix).Should().Be(nearest);

    [TestCase("sagemaker", "CreateTrainingJobs", "CreateTrainingJob")]
    [TestCase("sagemaker", "createtrainigjob", "CreateTrainingJob")]
    [TestCase("sagemaker", "CraeteEndpoint", "CreateEndpoint")]
    [TestCase("s3", "ListBuckets", "ListAllMyBuckets", Description = "the operation, not the spelling")]
    [TestCase("s3", "listobjectsv2", "ListBucket")]
    [TestCase("s3", "QuiteUnlikeAnything", null)]
    [TestCase("s3", "", null)]
    public void The_nearest_action_is_found(string prefix, string name, string? nearest)
    {
        Catalog.TryGetService(prefix, out CatalogService service).Should().BeTrue();
        Catalog.FindNearestAction(service, name).Should().Be(nearest);
    }

    [TestCase("aws:SourceIpp", "aws:SourceIp")]
    [TestCase("aws:sourcevcp", "aws:SourceVpc")]
    [TestCase("aws:RequestTags/team", "aws:RequestTag/team")]
    [TestCase("sagemaker:ResourceTags/a/b", "sagemaker:ResourceTag/a/b")]
    [TestCase("aws:NothingLikeIt", null)]
    public void The_nearest_condition_key_is_found(string key, string? nearest) => Catalog.FindNearestConditionKey(key).Should().Be(nearest);

    [Test]
    public void A_name_as_long_as_a_document_is_near_nothing() =>
        Catalog.FindNearestService(new string('s', 1_000_000)).Should().BeNull();

    [TestCase("abc", "abc", 0)]
    [TestCase("abc", "ABC", 0)]
    [TestCase("abc", "acb", 1)]
    [TestCase("abc", "ab", 1)]
    [TestCase("abc", "xabc", 1)]
    [TestCase("abc", "xyz", 3)]
    [TestCase("", "abc", 3)]
    [TestCase("ca", "abc", 3, Description = "optimal string alignment touches no letter twice")]
    [TestCase("@", "`", 1, Description = "differ only in the case bit and are no letters")]
    public void Distances_are_those_worked_out_by_hand(string left, string right, int distance) =>
        EditDistance.Between(left, right, 10).Should().Be(distance);

    [Test]
    public void The_banded_distance_is_the_plain_one_up_to_its_limit()
    {
        Gen<string> word = Gen.Char["abcA"].Array[0, 9].Select(letters => new string(letters));
        Gen.Select(word, word, Gen.Int[0, 9]).Sample((left, right, limit) =>
            EditDistance.Between(left, right, limit) == Math.Min(PlainDistance(left.ToLowerInvariant(), right.ToLowerInvariant()), limit + 1));
    }

    [Test]
    public void Of_equally_near_names_the_longer_common_beginning_wins_and_then_the_first()
    {
        var nearest = new NearestName("abcdef");

        nearest.Offer("xbcdef").Should().BeTrue();
        nearest.Offer("abcdxf").Should().BeTrue();
        nearest.Offer("abcdyf").Should().BeFalse();
        nearest.Offer("abxdef").Should().BeFalse();
        nearest.Offer("abcdef").Should().BeTrue();
    }

    // The textbook's full table, one cell after another.
    private static int PlainDistance(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int replaced = cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replaced, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[left.Length, right.Length];
    }
}
