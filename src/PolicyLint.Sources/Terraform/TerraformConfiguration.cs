using System.Text;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Terraform;

/// <summary>
/// What the configuration, which a plan repeats, writes of its resources. AWS puts a policy of its own where somebody writes none,
/// and Terraform calls it known after apply: the configuration tells these from policies that somebody has written.
/// </summary>
internal sealed class TerraformConfiguration
{
    private readonly Dictionary<string, HostNode?> _expressions = new(StringComparer.Ordinal);

    /// <param name="root">The plan.</param>
    public TerraformConfiguration(HostNode root) => Add(root["configuration"]?["root_module"], "");

    /// <summary>Whether a resource is given a value for an attribute; true where the file does not tell.</summary>
    public bool MayGive(TerraformResource resource, string path)
    {
        if (!_expressions.TryGetValue(WithoutIndexes(resource.Address), out HostNode? expressions))
            return true;

        int end = path.AsSpan().IndexOfAny('.', '[');
        return expressions?[end < 0 ? path : path[..end]] is not null;
    }

    /// <summary>The address of the configuration of a resource: without what <c>count</c> and <c>for_each</c> add.</summary>
    internal static string WithoutIndexes(string address)
    {
        var text = new StringBuilder(address.Length);
        bool inIndex = false;
        bool inString = false;
        for (int i = 0; i < address.Length; i++)
        {
            char unit = address[i];
            if (!inIndex && unit != '[')
                text.Append(unit);
            else if (!inIndex)
                inIndex = true;
            else if (unit == '\\' && inString)
                i++;
            else if (unit == '"')
                inString = !inString;
            else if (unit == ']' && !inString)
                inIndex = false;
        }

        return text.ToString();
    }

    private void Add(HostNode? module, string prefix)
    {
        foreach (HostNode resource in module?["resources"]?.Items ?? [])
        {
            if (resource["address"]?.Text is { } address)
                _expressions.TryAdd(prefix + address, resource["expressions"]);
        }

        foreach (HostMember call in module?["module_calls"]?.Members ?? [])
            Add(call.Value["module"], $"{prefix}module.{call.Name}.");
    }
}
