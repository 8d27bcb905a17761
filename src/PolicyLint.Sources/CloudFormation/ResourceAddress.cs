using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>What people call a resource of a template.</summary>
internal static class ResourceAddress
{
    private const string DefaultChild = "/Resource";

    /// <summary>
    /// The logical id, and before it the path of the construct where CDK made the template: <c>Stack/Role [RoleC7B7E775]</c>.
    /// </summary>
    public static string Of(HostMember resource)
    {
        if (resource.Value["Metadata"]?["aws:cdk:path"]?.Text is not { Length: > 0 } path)
            return resource.Name.Length == 0 ? "\"\"" : resource.Name;

        // The construct that people write holds the resource of CloudFormation under this name.
        string construct = path.EndsWith(DefaultChild, StringComparison.Ordinal) ? path[..^DefaultChild.Length] : path;
        return $"{construct} [{resource.Name}]";
    }
}
