using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Which rules run and how much they weigh. Immutable.</summary>
/// <example>
/// <code>
/// var strict = new LintOptions
/// {
///     Profile = RuleProfile.Hardened,
///     Severities = LintOptions.Default.Severities.Add("duplicate-sid", Severity.Warning).Add("PL4001", null),
/// };
/// var linter = new PolicyLinter(BuiltInRules.All, strict);
/// </code>
/// </example>
public sealed record LintOptions
{
    /// <summary>The default profile, with each rule's own severity.</summary>
    public static LintOptions Default { get; } = new();

    /// <summary>The profile: <see cref="RuleProfile.Hardened"/> adds the rules that are off by default, <see cref="RuleProfile.AccessAnalyzer"/> says what the service would.</summary>
    public RuleProfile Profile { get; init; }

    /// <summary>
    /// The twelve digits of the account that the policies are for; null where that is not said. Rules that tell one account
    /// from another are silent without it.
    /// </summary>
    public string? HomeAccount { get; init; }

    /// <summary>
    /// The day of the run; null, as by default, where that is not said. Where the catalogue is more than
    /// <see cref="CatalogFreshness"/> days older, findings that rest on what it lacks are warnings and not errors: AWS may have
    /// added the action, service or key since. Severities that are configured hold all the same.
    /// </summary>
    public DateOnly? Today { get; init; }

    /// <summary>For how many days what a catalogue lacks is taken for what AWS lacks: 60.</summary>
    public const int CatalogFreshness = 60;

    /// <summary>
    /// Severities by rule id or name, in any case; an id wins over a name. Null switches a rule off, a severity switches one on
    /// whatever its profile and is the severity of all its findings. Names that no rule has are left alone.
    /// </summary>
    /// <remarks>
    /// PL0001 (a rule failed) cannot be configured. What keeps a document from being read can be left out of the findings, but
    /// <see cref="LintResult.IsClean"/> is false all the same.
    /// </remarks>
    /// <exception cref="ArgumentException">Two keys differ in case only and say different things.</exception>
    public ImmutableDictionary<string, Severity?> Severities
    {
        get;
        init => field = (value ?? throw new ArgumentNullException(nameof(value))).WithComparers(StringComparer.OrdinalIgnoreCase);
    } = ImmutableDictionary.Create<string, Severity?>(StringComparer.OrdinalIgnoreCase);
}
