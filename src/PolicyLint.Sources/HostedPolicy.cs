namespace PolicyLint.Sources;

/// <summary>A policy that was found in a host file.</summary>
/// <param name="Text">Its text as JSON; <see cref="SourceText.Origin"/> knows the file and the place of each token in it.</param>
/// <param name="Type">The policy type that its place in the host file makes it; null to detect it.</param>
/// <param name="ResourceType">The resource that it is attached to, where that is one with a check of its own.</param>
public sealed record HostedPolicy(SourceText Text, PolicyType? Type = null, PolicyResourceType? ResourceType = null)
{
    /// <summary>
    /// Whether it is the policy before it once more, as another choice of the host file's conditions makes it: a finding of both is one.
    /// </summary>
    public bool IsAlternative { get; init; }

    /// <summary>The same as a typed document.</summary>
    public PolicyDocument Parse() => PolicyDocument.Parse(Text, Type, ResourceType);
}
