using PolicyLint.Catalog;
using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Access;

/// <summary>Which operations a guardrail is asked of: the rules on each action of SageMaker, against a table made by hand from the API.</summary>
public sealed class GuardrailCoverageTests
{
    private static readonly Dictionary<string, Rule> RulesByColumn = new()
    {
        ["VpcConfig/VpcSubnets"] = new CreateWithoutVpc(),
        ["NetworkIsolation"] = new CreateWithoutNetworkIsolation(),
        ["InterContainerEnc"] = new CreateWithoutIntercontainerEncryption(),
        ["InstanceTypes"] = new InstanceTypesUnbounded(),
    };

    // CreateJob is younger than the table.
    [TestCase("VpcConfig/VpcSubnets", "CreateJob")]
    [TestCase("NetworkIsolation")]
    [TestCase("InterContainerEnc")]
    [TestCase("InstanceTypes")]
    public void A_guardrail_is_asked_of_the_operations_that_have_its_key(string column, params string[] newer)
    {
        string[][] table = [.. File.ReadLines(Repository.SharedPathOf("reference", "guardrail-coverage.tsv")).Select(line => line.Split('\t'))];
        int index = Array.IndexOf(table[0], column);
        IEnumerable<string> expected = table.Skip(1).Where(row => row[index] is "api+key" or "key-only").Select(row => row[0]).Concat(newer);

        AskedBy(RulesByColumn[column]).Should().BeEquivalentTo(expected);
    }

    [Test]
    public void An_encryption_key_is_never_asked_of_an_operation_without_a_condition_key_for_it()
    {
        string[] withoutKey = ["CreateCluster", "CreateModelPackage", "CreateCompilationJob", "CreateOptimizationJob", "CreateModelCard", "CreateAlgorithm"];
        AskedBy(new CreateWithoutKms()).Should().NotIntersectWith(withoutKey).And.Contain("CreateTransformJob").And.HaveCount(17);
    }

    private static List<string> AskedBy(Rule rule)
    {
        var linter = new PolicyLinter([rule], new LintOptions { Profile = RuleProfile.Hardened });
        ServiceCatalog.Default.TryGetService("sagemaker", out CatalogService sageMaker).Should().BeTrue();
        return [.. sageMaker.Actions.Select(action => action.Name).Where(name => !linter.Lint(Allow(name), PolicyType.Identity).Findings.IsEmpty)];
    }

    private static string Allow(string name) =>
        $$"""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "sagemaker:{{name}}", "Resource": "*" } }""";
}
