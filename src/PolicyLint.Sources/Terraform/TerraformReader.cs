using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Terraform;

/// <summary>
/// Finds the policies in what <c>terraform show -json</c> writes of a plan or a state, and in a state file. Of a plan, they are
/// those that will be there after apply. See
/// <see href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output format</see>.
/// </summary>
public static class TerraformReader
{
    /// <summary>Reads a plan or a state. Never throws on any content.</summary>
    /// <param name="file">The file.</param>
    public static SourceReading Read(SourceText file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file = Utf8File.Of(file);
        if (JsonTree.Read(file, out SourceProblem? problem) is not { } root)
            return new SourceReading(SourceKind.Terraform, [], [], [problem!]);

        var reading = new TerraformReading(Redaction.Without(file, SensitiveValues.In(root)), root);
        return new SourceReading(SourceKind.Terraform, reading.ReadPolicies(), reading.Gaps, []);
    }
}

/// <summary>The reading of one file.</summary>
internal sealed class TerraformReading(SourceText file, HostNode root)
{
    private readonly TerraformConfiguration _configuration = new(root);
    private readonly HashSet<string> _attached = new(StringComparer.Ordinal);
    private readonly List<NotEvaluated> _gaps = [];

    /// <summary>What is not known, as far as the policies were read.</summary>
    public IReadOnlyList<NotEvaluated> Gaps => _gaps;

    /// <summary>
    /// The policies. Documents of data sources come last, and only those that nothing is attached to: most are the policy of some
    /// resource, which has been read.
    /// </summary>
    public IEnumerable<HostedPolicy> ReadPolicies()
    {
        _gaps.Clear();
        _attached.Clear();
        List<TerraformDocument> ingredients = [];
        foreach (TerraformDocument document in TerraformResources.In(root).SelectMany(static resource => resource.Documents))
        {
            if (document.IsIngredient)
                ingredients.Add(document);
            else if (Read(document) is { } policy && Note(policy))
                yield return policy;
        }

        foreach (TerraformDocument document in ingredients)
        {
            if (Read(document) is { } policy && _attached.Add(CanonicalPolicy.Of(policy.Text.Bytes)))
                yield return policy;
        }
    }

    // Two resources may have the same policy; each is told.
    private bool Note(HostedPolicy policy)
    {
        _attached.Add(CanonicalPolicy.Of(policy.Text.Bytes));
        return true;
    }

    private HostedPolicy? Read(TerraformDocument document)
    {
        if (!document.IsOfIam || IsOfAws(document.Resource))
            return null;

        MarkedValue value = document.Value;
        if (TerraformDocuments.NotOfIam.Contains(document.Resource.Type))
        {
            AddGap(document, value.Value!, $"a policy of {document.Resource.Type} is not one that IAM evaluates");
        }
        else if (value.IsUnknown)
        {
            if (document.IsIngredient && StatementBlocks.TextOf(file, document.Resource.Values, document.Address) is { } put)
                return ToPolicy(document, put);

            if (document.IsIngredient || _configuration.MayGive(document.Resource, document.Path))
                AddGap(document, value.Unknown!, "the policy is known only after apply");
        }
        else if (value is { IsSensitive: true, Value: not (null or HostScalar { IsNull: true }) })
        {
            AddGap(document, value.Value, "the policy is marked as sensitive, so that it is not shown and not checked");
        }
        else if (value.Value is HostScalar { IsString: true } text)
        {
            return DocumentText.IsBlank(text) ? null : ToPolicy(document, DocumentText.OfString(file, text, document.Address));
        }
        else if (value.Value is HostMapping { Entries.Count: > 0 } part)
        {
            return ToPolicy(document, DocumentText.OfPart(file, part, document.Address));
        }

        return null;
    }

    private static HostedPolicy ToPolicy(TerraformDocument document, SourceText text) =>
        new(text, document.Type, document.Type == document.Attribute?.Type ? document.Attribute?.AttachedTo : null);

    private void AddGap(TerraformDocument document, HostNode place, string reason) =>
        _gaps.Add(new NotEvaluated(file, place.Span, "", reason, document.Address));

    // A look at one of AWS's own policies, which nobody here can change.
    private static bool IsOfAws(TerraformResource resource) =>
        resource is { IsData: true, Type: "aws_iam_policy" } && resource.Values["arn"].Value?.Text is { } arn && arn.Contains(":iam::aws:", StringComparison.Ordinal);
}
