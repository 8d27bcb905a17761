using PolicyLint.Catalog;
using PolicyLint.CatalogBuilder;

namespace PolicyLint.Cli.Tests;

/// <summary>Newer catalogues: made, told about, used.</summary>
public sealed class CatalogCommandTests
{
    private const string Service = """
        {
          "Name": "sqs",
          "Version": "v1.3",
          "Actions": [
            { "Name": "SendMessage", "Annotations": { "Properties": { "IsWrite": true } }, "Resources": [{ "Name": "queue" }] },
            { "Name": "PeekAtMessage", "Annotations": { "Properties": { "IsWrite": false } }, "Resources": [{ "Name": "queue" }] }
          ],
          "ConditionKeys": [],
          "Resources": [{ "Name": "queue", "ARNFormats": ["arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"] }]
        }
        """;

    private const string Peek =
        """{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "sqs:PeekAtMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:jobs" } ] }""";

    // A letter is missing: an error, for the right name is near.
    private const string Misspelt =
        """{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "sagemaker:DescribeEndpont", "Resource": "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn" } ] }""";

    private static readonly FixedDay SameDay = new(2026, 9, 26);
    private static readonly FixedDay SixtyDaysLater = new(2026, 11, 25);
    private static readonly FixedDay SixtyOneDaysLater = new(2026, 11, 26);

    private static readonly Lazy<byte[]> Blob = new(MakeBlob);

    [Test]
    public void A_catalogue_is_built_from_a_folder_and_said_to_be()
    {
        using Folder folder = new Folder().With("reference/sqs.json", Service);

        CliCall call = CliCall.Inside(folder, "catalog", "build", "--from", "reference", "--date", "2026-11-20", "--accept-loss");

        call.ExitCode.Should().Be(0, call.Error);
        call.Output.Should().BeEmpty();
        call.Error.Should().StartWith("policylint: policylint-catalog.bin is written: 1 services, 2 actions, from AWS service reference, data of 2026-11-20\n");
        ServiceCatalog.Load(File.ReadAllBytes(folder["policylint-catalog.bin"])).ServiceCount.Should().Be(1);
    }

    [Test]
    public void A_word_that_is_not_known_is_exit_2_with_its_place_and_nothing_is_written()
    {
        using Folder folder = new Folder().With("reference/sqs.json", Service.Replace("IsWrite\": false", "IsNew\": true", StringComparison.Ordinal));

        CliCall call = CliCall.Inside(folder, "catalog", "build", "--from", "reference", "--date", "2026-11-20", "--accept-loss");

        call.ExitCode.Should().Be(2);
        call.Error.Should().EndWith("sqs.json:6: unknown property \"IsNew\" of PeekAtMessage\n");
        File.Exists(folder["policylint-catalog.bin"]).Should().BeFalse();
    }

    [Test]
    public void A_day_that_is_none_is_a_wrong_call()
    {
        using var folder = new Folder();

        CliCall call = CliCall.Inside(folder, "catalog", "build", "--from", ".", "--date", "yesterday");

        call.ExitCode.Should().Be(2);
        call.Error.Should().Contain("--date: 'yesterday' is no day, such as 2026-11-20");
    }

    [Test]
    public void Info_tells_day_and_counts()
    {
        using Folder folder = new();

        CliCall call = CliCall.Inside(folder, "", ["catalog", "info"], time: SixtyDaysLater);

        call.ExitCode.Should().Be(0);
        call.Output.Should().StartWith("date            2026-09-26, 60 days ago\nservices        456\nactions         22,");
        call.Error.Should().BeEmpty();
    }

    [Test]
    public void Info_says_that_a_catalogue_is_old()
    {
        using Folder folder = new();

        CliCall.Inside(folder, "", ["catalog", "info"], time: SixtyOneDaysLater).Error.Should().StartWith("policylint: it is older than 60 days");
    }

    [Test]
    public void Info_of_a_file_is_about_the_file()
    {
        using Folder folder = new Folder().With("aws.bin", Blob.Value);

        CliCall.Inside(folder, "", ["catalog", "info", "aws.bin"], time: new FixedDay(2026, 11, 21)).Output
            .Should().StartWith("date            2026-11-20, yesterday\nservices        1\nactions         2\n");
    }

    [Test]
    public void Diff_of_a_catalogue_with_itself_is_empty()
    {
        using Folder folder = new Folder().With("aws.bin", Blob.Value);

        CliCall call = CliCall.Inside(folder, "catalog", "diff", "aws.bin", "aws.bin");

        call.ExitCode.Should().Be(0);
        call.Output.Should().BeEmpty();
        call.Error.Should().Be("policylint: from catalogue of 2026-11-20 to catalogue of 2026-11-20: 0 added, 0 removed, 0 changed\n");
    }

    [Test]
    public void Diff_tells_what_is_new_what_is_gone_and_what_is_other()
    {
        using Folder folder = new Folder().With("aws.bin", Blob.Value).With("reference/sqs.json", Service
            .Replace("PeekAtMessage", "GlanceAtMessage", StringComparison.Ordinal)
            .Replace("\"IsWrite\": true", "\"IsPermissionManagement\": true", StringComparison.Ordinal));
        CliCall.Inside(folder, "catalog", "build", "--from", "reference", "--date", "2026-11-21", "--accept-loss", "--output", "new.bin").ExitCode.Should().Be(0);

        CliCall call = CliCall.Inside(folder, "catalog", "diff", "aws.bin", "new.bin");

        call.ExitCode.Should().Be(1);
        call.Output.Should().Be("""
            + action sqs:GlanceAtMessage  Read on queue?
            - action sqs:PeekAtMessage  Read on queue?
            ~ action sqs:SendMessage  Write on queue -> PermissionsManagement on queue

            """.ReplaceLineEndings("\n"));
        call.Error.Should().EndWith("1 added, 1 removed, 1 changed\n");
    }

    [Test]
    public void Diff_with_the_built_in_one_tells_whole_services()
    {
        using Folder folder = new Folder().With("aws.bin", Blob.Value);

        CliCall call = CliCall.Inside(folder, "catalog", "diff", "built-in", "aws.bin");

        call.ExitCode.Should().Be(1);
        call.Output.Should().Contain("- service sagemaker  Amazon SageMaker\n").And.Contain("+ action sqs:PeekAtMessage  Read on queue?\n");
    }

    [Test]
    public void Check_knows_the_actions_of_the_catalogue_that_it_is_given()
    {
        using Folder folder = new Folder().With("peek.json", Peek).With("aws.bin", Blob.Value);

        CliCall without = CliCall.Inside(folder, "", ["check", "peek.json"], time: SameDay);
        CliCall with = CliCall.Inside(folder, "", ["check", "--catalog", "aws.bin", "peek.json"], time: SameDay);

        without.ExitCode.Should().Be(1);
        without.Output.Should().Contain("PL2002").And.Contain("(catalogue of 2026-09-26)");
        with.ExitCode.Should().Be(0, with.Output + with.Error);
        with.Output.Should().Contain("(catalogue of 2026-11-20)");
    }

    [Test]
    public void A_configured_catalogue_is_used_by_check_and_by_expand()
    {
        using Folder folder = new Folder()
            .With("iam/peek.json", Peek)
            .With("data/aws.bin", Blob.Value)
            .With("policylint.json", """{ "catalog": "data/aws.bin" }""");

        CliCall check = CliCall.Inside(folder, "", ["check", "iam"], time: SameDay);
        CliCall expand = CliCall.Inside(folder, "expand", "sqs:Peek*");

        check.ExitCode.Should().Be(0, check.Output + check.Error);
        check.Output.Should().Contain("(catalogue of 2026-11-20)");
        expand.Output.Should().Be("sqs:PeekAtMessage  Read\n");
        CliCall.Inside(folder, "config", "show", "iam/peek.json").Output.Should().Contain("data/aws.bin");
    }

    [Test]
    public void Rules_that_a_configuration_declares_may_name_what_its_catalogue_knows()
    {
        using Folder folder = new Folder()
            .With("peek.json", Peek)
            .With("aws.bin", Blob.Value)
            .With("policylint.json", """
                {
                  "catalog": "aws.bin",
                  "customRules": [ { "id": "AC0001", "name": "no-peeking", "message": "Nobody peeks", "actions": ["sqs:PeekAtMessage"] } ],
                }
                """);

        CliCall call = CliCall.Inside(folder, "config", "verify");

        call.ExitCode.Should().Be(0, call.Error);
    }

    [TestCase("../aws.bin")]
    [TestCase("/aws.bin")]
    [TestCase("C:/aws.bin")]
    [TestCase("a/../../aws.bin")]
    public void A_configuration_cannot_name_a_catalogue_outside_of_its_folder(string file)
    {
        using Folder folder = new Folder().With("peek.json", Peek).With("policylint.json", $$"""{ "catalog": "{{file}}" }""");

        CliCall call = CliCall.Inside(folder, "check", "peek.json");

        call.ExitCode.Should().Be(2);
        call.Error.Should().Contain("policylint.json:1:14").And.Contain("is no file in the folder of the configuration or below it");
    }

    [TestCase("check", "--catalog", "bad.bin", "peek.json")]
    [TestCase("expand", "--catalog", "bad.bin", "sqs:*")]
    [TestCase("fix", "--catalog", "bad.bin", "peek.json")]
    [TestCase("emit", "--catalog", "bad.bin", "peek.json")]
    [TestCase("simulate", "--catalog", "bad.bin", "--identity", "peek.json", "--action", "sqs:PeekAtMessage")]
    [TestCase("baseline", "write", "--catalog", "bad.bin", "peek.json")]
    [TestCase("catalog", "info", "bad.bin")]
    [TestCase("catalog", "diff", "built-in", "bad.bin")]
    public void A_damaged_catalogue_is_exit_2(params string[] args)
    {
        byte[] damaged = [.. Blob.Value];
        damaged[^1] ^= 1;
        using Folder folder = new Folder().With("peek.json", Peek).With("bad.bin", damaged);

        CliCall call = CliCall.Inside(folder, args);

        call.ExitCode.Should().Be(2);
        call.Error.Should().Be("policylint: bad.bin: The catalogue is damaged: its checksum does not match its content.\n");
        call.Output.Should().BeEmpty();
    }

    [TestCase("text", "This is not a PolicyLint catalogue.")]
    [TestCase(null, "no such file")]
    public void A_foreign_or_missing_catalogue_is_exit_2(string? content, string problem)
    {
        using Folder folder = new Folder().With("peek.json", Peek);
        if (content is not null)
            folder.With("bad.bin", content);

        CliCall call = CliCall.Inside(folder, "check", "--catalog", "bad.bin", "peek.json");

        call.ExitCode.Should().Be(2);
        call.Error.Should().Be($"policylint: bad.bin: {problem}\n");
    }

    [Test]
    public void A_damaged_catalogue_that_is_configured_is_exit_2()
    {
        using Folder folder = new Folder().With("peek.json", Peek).With("bad.bin", "text").With("policylint.json", """{ "catalog": "bad.bin" }""");

        CliCall call = CliCall.Inside(folder, "check", "peek.json");

        call.ExitCode.Should().Be(2);
        call.Error.Should().Be("policylint: bad.bin: This is not a PolicyLint catalogue.\n");
    }

    [TestCase(2026, 11, 25, "error")]
    [TestCase(2026, 11, 26, "warning")]
    public void What_an_old_catalogue_lacks_is_a_warning(int year, int month, int day, string severity)
    {
        using Folder folder = new Folder().With("misspelt.json", Misspelt);

        CliCall call = CliCall.Inside(folder, "", ["check", "--format", "msbuild", "misspelt.json"], time: new FixedDay(year, month, day));

        call.ExitCode.Should().Be(1);
        call.Output.Should().Contain($"{severity} PL2002").And.Contain("2026-09-26");
    }

    [Test]
    public void A_severity_that_is_configured_holds_however_old_the_catalogue_is()
    {
        using Folder folder = new Folder().With("misspelt.json", Misspelt).With("policylint.json", """{ "severities": { "PL2002": "error" } }""");

        CliCall.Inside(folder, "", ["check", "--format", "msbuild", "misspelt.json"], time: SixtyOneDaysLater).Output.Should().Contain("error PL2002");
    }

    private static byte[] MakeBlob()
    {
        using Folder folder = new Folder().With("sqs.json", Service);
        return FreshCatalog.Build(folder.FullPath, new DateOnly(2026, 11, 20), acceptsLoss: true).Blob;
    }
}
