using System.Text.Json;
using PolicyLint.Fuzz;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Parsing;

/// <summary>Real policies: what AWS took must have no grammar problem.</summary>
public sealed class CorpusTests
{
    [Test]
    public void The_policies_that_AWS_manages_have_no_problem()
    {
        int count = 0;
        foreach (string line in File.ReadLines(Repository.SharedPathOf("corpora", "access-analyzer-recorded", "policies.jsonl")))
        {
            using JsonDocument entry = JsonDocument.Parse(line);
            string text = entry.RootElement.GetProperty("document").GetRawText();
            foreach (PolicyType? type in new PolicyType?[] { null, PolicyType.Identity })
                PolicyDocument.Parse(text, type).Problems.Should().BeEmpty(entry.RootElement.GetProperty("name").GetString());

            count++;
        }

        count.Should().Be(3776);
    }

    // The Sid there has spaces, which IAM refuses; it was published for a VPC endpoint.
    [Test]
    public void Published_SageMaker_policies_have_no_problem_but_one()
    {
        IEnumerable<string> problems = ProblemsOf(Repository.SharedPathOf("corpora", "sagemaker-policies"), type: null);

        problems.Should().Equal("docs-studio-source-vpce.json PL0112 /Statement/0/Sid");
    }

    [Test]
    public void Published_service_control_policies_have_no_problem() =>
        ProblemsOf(Repository.SharedPathOf("corpora", "resource-policies", "scp"), PolicyType.Scp).Should().BeEmpty();

    // Read by hand: the last statement of the shared issuers is an Allow without a resource, in a file of examples to cut.
    [Test]
    public void Published_resource_control_policies_have_no_problem_but_those_of_one_file() =>
        ProblemsOf(Repository.SharedPathOf("corpora", "resource-policies", "rcp"), PolicyType.Rcp)
            .Should().Equal("Shared-Issuers.json PL0107 /Statement/19", "Shared-Issuers.json PL0115 /Statement/19/Effect");

    // The NotPrincipal and the Principals "*" are tests of an evaluation engine; Access Analyzer does not take them in a trust policy.
    [Test]
    public void Role_trust_policies_have_no_problem_but_what_is_empty_and_principals_of_made_up_ones()
    {
        ILookup<string, string> problems = ProblemsOf(Repository.SharedPathOf("corpora", "resource-policies", "trust"), PolicyType.Trust).ToLookup(problem => problem.Split(' ', 2)[1]);

        problems.Select(group => (group.Key, group.Count())).Should().BeEquivalentTo(
        [
            ("PL0117 /Statement/0/Condition", 10),
            ("PL0118 /Statement/0/Sid", 12),
            ("PL0109 /Statement/0/NotPrincipal", 1),
            ("PL0119 /Statement/0/Principal", 13),
            ("PL0119 /Statement/1/Principal", 6),
        ]);
    }

    [TestCase("identity-policies")]
    [TestCase("resource-policies")]
    [TestCase("sagemaker-policies")]
    [TestCase("flawed")]
    public void What_must_hold_of_any_text_holds_of_every_file(string corpus)
    {
        int count = 0;
        foreach (string file in FilesOf(Repository.SharedPathOf("corpora", corpus)))
        {
            Invariants.FirstBroken(File.ReadAllBytes(file), type: null).Should().BeNull(file);
            count++;
        }

        count.Should().BeGreaterThan(100);
    }

    private static IEnumerable<string> ProblemsOf(string folder, PolicyType? type) =>
        from file in FilesOf(folder)
        let document = PolicyDocument.Parse(SourceText.From(File.ReadAllBytes(file), file), type)
        from problem in document.Problems
        select $"{Path.GetFileName(file)} {problem.Rule.Id} {problem.Pointer}";

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".tsv", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
