using PolicyLint.TestKit;

namespace PolicyLint.Tests.Evaluation.Agreement;

/// <summary>
/// The evaluator against the test cases of other projects. These are evidence and not truth: where one disagrees with AWS's
/// documentation, it stands in the table of docs/evaluation.md.
/// </summary>
public sealed class AgreementTests
{
    private const double LeastShare = 0.99;

    private static readonly string[] Suites =
        ["iam-simulate-core", "iam-simulate-integration", "iam-simulate-operators", "iam-simulate-functions", "pmapper", "iamspy"];

    [TestCaseSource(nameof(Suites))]
    public void The_evaluator_agrees_with_other_projects(string suite)
    {
        AgreementCase[] cases = [.. AgreementSuite.Read(suite)];
        AgreementCase[] told = [.. cases.Where(one => one.Actual is not null)];
        AgreementCase[] disagreements = [.. told.Where(one => !one.Agrees)];
        TestContext.Out.WriteLine($"{suite}: {told.Length - disagreements.Length} of {told.Length} agree; {cases.Length - told.Length} cannot be told from their record");
        foreach (AgreementCase one in disagreements)
            TestContext.Out.WriteLine($"  {one.Name}: expected {one.Expected}, is {one.Actual}");

        told.Should().NotBeEmpty();
        ((double)(told.Length - disagreements.Length) / told.Length).Should().BeGreaterThanOrEqualTo(LeastShare);
    }

    [TestCaseSource(nameof(Suites))]
    public void Every_disagreement_is_explained(string suite)
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "evaluation.md"));

        IEnumerable<string> unexplained = AgreementSuite.Read(suite)
            .Where(one => one.Actual is not null && !one.Agrees)
            .Select(one => one.Name.Split(' ', 2)[1])
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal));

        unexplained.Should().BeEmpty();
    }
}
