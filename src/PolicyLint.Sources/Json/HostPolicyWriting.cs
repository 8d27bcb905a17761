namespace PolicyLint.Sources.Json;

/// <summary>Writes a policy that stands in the tree of a host file as it is.</summary>
internal static class HostPolicyWriting
{
    /// <summary>Writes a value and what is in it.</summary>
    public static void Write(this HostedPolicyWriter writer, HostNode node)
    {
        TextSpan span = node.Span;
        switch (node)
        {
            case HostMapping map:
                writer.StartObject(map.Opening);
                foreach (HostMember member in map.Entries)
                {
                    writer.Name(member.Name, member.Key.Span);
                    writer.Write(member.Value);
                }

                writer.EndObject(map.Closing);
                break;
            case HostSequence list:
                writer.StartArray(list.Opening);
                foreach (HostNode item in list.Values)
                    writer.Write(item);

                writer.EndArray(list.Closing);
                break;
            case HostScalar { IsNull: true }:
                writer.Literal("null", span);
                break;
            case HostScalar { IsBoolean: true } scalar:
                writer.Literal(scalar.Value is "true" or "True" or "TRUE" ? "true" : "false", span);
                break;
            case HostScalar { Style: ScalarStyle.JsonLiteral } scalar:
                writer.Literal(scalar.Value, span);
                break;
            case HostScalar scalar:
                writer.String(scalar.Value, span);
                break;
        }
    }
}
