using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Pulumi;

/// <summary>
/// Finds the policies in what <c>pulumi preview --json</c> and <c>pulumi stack export</c> write. Secrets are never shown, whether
/// the file has them in the clear or not.
/// </summary>
public static class PulumiReader
{
    /// <summary>Reads a preview or a stack. Never throws on any content.</summary>
    /// <param name="file">The file.</param>
    public static SourceReading Read(SourceText file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file = Utf8File.Of(file);
        if (JsonTree.Read(file, out SourceProblem? problem) is not { } root)
            return new SourceReading(SourceKind.Pulumi, [], [], [problem!]);

        var reading = new PulumiReading(Redaction.Without(file, PulumiValue.SecretsIn(root)), root);
        return new SourceReading(SourceKind.Pulumi, reading.ReadPolicies(), reading.Gaps, []);
    }
}

/// <summary>The reading of one file.</summary>
internal sealed class PulumiReading(SourceText file, HostNode root)
{
    private readonly List<NotEvaluated> _gaps = [];

    /// <summary>What is not known, as far as the policies were read.</summary>
    public IReadOnlyList<NotEvaluated> Gaps => _gaps;

    /// <summary>The policies.</summary>
    public IEnumerable<HostedPolicy> ReadPolicies()
    {
        _gaps.Clear();
        foreach (PulumiDocument document in PulumiResource.In(root).SelectMany(static resource => resource.Documents))
        {
            if (document.IsOfIam && TextOf(document) is { } text)
                yield return new HostedPolicy(text, document.Type, document.Type == document.Attribute?.Type ? document.Attribute?.AttachedTo : null);
        }
    }

    private SourceText? TextOf(PulumiDocument document)
    {
        HostNode node = document.Node;
        if (PulumiDocuments.IsNotOfIam(document.Resource.Type))
            AddGap(document, node, $"a policy of {document.Resource.Type} is not one that IAM evaluates");
        else if (PulumiValue.IsUnknown(node))
            AddGap(document, node, "the policy is not known before the update");
        else if (PulumiValue.IsSecret(node))
            AddGap(document, node, "the policy is a secret, so that it is not shown and not checked");
        else if (node is HostScalar { IsString: true } text)
            return DocumentText.IsBlank(text) ? null : TextOf(text, document.Address);
        else if (node is HostMapping { Entries.Count: > 0 })
            return PulumiValue.HasOpenPart(node) ? Write(document) : DocumentText.OfPart(file, node, document.Address);

        return null;
    }

    private SourceText TextOf(HostScalar text, string address)
    {
        ScalarPlaces? places = ScalarPlaces.Of(file, text);
        List<TextPart> parts = [];
        int at = 0;
        while (PulumiValue.IndexOfUnknown(text.Value, at, out int length) is var index and >= 0)
        {
            TextSpan place = places is null ? text.Span : TextSpan.FromBounds(places.Starts[index], places.Ends[index + length - 1]);
            parts.Add(new TextPart(text.Value[at..index], text.Span, text, at));
            parts.Add(new TextPart(PolicyString.Unknown.ToString(), place));
            at = index + length;
        }

        parts.Add(new TextPart(text.Value[at..], text.Span, text, at));
        return PlacedText.OfJson(file, new HostScalar(text.Span, text.Value, ScalarStyle.Computed) { Parts = parts }).ToPolicy(file, address);
    }

    private SourceText Write(PulumiDocument document)
    {
        var writer = new HostedPolicyWriter(file);
        Write(document, document.Node, writer);
        return writer.ToText(document.Address);
    }

    private void Write(PulumiDocument document, HostNode node, HostedPolicyWriter writer)
    {
        node = PulumiValue.Unwrap(node);
        if (PulumiValue.IsSecret(node))
        {
            AddGap(document, node, "a part of the policy is a secret, so that it is not shown and not checked");
            writer.String(PolicyString.Unknown.ToString(), node.Span);
        }
        else if (PulumiValue.IsUnknown(node))
        {
            writer.String(PolicyString.Unknown.ToString(), node.Span);
        }
        else if (node is HostMapping map)
        {
            writer.StartObject(node.Opening);
            foreach (HostMember member in map.Entries)
            {
                writer.Name(member.Name, member.Key.Span);
                Write(document, member.Value, writer);
            }

            writer.EndObject(node.Closing);
        }
        else if (node is HostSequence list)
        {
            writer.StartArray(node.Opening);
            foreach (HostNode item in list.Values)
                Write(document, item, writer);

            writer.EndArray(node.Closing);
        }
        else if (node.Text is { } text)
        {
            writer.String(WithoutUnknown(text), node.Span);
        }
        else
        {
            writer.Write(node);
        }
    }

    private static string WithoutUnknown(string text)
    {
        while (PulumiValue.IndexOfUnknown(text, 0, out int length) is var index and >= 0)
            text = $"{text[..index]}{PolicyString.Unknown}{text[(index + length)..]}";

        return text;
    }

    private void AddGap(PulumiDocument document, HostNode place, string reason) =>
        _gaps.Add(new NotEvaluated(file, place.Span, "", reason, document.Address));
}
