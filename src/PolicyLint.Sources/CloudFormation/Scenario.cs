namespace PolicyLint.Sources.CloudFormation;

/// <summary>
/// One way to deploy a template: what some parameters, pseudo parameters and comparisons are. All others are as the template says
/// (parameters) or not known.
/// </summary>
/// <param name="Choices">A value by the name of a parameter or comparison; null for one that is none of those that the template names.</param>
internal sealed record Scenario(IReadOnlyDictionary<string, string?> Choices)
{
    /// <summary>As the template says.</summary>
    public static Scenario Default { get; } = new(new Dictionary<string, string?>());

    /// <summary>Whether a value was chosen.</summary>
    public bool TryGet(string name, out string? value) => Choices.TryGetValue(name, out value);
}
