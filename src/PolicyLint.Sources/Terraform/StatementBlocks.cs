using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Terraform;

/// <summary>
/// A document of <c>aws_iam_policy_document</c> that Terraform puts together during apply, because something in it is not known
/// before. Its blocks stand in the plan, so that only that something is open. See
/// <see href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document">the data source</see>.
/// </summary>
internal static class StatementBlocks
{
    // Documents that blocks are added to, or that replace some.
    private static readonly string[] Others = ["source_json", "override_json", "source_policy_documents", "override_policy_documents"];

    /// <summary>The document; null where it is made of more than its blocks, or some of these are not known or sensitive.</summary>
    public static SourceText? TextOf(SourceText file, MarkedValue values, string address)
    {
        MarkedValue statements = values["statement"];
        if (statements.Value is not HostSequence { Values.Count: > 0 } list || HasMark(statements.Sensitive)
            || statements.Items.Any(static item => item.IsUnknown || item.Value is not HostMapping)
            || Others.Any(name => values[name] is { IsUnknown: true } or { Value: HostScalar { IsNull: false } or HostSequence { Values.Count: > 0 } }))
            return null;

        var writer = new HostedPolicyWriter(file);
        var blocks = new BlockWriter(writer);
        writer.StartObject(list.Opening);
        writer.Name("Version", list.Opening);
        writer.String(values["version"].Value?.Text ?? "2012-10-17", values["version"].Value?.Span ?? list.Opening);
        writer.Name("Statement", list.Opening);
        writer.StartArray(list.Opening);
        foreach (MarkedValue statement in statements.Items)
            blocks.WriteStatement(statement);

        writer.EndArray(list.Closing);
        writer.EndObject(list.Closing);
        return writer.ToText(address);
    }

    private static bool HasMark(HostNode? mark) =>
        MarkedValue.IsTrue(mark) || (mark is not null && (mark.Items.Any(HasMark) || mark.Members.Any(static member => HasMark(member.Value))));
}

/// <summary>Writes blocks as the elements that they become.</summary>
internal sealed class BlockWriter(HostedPolicyWriter writer)
{
    private static readonly (string Attribute, string Element)[] Lists =
    [
        ("actions", "Action"), ("not_actions", "NotAction"), ("resources", "Resource"), ("not_resources", "NotResource"),
    ];

    /// <summary>Writes a statement.</summary>
    public void WriteStatement(MarkedValue statement)
    {
        HostNode block = statement.Value!;
        writer.StartObject(block.Opening);
        if (statement["sid"].Value?.Text is { Length: > 0 })
        {
            writer.Name("Sid", PlaceOfName(block, "sid"));
            Write(statement["sid"]);
        }

        writer.Name("Effect", PlaceOfName(block, "effect"));
        if (statement["effect"] is { Value.Text: not null } or { IsUnknown: true })
            Write(statement["effect"]);
        else
            writer.String("Allow", PlaceOfName(block, "effect"));

        WritePrincipals("Principal", block, statement, "principals");
        WritePrincipals("NotPrincipal", block, statement, "not_principals");
        foreach (var (attribute, element) in Lists)
        {
            MarkedValue list = statement[attribute];
            if (list.IsUnknown || list.Items.Any())
            {
                writer.Name(element, PlaceOfName(block, attribute));
                WriteList([list]);
            }
        }

        WriteConditions(block, statement["condition"]);
        writer.EndObject(block.Closing);
    }

    private void WritePrincipals(string element, HostNode block, MarkedValue statement, string attribute)
    {
        MarkedValue principals = statement[attribute];
        if (!principals.IsUnknown && !principals.Items.Any())
            return;

        writer.Name(element, PlaceOfName(block, attribute));
        if (principals.IsUnknown || principals.Items.Any(static item => item["type"] is { Value.Text: null } or { IsUnknown: true }))
        {
            writer.String(PolicyString.Unknown.ToString(), PlaceOfName(block, attribute));
            return;
        }

        if (principals.Items.FirstOrDefault(static item => item["type"].Value?.Text == "*") is { Value: not null } everybody)
        {
            writer.String("*", everybody["type"].Value!.Span);
            return;
        }

        writer.StartObject(principals.Value!.Opening);
        foreach (var ofType in principals.Items.GroupBy(static item => item["type"].Value!.Text!, StringComparer.Ordinal))
        {
            writer.Name(ofType.Key, ofType.First()["type"].Value!.Span);
            WriteList([.. ofType.Select(static item => item["identifiers"])]);
        }

        writer.EndObject(principals.Value!.Closing);
    }

    // A block has an operator, a key and values; blocks of one operator are one object, those of one key too are one list.
    private void WriteConditions(HostNode block, MarkedValue conditions)
    {
        if (!conditions.Items.Any(static item => item["test"].Value?.Text is not null))
            return;

        writer.Name("Condition", PlaceOfName(block, "condition"));
        writer.StartObject(conditions.Value!.Opening);
        foreach (var ofOperator in conditions.Items.GroupBy(static item => item["test"].Value?.Text ?? PolicyString.Unknown.ToString(), StringComparer.Ordinal))
        {
            HostNode first = ofOperator.First().Value!;
            writer.Name(ofOperator.Key, ofOperator.First()["test"].Value?.Span ?? first.Opening);
            writer.StartObject(first.Opening);
            foreach (var ofKey in ofOperator.GroupBy(static item => item["variable"].Value?.Text ?? PolicyString.Unknown.ToString(), StringComparer.Ordinal))
            {
                writer.Name(ofKey.Key, ofKey.First()["variable"].Value?.Span ?? first.Opening);
                WriteList([.. ofKey.Select(static item => item["values"])]);
            }

            writer.EndObject(first.Closing);
        }

        writer.EndObject(conditions.Value!.Closing);
    }

    private void WriteList(MarkedValue[] lists)
    {
        HostNode place = (lists[0].Value ?? lists[0].Unknown)!;
        writer.StartArray(place.Opening);
        foreach (MarkedValue list in lists)
        {
            if (list.IsUnknown)
                Write(list);

            foreach (MarkedValue item in list.IsUnknown ? [] : list.Items)
                Write(item);
        }

        writer.EndArray(place.Closing);
    }

    // Terraform's own variables begin with "${", so those of IAM are written with "&{".
    private void Write(MarkedValue value)
    {
        if (!value.IsUnknown && value.Value is HostScalar { IsNull: false } scalar)
            writer.String(scalar.Value.Replace("&{", "${", StringComparison.Ordinal), scalar.Span);
        else
            writer.String(PolicyString.Unknown.ToString(), (value.Value ?? value.Unknown)!.Span);
    }

    private static TextSpan PlaceOfName(HostNode block, string name) => (block as HostMapping)?.Find(name)?.Key.Span ?? block.Opening;
}
