using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Pulumi;

/// <summary>A resource of a preview or a stack.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Type">Its type: <c>aws:iam/role:Role</c>.</param>
/// <param name="State">Its state: <c>inputs</c> are what the program gives it, <c>outputs</c> what it has.</param>
internal sealed record PulumiResource(string Urn, string Type, HostNode State)
{
    /// <summary>Its name in the program: what follows stack, project and type in the URN, which may have colons itself.</summary>
    public string Name => Urn.Split("::", 4) is [_, _, _, var name] ? name : Urn;

    /// <summary>The resources of a preview or an exported stack that will be, or are there.</summary>
    public static IEnumerable<PulumiResource> In(HostNode root)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        HostNode? kept = root["deployment"]?["resources"] ?? root["checkpoint"]?["latest"]?["resources"];
        IEnumerable<HostNode?> states = (root["steps"]?.Items ?? []).Select(StateAfter)
            .Concat((kept?.Items ?? []).Where(static state => state["delete"] is not HostScalar { Value: "true" }));
        foreach (HostNode? state in states)
        {
            if (state?["urn"]?.Text is { } urn && (state["type"]?.Text ?? TypeOf(urn)) is { } type && seen.Add(urn))
                yield return new PulumiResource(urn, type, state);
        }
    }

    /// <summary>Its attributes that hold policy documents: those of the table, then what looks like one in others.</summary>
    public IEnumerable<PulumiDocument> Documents
    {
        get
        {
            if (!PulumiDocuments.IsOfAws(Type) || IsOfAwsItself)
                yield break;

            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (HostNode values in Values)
            {
                foreach (DocumentAttribute attribute in PulumiDocuments.Of(Type))
                {
                    foreach (var (path, node) in Follow(values, attribute.Steps, 0, ""))
                    {
                        if (seen.Add(path))
                            yield return new PulumiDocument(this, path, node, attribute);
                    }
                }
            }

            foreach (HostNode values in Values)
            {
                foreach (var (path, node) in Unlisted(values, isPolicy: false, ""))
                {
                    if (seen.Add(path))
                        yield return new PulumiDocument(this, path, node, Attribute: null);
                }
            }
        }
    }

    // What the program writes is what somebody can change; what only AWS knows comes after.
    private IEnumerable<HostNode> Values => new[] { State["inputs"], State["outputs"] }.OfType<HostNode>();

    // A look at one of AWS's own policies, which nobody here can change.
    private bool IsOfAwsItself => State["id"]?.Text is { } id && id.Contains(":iam::aws:", StringComparison.Ordinal);

    private static HostNode? StateAfter(HostNode step) =>
        step["op"]?.Text is "delete" or "delete-replaced" or "discard" or "discard-replaced" or "remove-pending-replace" ? null : step["newState"];

    // The type is the last one of the types of the parents and its own.
    private static string? TypeOf(string urn) => urn.Split("::", 4) is [_, _, var types, _] ? types[(types.LastIndexOf('$') + 1)..] : null;

    private static IEnumerable<(string Path, HostNode Node)> Follow(HostNode? value, string[] steps, int step, string path)
    {
        if (value is null)
            yield break;

        value = PulumiValue.Unwrap(value);
        if (step == steps.Length || PulumiValue.IsUnknown(value) || PulumiValue.IsSecret(value))
        {
            yield return (path, value);
            yield break;
        }

        string name = steps[step].TrimEnd('[', ']');
        string here = path.Length == 0 ? name : $"{path}.{name}";
        HostNode? next = value[name] is { } member ? PulumiValue.Unwrap(member) : null;

        // A list of one at most is not a list in Pulumi.
        IEnumerable<(string Path, HostNode? Node)> parts = name.Length < steps[step].Length && next is HostSequence list
            ? list.Values.Select((item, index) => ($"{here}[{index}]", (HostNode?)item))
            : [(here, next)];
        foreach (var found in parts.SelectMany(part => Follow(part.Node, steps, step + 1, part.Path)))
            yield return found;
    }

    private static IEnumerable<(string Path, HostNode Node)> Unlisted(HostNode node, bool isPolicy, string path)
    {
        node = PulumiValue.Unwrap(node);
        if (isPolicy && (node.Text is { } text ? DocumentText.IsPolicy(text) : DocumentText.IsPolicy(node)))
            return [(path, node)];

        return node.Items.SelectMany((item, index) => Unlisted(item, isPolicy, $"{path}[{index}]"))
            .Concat(node.Members.Where(static member => !member.Name.StartsWith("__", StringComparison.Ordinal)).SelectMany(member => Unlisted(
                member.Value,
                isPolicy || member.Name.Contains("polic", StringComparison.OrdinalIgnoreCase),
                path.Length == 0 ? member.Name : $"{path}.{member.Name}")));
    }
}

/// <summary>A property that holds a policy document.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Path">The property: <c>inlinePolicies[0].policy</c>.</param>
/// <param name="Node">The document.</param>
/// <param name="Attribute">Its row of the table; null where it is in none.</param>
internal sealed record PulumiDocument(PulumiResource Resource, string Path, HostNode Node, DocumentAttribute? Attribute)
{
    /// <summary>What people call it.</summary>
    public string Address => $"{Resource.Type} {Resource.Name} ({Path})";

    /// <summary>What policy it is; null to tell it by its content.</summary>
    public PolicyType? Type => IsOfOrganization && Kind == "RESOURCE_CONTROL_POLICY" ? PolicyType.Rcp : Attribute?.Type;

    /// <summary>Whether it is a policy of IAM's language at all: AWS Organizations has others, such as those of tags and backups.</summary>
    public bool IsOfIam => !IsOfOrganization || Kind is null or "SERVICE_CONTROL_POLICY" or "RESOURCE_CONTROL_POLICY";

    private bool IsOfOrganization => Attribute?.Type == PolicyType.Scp;

    private string? Kind => (Resource.State["inputs"]?["type"] ?? Resource.State["outputs"]?["type"])?.Text;
}
