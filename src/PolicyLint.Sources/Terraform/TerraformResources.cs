using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Terraform;

/// <summary>
/// The resources of a plan or a state as they will be, each once. See
/// <see href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output format</see>.
/// </summary>
internal static class TerraformResources
{
    /// <summary>The resources, those of a plan first, then the data sources that were read for it.</summary>
    public static IEnumerable<TerraformResource> In(HostNode root)
    {
        if (root["resource_changes"] is null && root["planned_values"] is null)
            return OfModule(root["values"]?["root_module"]).Concat(RawState.Resources(root));

        HashSet<string> seen = new(StringComparer.Ordinal);
        return OfChanges(root["resource_changes"])
            .Concat(OfModule(root["planned_values"]?["root_module"]))
            .Concat(OfModule(root["prior_state"]?["values"]?["root_module"]).Where(static resource => resource.IsData))
            .Where(resource => seen.Add(resource.Address));
    }

    // A change without "after" deletes the resource, or forgets it.
    private static IEnumerable<TerraformResource> OfChanges(HostNode? changes)
    {
        foreach (HostNode change in changes?.Items ?? [])
        {
            HostNode? values = change["change"];
            if (values?["after"] is HostMapping after && ToResource(change, new(after, values["after_unknown"], values["after_sensitive"])) is { } resource)
                yield return resource;
        }
    }

    private static IEnumerable<TerraformResource> OfModule(HostNode? module)
    {
        foreach (HostNode item in module?["resources"]?.Items ?? [])
        {
            if (ToResource(item, new(item["values"], Unknown: null, item["sensitive_values"])) is { } resource)
                yield return resource;
        }

        foreach (HostNode child in module?["child_modules"]?.Items ?? [])
        {
            foreach (TerraformResource resource in OfModule(child))
                yield return resource;
        }
    }

    private static TerraformResource? ToResource(HostNode node, MarkedValue values)
    {
        if (node["type"]?.Text is not { } type)
            return null;

        bool isData = node["mode"]?.Text == "data";
        string address = node["address"]?.Text ?? $"{(isData ? "data." : "")}{type}.{node["name"]?.Text}";
        return new TerraformResource(address, type, isData, values);
    }
}
