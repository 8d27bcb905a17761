using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Which rules run and how much they weigh. Immutable.</summary>
public sealed record LintOptions
{
    /// <summary>The options of <see cref="PolicyLinter"/> without configuration.</summary>
    public static LintOptions Default { get; } = new();

    /// <summary>The profile: <see cref="RuleProfile.Hardened"/> adds the rules that are off by default.</summary>
    public RuleProfile Profile { get; init; }

    /// <summary>Severities by rule id or name; null switches a rule off.</summary>
    public ImmutableDictionary<string, Severity?> Severities { get; init; } =
        ImmutableDictionary.Create<string, Severity?>(StringComparer.OrdinalIgnoreCase);
}
