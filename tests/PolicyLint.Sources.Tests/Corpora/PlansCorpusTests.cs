using PolicyLint.Sources.Accounts;
using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Pulumi;
using PolicyLint.Sources.Terraform;
using PolicyLint.TestKit;

namespace PolicyLint.Sources.Tests.Corpora;

/// <summary>Real plans, stacks and dumps: what the readers find is what a plain walk finds, and each difference has a reason.</summary>
public sealed class PlansCorpusTests
{
    [Test]
    public void Every_policy_of_a_Terraform_plan_is_found_once_as_it_will_be()
    {
        int count = 0;
        foreach (string path in Files("terraform-plans"))
        {
            SourceText file = Load(path);
            string[] found = [.. TerraformReader.Read(file).Policies.Where(static policy => !IsPutTogether(policy)).Select(FormOf)];
            List<Found> walked = PlainWalk.In(file.Bytes.ToArray());

            string[] willBe = FormsAt(walked, "/resource_changes/#/change/after/");
            string[] planned = FormsAt(walked, "/planned_values/");
            IEnumerable<string> readBefore = walked.Where(static one => one.Path.StartsWith("/prior_state/", StringComparison.Ordinal) && one.Path.Contains("/data/", StringComparison.Ordinal)).Select(static one => one.Form);
            IEnumerable<string> expected = (willBe.Length > 0 ? willBe : planned).Concat(readBefore.Distinct().Except(willBe));
            found.Order(StringComparer.Ordinal).Should().Equal(expected.Order(StringComparer.Ordinal), path);

            // What is in the file and is not found will be gone.
            walked.Where(one => !found.Contains(one.Form) && !one.Path.Contains("/before/", StringComparison.Ordinal) && !one.Path.StartsWith("/resource_drift/", StringComparison.Ordinal))
                .Should().BeEmpty(path);
            count += found.Length;
        }

        count.Should().BePositive();
        TestContext.Out.WriteLine($"{count} policies");
    }

    [TestCase("terraform-plans", SourceKind.Terraform)]
    [TestCase("terraform-plans-without-iam", SourceKind.Terraform)]
    [TestCase("pulumi", SourceKind.Pulumi)]
    [TestCase("account-dumps", SourceKind.AccountDump)]
    public void Every_file_is_known_for_what_it_is(string folder, SourceKind kind) =>
        Files(folder).Where(path => PolicySources.Detect(Load(path)) != kind).Should().BeEmpty();

    [Test]
    public void A_plan_without_policies_gives_nothing()
    {
        foreach (string path in Files("terraform-plans-without-iam"))
        {
            SourceReading reading = TerraformReader.Read(Load(path));

            reading.Policies.Should().BeEmpty(path);
            reading.Problems.Should().BeEmpty(path);
            reading.Gaps.Should().BeEmpty(path);
        }
    }

    [Test]
    public void Every_policy_of_a_Pulumi_stack_is_found_once()
    {
        int count = 0;
        foreach (string path in Files("pulumi"))
        {
            SourceText file = Load(path);
            string[] found = FormsOf(PulumiReader.Read(file));
            List<Found> walked = PlainWalk.In(file.Bytes.ToArray());

            string[] given = FormsAt(walked, "/deployment/resources/#/inputs/");
            string[] madeByAws = [.. FormsAt(walked, "/deployment/resources/#/outputs/").Except(given)];
            found.Order(StringComparer.Ordinal).Should().Equal(given.Concat(madeByAws).Order(StringComparer.Ordinal), path);
            count += found.Length;
        }

        count.Should().BePositive();
        TestContext.Out.WriteLine($"{count} policies");
    }

    [Test]
    public void Every_policy_of_an_account_is_found_once()
    {
        int count = 0;
        foreach (string path in Files("account-dumps"))
        {
            SourceText file = Load(path);
            SourceReading reading = AccountDumpReader.Read(file);
            string[] found = FormsOf(reading);
            List<Found> walked = PlainWalk.In(file.Bytes.ToArray());

            // A profile of instances repeats its role; a version that is not in force is named, and no more.
            List<string> left = [.. walked.Where(static one => !one.Path.Contains("/InstanceProfileList/", StringComparison.Ordinal)).Select(static one => one.Form)];
            found.Should().OnlyContain(form => left.Remove(form), path);
            left.Should().HaveCount(reading.Gaps.Count(static gap => gap.Reason.StartsWith("not in force", StringComparison.Ordinal)), path);
            count += found.Length;
        }

        count.Should().BePositive();
        TestContext.Out.WriteLine($"{count} policies");
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Repository.SharedPathOf("corpora", folder), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static SourceText Load(string path) => SourceText.From(File.ReadAllBytes(path), Path.GetFileName(path));

    // What is in the file only as blocks that Terraform makes a document of later: a list.
    internal static bool IsPutTogether(HostedPolicy policy) =>
        policy.Text.Origin is { } origin && origin.File.GetText(origin.Locate(new TextSpan(0, policy.Text.Bytes.Length))).StartsWith('[');

    private static string FormOf(HostedPolicy policy) => CanonicalPolicy.Of(policy.Text.Bytes);

    private static string[] FormsOf(SourceReading reading) => [.. reading.Policies.Select(FormOf)];

    private static string[] FormsAt(List<Found> walked, string start, string end = "") =>
        [.. walked.Where(one => one.Path.StartsWith(start, StringComparison.Ordinal) && one.Path.EndsWith(end, StringComparison.Ordinal)).Select(one => one.Form)];
}
