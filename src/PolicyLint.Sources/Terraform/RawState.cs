using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Terraform;

/// <summary>
/// A state as Terraform keeps it (<c>terraform.tfstate</c>, version 4), which people have at hand more often than what
/// <c>terraform show</c> makes of it.
/// </summary>
internal static class RawState
{
    /// <summary>The resources, instance by instance.</summary>
    public static IEnumerable<TerraformResource> Resources(HostNode root)
    {
        foreach (HostNode resource in root["resources"]?.Items ?? [])
        {
            if (resource["type"]?.Text is not { } type)
                continue;

            bool isData = resource["mode"]?.Text == "data";
            string module = resource["module"]?.Text is { } path ? $"{path}." : "";
            string address = $"{module}{(isData ? "data." : "")}{type}.{resource["name"]?.Text}";
            foreach (HostNode instance in resource["instances"]?.Items ?? [])
            {
                // What is left of a replaced resource until Terraform deletes it.
                if (instance["deposed"] is not null)
                    continue;

                string index = instance["index_key"] is HostScalar key ? key.IsString ? $"[\"{key.Value}\"]" : $"[{key.Value}]" : "";
                yield return new TerraformResource(address + index, type, isData, new(instance["attributes"], Unknown: null, Sensitive: null));
            }
        }
    }
}
