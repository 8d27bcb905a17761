using System.Text;
using BenchmarkDotNet.Attributes;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Benchmarks;

/// <summary>The parts of a lint, on policies of a role's usual size and of ten times that.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class LintBenchmarks
{
    private SourceText _source = null!;
    private PolicyDocument _document = null!;

    [Params(8, 80)]
    public int Statements { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _source = SourceText.From(Encoding.UTF8.GetBytes(Policies.OfStatements(Statements)));
        _document = PolicyDocument.Parse(_source);
    }

    [Benchmark]
    public PolicyDocument Parse() => PolicyDocument.Parse(_source);

    [Benchmark]
    public LintResult Lint() => PolicyLinter.Default.Lint(_document);
}

/// <summary>What an action pattern costs to expand.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ExpandBenchmarks
{
    [Params("sagemaker:CreateEndpoint", "sagemaker:Describe*", "sagemaker:*Job", "s*:*", "*:Create*")]
    public string Pattern { get; set; } = "";

    [Benchmark]
    public int Expand() => ActionPattern.Parse(Pattern, ServiceCatalog.Default).Actions.Count;
}
