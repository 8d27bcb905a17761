using PolicyLint.Catalog;

namespace PolicyLint.Tests.Catalog;

public class CatalogLookupTests
{
    private static readonly ServiceCatalog Catalog = ServiceCatalog.Default;

    [TestCase("sagemaker", "CreateEndpoint")]
    [TestCase("SAGEMAKER", "CREATEENDPOINT")]
    [TestCase("SageMaker", "createendpoint")]
    public void Case_does_not_matter(string prefix, string name)
    {
        Catalog.TryGetAction(prefix, name, out CatalogAction action).Should().BeTrue();
        action.FullName.Should().Be("sagemaker:CreateEndpoint");
    }

    [TestCase("sagemaker", "CreateEndpoints")]
    [TestCase("sagemaker", "CreateEndpoin")]
    [TestCase("sagemaker", "")]
    [TestCase("sagemaker", "GetObject", Description = "an action of s3")]
    [TestCase("sagemake", "CreateEndpoint")]
    [TestCase("", "CreateEndpoint")]
    [TestCase("s3", "GetObject ")]
    [TestCase("s3", "Get\u0000bject")]
    [TestCase("s3", "G\u0117tObject")]
    [TestCase("\u017F3", "GetObject", Description = "a long s, which folds to s in Unicode")]
    [TestCase("\u212Ams", "Decrypt", Description = "the Kelvin sign, which folds to k in Unicode")]
    [TestCase("@3", "GetObject", Description = "differs from a letter only in the case bit")]
    [TestCase("s3", "Get*")]
    public void What_is_not_there_is_not_found(string prefix, string name) =>
        Catalog.TryGetAction(prefix, name, out _).Should().BeFalse();

    [Test]
    public void Each_name_changed_in_one_place_is_found_only_if_the_text_has_it()
    {
        HashSet<string> known = new(Catalog.Services.SelectMany(service => service.Actions).Select(action => action.FullName), StringComparer.OrdinalIgnoreCase);
        var changed =
            from action in Catalog.Services.SelectMany(service => service.Actions)
            let prefix = action.Service.Prefix
            from name in (string[])[action.Name[..^1], action.Name + "s", "x" + action.Name]
            select (prefix, name);

        changed.Where(pair => Catalog.TryGetAction(pair.prefix, pair.name, out _) != known.Contains($"{pair.prefix}:{pair.name}")).Should().BeEmpty();
    }

    [Test]
    public void A_very_long_name_is_not_found() =>
        Catalog.TryGetAction("s3", new string('x', 1_000_000), out _).Should().BeFalse();

    [Test]
    public void Looking_up_allocates_nothing()
    {
        int found = LookUp();
        long before = GC.GetAllocatedBytesForCurrentThread();
        found += LookUp();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        found.Should().Be(2 * 5);
        allocated.Should().Be(0);

        static int LookUp()
        {
            int count = 0;
            Span<char> buffer = stackalloc char[128];
            count += Catalog.TryGetAction("SageMaker", "createtrainingjob", out CatalogAction action) ? 1 : 0;
            count += Catalog.TryGetAction("sagemaker", "nothing", out _) ? 1 : 0;
            count += Catalog.TryGetConditionKey("aws:requesttag/team", out _) ? 1 : 0;
            count += Catalog.TryGetConditionKey("aws:nothing", out _) ? 1 : 0;
            count += action.Service.FindActions("Create").End > 0 ? 1 : 0;
            count += action.CopyNameTo(buffer).Length == action.NameLength ? 1 : 0;
            foreach (CatalogActionResource target in action.ResourceTypes)
                count += target.IsRequired ? 1 : 0;

            return count;
        }
    }

    [Test]
    public void An_action_copies_its_name_into_a_buffer()
    {
        Catalog.TryGetAction("s3", "getobject", out CatalogAction action).Should().BeTrue();
        Span<char> buffer = stackalloc char[action.NameLength];

        action.CopyNameTo(buffer).ToString().Should().Be("GetObject");
    }

    [Test]
    public void An_action_knows_what_the_reference_says_of_it()
    {
        Catalog.TryGetAction("sagemaker", "CreateEndpointConfig", out CatalogAction action).Should().BeTrue();

        action.AccessLevel.Should().Be(AccessLevel.Write);
        action.IsWrite.Should().BeTrue();
        action.SupportsResourceLevel.Should().BeTrue();
        action.IsPermissionOnly.Should().BeFalse();
        action.RequiresOnlyOne.Should().BeFalse();
        action.ResourceTypes.Select(target => target.ToString()).Should().Equal("endpoint-config");
        action.ResourceTypes[0].Type.ArnFormats.Should().Equal("arn:${Partition}:sagemaker:${Region}:${Account}:endpoint-config/${EndpointConfigName}");
        action.ConditionKeys.Select(key => key.Name).Should().Contain("sagemaker:VolumeKmsKeyArn").And.Contain("aws:RequestTag/${TagKey}");
        action.DependentActions.Select(dependent => dependent.FullName).Should().Equal("iam:PassRole", "sagemaker:AddTags");
    }

    [TestCase("s3", "ListAllMyBuckets", AccessLevel.List, false)]
    [TestCase("s3", "GetObject", AccessLevel.Read, false)]
    [TestCase("s3", "PutObject", AccessLevel.Write, true)]
    [TestCase("s3", "PutBucketPolicy", AccessLevel.PermissionsManagement, true)]
    [TestCase("sagemaker", "AddTags", AccessLevel.Tagging, true)]
    public void Access_levels_are_those_of_AWS(string prefix, string name, AccessLevel level, bool isWrite)
    {
        Catalog.TryGetAction(prefix, name, out CatalogAction action).Should().BeTrue();
        action.AccessLevel.Should().Be(level);
        action.IsWrite.Should().Be(isWrite);
    }

    [Test]
    public void A_resource_type_is_found_by_its_name_whatever_its_case()
    {
        Catalog.TryGetService("lambda", out CatalogService lambda).Should().BeTrue();
        lambda.TryGetResourceType("FUNCTION ALIAS", out CatalogResourceType type).Should().BeTrue();
        type.Name.Should().Be("function alias");
        lambda.TryGetResourceType("functions", out _).Should().BeFalse();
    }

    [Test]
    public void A_resource_type_can_have_two_shapes_of_ARN()
    {
        Catalog.TryGetService("lex", out CatalogService lex).Should().BeTrue();
        lex.TryGetResourceType("bot", out CatalogResourceType bot).Should().BeTrue();
        bot.ArnFormats.Should().Equal(
            "arn:${Partition}:lex:${Region}:${Account}:bot/${BotId}",
            "arn:${Partition}:lex:${Region}:${Account}:bot:${BotName}");
    }

    [Test]
    public void A_list_refuses_what_is_past_its_end()
    {
        Catalog.TryGetService("s3", out CatalogService s3).Should().BeTrue();
        FluentActions.Invoking(() => s3.Actions[s3.Actions.Count]).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => s3.Actions[-1]).Should().Throw<ArgumentOutOfRangeException>();
    }
}
