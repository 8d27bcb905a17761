using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Terraform;

/// <summary>A resource or data source of a plan or a state.</summary>
/// <param name="Address">Its address: <c>module.ml["eu"].aws_iam_role.train[0]</c>.</param>
/// <param name="Type">Its type: <c>aws_iam_role</c>.</param>
/// <param name="IsData">Whether it is a data source.</param>
/// <param name="Values">Its attributes.</param>
internal sealed record TerraformResource(string Address, string Type, bool IsData, MarkedValue Values)
{
    // Of these two providers; what others call a policy is none of IAM's.
    private bool IsOfAws => Type.StartsWith("aws_", StringComparison.Ordinal) || Type.StartsWith("awscc_", StringComparison.Ordinal);

    /// <summary>Its attributes that hold policy documents: those of the table, then what looks like one in others.</summary>
    public IEnumerable<TerraformDocument> Documents
    {
        get
        {
            if (!IsOfAws)
                yield break;

            HashSet<HostNode> seen = [];
            foreach (DocumentAttribute attribute in TerraformDocuments.Of(Type))
            {
                foreach (var (path, value) in Follow(Values, attribute.Steps, 0, ""))
                {
                    if (value.Value is { } node)
                        seen.Add(node);

                    yield return new TerraformDocument(this, path, value, attribute);
                }
            }

            foreach (var (path, value) in Unlisted(Values, isPolicy: false, ""))
            {
                // The same document again, without white space.
                if (!seen.Contains(value.Value!) && !(IsData && path == "minified_json"))
                    yield return new TerraformDocument(this, path, value, Attribute: null);
            }
        }
    }

    // Where all of a list is unknown, it is one unknown value under the name of the list.
    private static IEnumerable<(string Path, MarkedValue Value)> Follow(MarkedValue value, string[] steps, int step, string path)
    {
        if (step == steps.Length || value is { IsUnknown: true, Value: null })
        {
            if (value.Value is not null || value.Unknown is not null)
                yield return (path, value);

            yield break;
        }

        string name = steps[step].TrimEnd('[', ']');
        string here = path.Length == 0 ? name : $"{path}.{name}";
        MarkedValue next = value[name];
        if (name.Length == steps[step].Length || next is { IsUnknown: true, Value: null })
        {
            foreach (var found in Follow(next, steps, step + 1, here))
                yield return found;

            yield break;
        }

        int index = 0;
        foreach (MarkedValue item in next.Items)
        {
            foreach (var found in Follow(item, steps, step + 1, $"{here}[{index}]"))
                yield return found;

            index++;
        }
    }

    private static IEnumerable<(string Path, MarkedValue Value)> Unlisted(MarkedValue value, bool isPolicy, string path)
    {
        if (isPolicy && value.Value is { } node && (node.Text is { } text ? DocumentText.IsPolicy(text) : DocumentText.IsPolicy(node)))
        {
            yield return (path, value);
            yield break;
        }

        int index = 0;
        foreach (MarkedValue item in value.Value is HostSequence ? value.Items : [])
        {
            foreach (var found in Unlisted(item, isPolicy, $"{path}[{index}]"))
                yield return found;

            index++;
        }

        foreach (HostMember member in value.Value?.Members ?? [])
        {
            bool isNamedSo = isPolicy || member.Name.Contains("polic", StringComparison.OrdinalIgnoreCase) || member.Name.Contains("json", StringComparison.Ordinal);
            foreach (var found in Unlisted(value[member.Name], isNamedSo, path.Length == 0 ? member.Name : $"{path}.{member.Name}"))
                yield return found;
        }
    }
}

/// <summary>An attribute that holds, or will hold, a policy document.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Path">The attribute: <c>inline_policy[0].policy</c>.</param>
/// <param name="Value">The document.</param>
/// <param name="Attribute">Its row of the table; null where it is in none.</param>
internal sealed record TerraformDocument(TerraformResource Resource, string Path, MarkedValue Value, DocumentAttribute? Attribute)
{
    /// <summary>What people call it.</summary>
    public string Address => $"{Resource.Address} ({Path})";

    /// <summary>Whether it is put together for others to use, and attached to nothing itself.</summary>
    public bool IsIngredient => Resource is { IsData: true, Type: "aws_iam_policy_document" };

    /// <summary>What policy it is; null to tell it by its content.</summary>
    public PolicyType? Type => OfOrganization() ?? Attribute?.Type;

    /// <summary>Whether it is a policy of IAM's language at all: AWS Organizations has others, such as those of tags and backups.</summary>
    public bool IsOfIam => Resource.Type != "aws_organizations_policy" || Kind is null or "SERVICE_CONTROL_POLICY" or "RESOURCE_CONTROL_POLICY";

    private string? Kind => Resource.Values["type"].Value?.Text;

    private PolicyType? OfOrganization() =>
        Resource.Type == "aws_organizations_policy" && Kind == "RESOURCE_CONTROL_POLICY" ? PolicyType.Rcp : null;
}
