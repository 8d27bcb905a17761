using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>
/// Writes a policy of a template with its functions worked out. What is not known goes into the document where the policy language
/// has a string; a statement of which nothing is known is left out and told.
/// </summary>
/// <param name="file">The template.</param>
/// <param name="resolver">Works out functions.</param>
internal sealed class PolicyDocumentWriter(SourceText file, TemplateResolver resolver)
{
    private const int MaxDepth = 64;
    private const string ShortApiResource = "execute-api:/";
    private const string UnknownStatement = "the statement is not known before deployment";

    private static readonly string Unknown = PolicyString.Unknown.ToString();

    private readonly HostedPolicyWriter _writer = new(file);

    /// <summary>
    /// Whether the policy is one of API Gateway, which writes the rest of the ARN of its own API before a short resource. See
    /// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html">examples</see>.
    /// </summary>
    public bool IsOfApi { get; init; }

    /// <summary>Statements that are left out, and why.</summary>
    public List<(TextSpan Place, string Reason)> Gaps { get; } = [];

    /// <summary>Whether there is a statement, or anything else that is wrong and worth telling.</summary>
    public bool HasContent { get; private set; }

    /// <summary>Writes a document.</summary>
    public void WriteDocument(HostMapping document)
    {
        _writer.StartObject(document.Opening);
        foreach (HostMember member in resolver.MembersOf(document))
        {
            if (TemplateFunction.IsName(member.Name))
            {
                Gaps.Add((member.Key.Span, $"{member.Name} is not known before deployment"));
                continue;
            }

            WriteName(member);
            if (IsNamed(member, "Statement"))
                WriteStatements(member.Value);
            else
                WriteValue(member.Value, 1);
        }

        _writer.EndObject(document.Closing);
    }

    /// <summary>Writes statements, and a document around them that their property does not have.</summary>
    public void WriteStatementsOnly(HostNode statements)
    {
        TextSpan start = statements.Opening with { Length = 0 };
        _writer.StartObject(start);
        _writer.Name("Version", start);
        _writer.String("2012-10-17", start);
        _writer.Name("Statement", start);
        WriteStatements(statements);
        _writer.EndObject(statements.Closing with { Length = 0 });
    }

    /// <summary>The text.</summary>
    public SourceText ToText(string address) => _writer.ToText(address);

    private void WriteStatements(HostNode statements)
    {
        if (statements is HostMapping only && TryWriteStatement(only))
            return;

        if (statements is HostMapping || TemplateText.IsUnknown(statements))
        {
            Gaps.Add((statements.Span, "the statements are not known before deployment"));
            _writer.String(Unknown, statements.Span);
            return;
        }

        if (statements is not HostSequence list)
        {
            WriteOther(statements);
            return;
        }

        _writer.StartArray(list.Opening);
        HasContent |= list.Values.Count == 0;
        foreach ((_, HostNode item) in resolver.ItemsOf(list))
        {
            if (TemplateText.IsUnknown(item))
                Gaps.Add((item.Span, UnknownStatement));
            else if (item is not HostMapping statement)
                WriteOther(item);
            else if (!TryWriteStatement(statement))
                Gaps.Add((statement.Span, UnknownStatement));
        }

        _writer.EndArray(list.Closing);
    }

    private void WriteOther(HostNode value)
    {
        HasContent = true;
        WriteValue(value, 1);
    }

    private bool TryWriteStatement(HostMapping statement)
    {
        List<HostMember> members = [.. resolver.MembersOf(statement)];
        if (members.Exists(member => TemplateFunction.IsName(member.Name) || member.Name.Contains(PolicyString.Unknown, StringComparison.Ordinal)))
            return false;

        HasContent = true;
        _writer.StartObject(statement.Opening);
        foreach (HostMember member in members)
        {
            // No rule looks at a statement of which that is open.
            if (IsNamed(member, "Effect") && member.Value is HostScalar effect && effect.Value.Contains(PolicyString.Unknown, StringComparison.Ordinal))
                Gaps.Add((member.Value.Span, "whether the statement allows or denies is not known before deployment"));

            WriteName(member);
            if (IsNamed(member, "Condition"))
                WriteCondition(member.Value);
            else if (IsNamed(member, "Principal") || IsNamed(member, "NotPrincipal"))
                WritePrincipal(member.Value);
            else
                WriteValue(member.Value, 1);
        }

        _writer.EndObject(statement.Closing);
        return true;
    }

    private void WriteCondition(HostNode condition)
    {
        if (TemplateText.IsUnknown(condition))
        {
            WriteUnknownObject(condition.Span, depth: 2);
            return;
        }

        if (condition is not HostMapping operators)
        {
            WriteValue(condition, 1);
            return;
        }

        _writer.StartObject(operators.Opening);
        foreach (HostMember member in resolver.MembersOf(operators))
        {
            WriteName(member);
            if (TemplateText.IsUnknown(member.Value))
                WriteUnknownObject(member.Value.Span, depth: 1);
            else
                WriteValue(member.Value, 1);
        }

        _writer.EndObject(operators.Closing);
    }

    // A condition is there, and more is not known: without it the statement would say more than it does.
    private void WriteUnknownObject(TextSpan place, int depth)
    {
        for (int i = 0; i < depth; i++)
        {
            _writer.StartObject(place);
            _writer.Name(Unknown, place);
        }

        _writer.String(Unknown, place);
        for (int i = 0; i < depth; i++)
            _writer.EndObject(place);
    }

    private void WritePrincipal(HostNode principal)
    {
        bool hasUnknownKind = principal is HostMapping map && resolver.MembersOf(map).Any(member => TemplateFunction.IsName(member.Name) || member.Name.Contains(PolicyString.Unknown, StringComparison.Ordinal));
        if (hasUnknownKind)
            _writer.String(Unknown, principal.Span);
        else
            WriteValue(principal, 1);
    }

    private void WriteName(HostMember member) => _writer.Name(member.Name, member.Key.Span);

    // A value that is worked out at its top.
    private void WriteValue(HostNode value, int depth)
    {
        if (depth > MaxDepth)
        {
            _writer.String(Unknown, value.Span);
            return;
        }

        switch (value)
        {
            case HostMapping map:
                _writer.StartObject(map.Opening);
                foreach (HostMember member in resolver.MembersOf(map))
                {
                    WriteName(member);
                    WriteValue(member.Value, depth + 1);
                }

                _writer.EndObject(map.Closing);
                break;
            case HostSequence list:
                _writer.StartArray(list.Opening);
                foreach ((_, HostNode item) in resolver.ItemsOf(list))
                    WriteValue(item, depth + 1);

                _writer.EndArray(list.Closing);
                break;
            case HostScalar { IsString: true } text when IsOfApi && text.Value.StartsWith(ShortApiResource, StringComparison.Ordinal):
                _writer.String($"arn:{Unknown}:execute-api:{Unknown}:{Unknown}:{Unknown}{text.Value[(ShortApiResource.Length - 1)..]}", text.Span);
                break;
            default:
                _writer.Write(value);
                break;
        }
    }

    private static bool IsNamed(HostMember member, string name) => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
