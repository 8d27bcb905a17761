namespace PolicyLint.Sources.Documents;

/// <summary>An attribute of a resource that holds a policy document.</summary>
/// <param name="ResourceType">The type of the resource, in the provider's spelling: <c>aws_iam_role</c>.</param>
/// <param name="Path">The way to the attribute, <c>[]</c> behind a list: <c>inline_policy[].policy</c>.</param>
/// <param name="Type">What policy it is; null to tell it by its content.</param>
/// <param name="AttachedTo">The resource that it is attached to, where that is one with a check of its own.</param>
internal sealed record DocumentAttribute(string ResourceType, string Path, PolicyType? Type, PolicyResourceType? AttachedTo = null)
{
    /// <summary>The names on the way to the attribute, with <c>[]</c> behind those of lists.</summary>
    public string[] Steps { get; } = Path.Split('.');

    /// <summary>A policy of a user, a group, a role or a session.</summary>
    public static DocumentAttribute Identity(string resourceType, string path) => new(resourceType, path, PolicyType.Identity);

    /// <summary>A policy of a resource.</summary>
    public static DocumentAttribute Resource(string resourceType, string path, PolicyResourceType? attachedTo = null) =>
        new(resourceType, path, PolicyType.Resource, attachedTo);

    /// <summary>Who may take a role.</summary>
    public static DocumentAttribute Trust(string resourceType, string path) =>
        new(resourceType, path, PolicyType.Trust, PolicyResourceType.AssumeRolePolicyDocument);

    /// <summary>The policy of a VPC endpoint.</summary>
    public static DocumentAttribute Endpoint(string resourceType, string path) => new(resourceType, path, PolicyType.VpcEndpoint);
}
