using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Terraform;

/// <summary>The values of a plan or a state that are marked as sensitive. Terraform writes them out in JSON all the same.</summary>
internal static class SensitiveValues
{
    // A value, and what marks its sensitive parts in the same object.
    private static readonly (string Value, string Mark)[] Pairs =
    [
        ("values", "sensitive_values"), ("before", "before_sensitive"), ("after", "after_sensitive"), ("value", "sensitive"),
    ];

    /// <summary>All of them, wherever they stand.</summary>
    public static List<HostNode> In(HostNode root)
    {
        List<HostNode> found = [];
        AddMarked(root, found);
        AddVariables(root, found);
        AddOfRawState(root, found);
        return found;
    }

    private static void AddMarked(HostNode node, List<HostNode> found)
    {
        foreach (var (value, mark) in Pairs)
        {
            if (node[value] is { } marked)
                AddParts(marked, node[mark], found);
        }

        foreach (HostNode item in node.Items)
            AddMarked(item, found);

        foreach (HostMember member in node.Members)
            AddMarked(member.Value, found);
    }

    private static void AddParts(HostNode value, HostNode? mark, List<HostNode> found)
    {
        if (MarkedValue.IsTrue(mark))
        {
            found.Add(value);
            return;
        }

        foreach (HostMember part in mark?.Members ?? [])
        {
            if (value[part.Name] is { } member)
                AddParts(member, part.Value, found);
        }

        foreach (var (item, part) in value.Items.Zip(mark?.Items ?? []))
            AddParts(item, part, found);
    }

    // The values of variables carry no mark; their declarations do.
    private static void AddVariables(HostNode root, List<HostNode> found)
    {
        HostNode? declared = root["configuration"]?["root_module"]?["variables"];
        foreach (HostMember variable in root["variables"]?.Members ?? [])
        {
            if (MarkedValue.IsTrue(declared?[variable.Name]?["sensitive"]) && variable.Value["value"] is { } value)
                found.Add(value);
        }
    }

    // "sensitive_attributes": a list of ways, each a list of steps such as {"type": "get_attr", "value": "password"}.
    private static void AddOfRawState(HostNode root, List<HostNode> found)
    {
        foreach (HostNode instance in (root["resources"]?.Items ?? []).SelectMany(static resource => resource["instances"]?.Items ?? []))
        {
            foreach (HostNode way in instance["sensitive_attributes"]?.Items ?? [])
            {
                HostNode? value = instance["attributes"];
                foreach (HostNode step in way.Items)
                    value = step["value"]?.Text is { } name ? value?[name] : value;

                if (value is not null)
                    found.Add(value);
            }
        }
    }
}
