using PolicyLint.Rules.Personas;

namespace PolicyLint.Rules.Fixes;

/// <summary>What unsafe fixes have to be told.</summary>
public sealed record FixSettings
{
    /// <summary>Nothing is told.</summary>
    public static FixSettings Default { get; } = new();

    /// <summary>The account, the project and the roles to write into ARNs. What is not given is an example, and the fix says so.</summary>
    public PersonaValues Values { get; init; } = PersonaValues.Examples;

    /// <summary>Who uses the policy: wildcards are narrowed to what the persona needs. Null where nobody says.</summary>
    public Persona? Persona { get; init; }
}
