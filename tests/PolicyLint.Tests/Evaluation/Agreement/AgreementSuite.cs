using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Evaluation.Agreement;

/// <summary>What another project expects of one case, and what the evaluator says.</summary>
/// <param name="Name">The case's name in its project.</param>
/// <param name="Expected">What is expected.</param>
/// <param name="Actual">What the evaluator says; null for a case that the record does not tell enough about.</param>
internal sealed record AgreementCase(string Name, string Expected, string? Actual)
{
    public bool Agrees => Expected == Actual;
}

/// <summary>The test cases of another project, read from where they lie beside the checkout.</summary>
internal static class AgreementSuite
{
    public static IEnumerable<AgreementCase> Read(string file) => file switch
    {
        "iam-simulate-core" => Cases(file).Select(IamSimulateCases.OfCore),
        "iam-simulate-integration" => Cases(file).Select(IamSimulateCases.OfIntegration),
        "iam-simulate-operators" => Cases(file).Select(IamSimulateFunctionCases.OfOperator),
        "iam-simulate-functions" => Cases(file).Select(IamSimulateFunctionCases.OfFunction),
        "pmapper" => Cases(file).Select(PMapperCases.Of),
        "iamspy" => Cases(file).Select(IamSpyCases.Of),
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    };

    public static string NameOf(JsonNode test) => (string)test["source"]!;

    /// <summary>The values of a node that is one text or a list of texts.</summary>
    public static string[] Texts(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list.Select(Word)],
        _ => [Word(node)],
    };

    /// <summary>A string as it is, a Boolean or a number as written.</summary>
    public static string Word(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? (string)node! : node?.ToJsonString() ?? "";

    /// <summary>A policy that lies in the data as an object, or as the text of one.</summary>
    public static PolicyDocument? Policy(JsonNode? node, PolicyType type) => node switch
    {
        null => null,
        _ when node.GetValueKind() == JsonValueKind.String => PolicyDocument.Parse((string)node!, type),
        _ => PolicyDocument.Parse(node.ToJsonString(), type),
    };

    private static IEnumerable<JsonNode> Cases(string file)
    {
        string path = Repository.SharedPathOf("corpora", "expect", $"{file}.json");
        return JsonNode.Parse(File.ReadAllText(path))!.AsArray().Select(test => test!);
    }
}
