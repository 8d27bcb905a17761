using PolicyLint.Catalog;
using PolicyLint.CatalogBuilder;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Catalog;

public class CatalogBuilderTests
{
    private const string ActionsFile = "data/actions/demo.json";
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("policylint-catalog-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_committed_blob_is_what_the_text_says()
    {
        var house = new House(Repository.Root);
        var errors = new StringWriter();

        Commands.Check(house, TextWriter.Null, errors).Should().Be(0, errors.ToString());
    }

    [Test]
    public void Writing_twice_gives_the_same_bytes()
    {
        var house = new House(Repository.Root);

        BlobWriter.Write(Commands.ReadModel(house)).Should().Equal(BlobWriter.Write(Commands.ReadModel(house)));
    }

    [Test]
    public void Writing_the_text_that_was_read_changes_no_byte_of_it()
    {
        string text = new House(Repository.Root).Text;

        CatalogText.Write(_folder, CatalogText.Read(text));

        string[] files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        files.Should().HaveCount(456 + 3);
        foreach (string file in files)
            File.ReadAllText(file).Should().Be(File.ReadAllText(Path.Combine(text, Path.GetRelativePath(_folder, file))));
    }

    [Test]
    public void A_stale_blob_is_told_with_what_to_do()
    {
        House house = MakeHouse();
        var errors = new StringWriter();

        Commands.Check(house, TextWriter.Null, errors).Should().Be(1);
        errors.ToString().Should().Contain("is not what eng/catalog says").And.Contain("-- build");
        Commands.Build(house, TextWriter.Null).Should().Be(0);
        Commands.Check(house, TextWriter.Null, errors).Should().Be(0);
        ServiceCatalog.Load(File.ReadAllBytes(house.Blob)).TryGetAction("demo", "getthing", out CatalogAction action).Should().BeTrue();
        action.DependentActions.Select(dependent => dependent.FullName).Should().Equal("demo:ListThings");
        action.ResourceTypes.Select(target => target.ToString()).Should().Equal("thing");
        action.ConditionKeys.Select(key => key.Name).Should().Equal("demo:Tag/${TagKey}", "demo:x/${Key}");
    }

    [TestCase(ActionsFile, "\"Read\"", "\"Reading\"", "unknown access level \"Reading\"", 1)]
    [TestCase(ActionsFile, "\"List\"", "\"Tagging, List\"", "unknown access level \"Tagging, List\"", 2)]
    [TestCase("data/conditionKeys/demo.json", "\"String\"", "\"Text\"", "unknown type of key \"Text\"", 1)]
    [TestCase("data/conditionKeys/demo.json", "demo:x/<Key>\"", "demo:x/[Key]\"", "unknown notation of a condition key: \"demo:x/[Key]\"", 2)]
    [TestCase("dist/esm/globalConditionKeys.js", "'Bool'", "'Boolean'", "unknown type of key \"Boolean\"", 0)]
    [TestCase("data/rcpSupportedServices.json", "[]", "[\"other\"]", "unknown service \"other\"", 1)]
    public void A_word_that_the_import_does_not_know_stops_it(string file, string known, string unknown, string problem, int line)
    {
        string package = MakePackage("actions");
        Replace(Path.Combine(package, file), known, unknown);

        string message = MessageOf(() => Import(MakeHouse(), package));

        message.Should().EndWith(problem);
        message.Should().Contain(line == 0 ? Path.GetFileName(file) : $"{Path.GetFileName(file)}:{line}:");
    }

    [TestCase("services/demo.jsonl", "\"level\":\"Read\"", "\"level\":\"Reading\"", "demo.jsonl:5: unknown access level \"Reading\"")]
    [TestCase("services/demo.jsonl", "\"type\":\"String\"", "\"type\":\"Text\"", "demo.jsonl:2: unknown type of key \"Text\"")]
    [TestCase("services/demo.jsonl", "demo:x/${Key}\",\"type", "demo:x/<Key>\",\"type", "demo.jsonl:3: \"demo:x/<Key>\" is no condition key with its open parts written ${Name}")]
    [TestCase("services/demo.jsonl", "\"needs\"", "\"wants\"", "demo.jsonl:5: unknown word \"wants\"")]
    [TestCase("services/demo.jsonl", "\"on\":[\"thing\"]", "\"on\":\"thing\"", "demo.jsonl:5: \"on\" must be a list of texts")]
    [TestCase("services/demo.jsonl", "{\"action\":\"ListThings\"", "\"action\":\"ListThings\"", "demo.jsonl:6: this is not a JSON object")]
    [TestCase("services/demo.jsonl", "\"on\":[\"thing\"]", "\"on\":[\"ring\"]", "GetThing is on ring, which the service does not define")]
    [TestCase("services/demo.jsonl", "\"keys\":[\"demo:Tag/${TagKey}\"", "\"keys\":[\"demo:Lag\"", "the condition key demo:Lag is used and not defined")]
    [TestCase("services/demo.jsonl", "demo:ListThings", "demo:ListRings", "GetThing needs demo:ListRings, which is not in the catalogue")]
    [TestCase("overlay/risks.jsonl", "\"Session\"", "\"Danger\"", "risks.jsonl:1: unknown risk \"Danger\"")]
    [TestCase("overlay/risks.jsonl", "demo:GetThing", "demo:GetRing", "risks.jsonl:1: unknown action \"demo:GetRing\"")]
    [TestCase("overlay/risks.jsonl", "\"why\":\"w\"", "\"why\":\" \"", "risks.jsonl:1: a line of the overlay needs a reason and a source")]
    [TestCase("overlay/prefixes.jsonl", "\"sdk-client\"", "\"other\"", "prefixes.jsonl:1: unknown kind of prefix \"other\"")]
    [TestCase("overlay/prefixes.jsonl", "\"prefix\":\"client\"", "\"prefix\":\"demo\"", "prefixes.jsonl:1: demo is a service")]
    [TestCase("overlay/gaps.jsonl", "\"NewThing\"", "\"GetThing\"", "gaps.jsonl:1: the data has demo:GetThing by now")]
    [TestCase("overlay/operations.jsonl", "demo:ReadThing", "demo:ListThings", "operations.jsonl:1: demo:ListThings is an action")]
    public void A_word_that_the_build_does_not_know_stops_it(string file, string known, string unknown, string problem)
    {
        House house = MakeHouse();
        Replace(Path.Combine(house.Text, file), known, unknown);

        MessageOf(() => Commands.Build(house, TextWriter.Null)).Should().EndWith(problem);
    }

    [Test]
    public void A_line_that_was_deleted_stops_the_build()
    {
        House house = MakeHouse();
        string file = Path.Combine(house.Text, "services", "demo.jsonl");
        File.WriteAllLines(file, File.ReadAllLines(file)[..^1]);

        MessageOf(() => Commands.Build(house, TextWriter.Null)).Should().Contain("Actions = 1").And.Contain("Actions = 2");
    }

    [Test]
    public void Data_with_less_in_it_is_imported_only_on_request()
    {
        House house = MakeHouse();
        string smaller = MakePackage("smaller");
        File.WriteAllText(
            Path.Combine(smaller, ActionsFile),
            """{"listthings":{"name":"ListThings","accessLevel":"List","resourceTypes":[],"conditionKeys":[],"dependentActions":[]}}""");
        var log = new StringWriter();

        MessageOf(() => Commands.Import(house, smaller, smaller, acceptLoss: false, log)).Should().Contain("--accept-loss");
        log.ToString().Should().Contain("actions: 2 before, 1 now");
        CatalogText.Read(house.Text).Services.Single().Actions.Should().HaveCount(2);
        Commands.Import(house, smaller, smaller, acceptLoss: true, log).Should().Be(0);
        CatalogText.Read(house.Text).Services.Single().Actions.Should().HaveCount(1);
    }

    [TestCase("aws:RequestTag/${TagKey}", "aws:RequestTag/${TagKey}")]
    [TestCase("aws:RequestTag/tag-key", "aws:RequestTag/${TagKey}")]
    [TestCase("glacier:ResourceTag/", "glacier:ResourceTag/${TagKey}")]
    [TestCase("s3:ExistingObjectTag/<key>", "s3:ExistingObjectTag/${key}")]
    [TestCase("codebuild:a/${b}.c", "codebuild:a/${b}.c")]
    [TestCase("s3:a/{b}", null)]
    [TestCase("s3:a/<b", null)]
    [TestCase("s3:a b", null)]
    [TestCase("nocolon", null)]
    [TestCase("s3:", null)]
    public void Notations_of_open_parts_become_one(string key, string? normal) => Words.NormaliseKey(key).Should().Be(normal);

    [TestCase("Tagging, Write", AccessLevel.Tagging)]
    [TestCase("Permissions management, Write", AccessLevel.PermissionsManagement)]
    [TestCase("Write", AccessLevel.Write)]
    public void Combined_levels_are_read_as_the_narrower_one(string word, AccessLevel level)
    {
        Words.TryReadPackageLevel(word, out AccessLevel read).Should().BeTrue();
        read.Should().Be(level);
    }

    private static string MessageOf(Action action) =>
        FluentActions.Invoking(action).Should().Throw<CatalogSourceException>().Which.Message;

    private static void Replace(string file, string known, string unknown)
    {
        string text = File.ReadAllText(file);
        text.Should().Contain(known);
        File.WriteAllText(file, text.Replace(known, unknown, StringComparison.Ordinal));
    }

    private static void Import(House house, string package) =>
        Commands.Import(house, package, package, acceptLoss: true, TextWriter.Null);

    /// <summary>A repository with the text of one small service and one line in each file of the overlay.</summary>
    private House MakeHouse()
    {
        var house = new House(Path.Combine(_folder, "house"));
        Directory.CreateDirectory(house.Overlay);
        Directory.CreateDirectory(Path.GetDirectoryName(house.Blob)!);
        string package = MakePackage("package");
        Import(house, package);
        Write("gaps", """{"of":"demo","action":"NewThing","level":"Write","on":["thing?"],"why":"w","source":"s"}""");
        Write("risks", """{"action":"demo:GetThing","risk":"Session","why":"w","source":"s"}""");
        Write("prefixes", """{"prefix":"client","kind":"sdk-client","use":"demo","note":"n","why":"w","source":"s"}""");
        Write("operations", """{"operation":"demo:ReadThing","action":"demo:GetThing","why":"w","source":"s"}""");
        Write("partitions", """{"partition":"aws","why":"w","source":"s"}""");
        return house;

        void Write(string name, string line) => File.WriteAllText(Path.Combine(house.Overlay, name + ".jsonl"), line + "\n");
    }

    /// <summary>The npm package in small: one service, two actions.</summary>
    private string MakePackage(string name)
    {
        string folder = Path.Combine(_folder, name);
        Write("package.json", """{"name":"demo-data","version":"1","updatedAt":"2026-01-02T03:04:05Z"}""");
        Write("data/services.json", """["demo"]""");
        Write("data/serviceNames.json", """{"demo":"Demo"}""");
        Write("data/rcpSupportedServices.json", "[]");
        Write("data/unassociatedConditions.json", """{"saml":["demo"]}""");
        Write("data/conditionKeys/demo.json", """
            {"demo:tag/":{"key":"demo:Tag/","type":"String"},
            "demo:x/<key>":{"key":"demo:x/<Key>","type":"ArrayOfString"}}
            """);
        Write("data/resourceTypes/demo.json", """{"thing":{"key":"thing","arn":"arn:${Partition}:demo:${Region}:${Account}:thing/${Name}"}}""");
        Write(ActionsFile, """
            {"getthing":{"name":"GetThing","accessLevel":"Read","resourceTypes":[{"name":"thing","required":false,"conditionKeys":[],"dependentActions":["demo:ListThings"]},{"name":"thing","required":true,"conditionKeys":[],"dependentActions":[]}],"conditionKeys":["demo:Tag/","demo:x/<Key>"],"dependentActions":[]},
            "listthings":{"name":"ListThings","accessLevel":"List","resourceTypes":[],"conditionKeys":[],"dependentActions":[],"isPermissionOnly":true}}
            """);
        Write("dist/esm/globalConditionKeys.js", "key: 'aws:Secure',\n category: 'x',\n type: 'Bool'\n");
        return folder;

        void Write(string file, string text)
        {
            string path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
