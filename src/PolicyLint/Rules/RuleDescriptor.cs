using System.Collections.Immutable;

namespace PolicyLint.Rules;

/// <summary>What a rule is about; also the first digit of its id.</summary>
public enum RuleCategory
{
    /// <summary>PL0xxx: the engine, the input, the grammar.</summary>
    Grammar,

    /// <summary>PL1xxx: security in general.</summary>
    Security,

    /// <summary>PL2xxx: does not do what it says.</summary>
    Correctness,

    /// <summary>PL3xxx: SageMaker and machine learning.</summary>
    SageMaker,

    /// <summary>PL4xxx: redundant, too big, style.</summary>
    Maintainability,

    /// <summary>PL5xxx: privilege escalation.</summary>
    PrivilegeEscalation,
}

/// <summary>
/// Everything about a rule that does not depend on a policy. Its page, <c>policylint explain</c>, help links and SARIF
/// are made from it.
/// </summary>
public sealed class RuleDescriptor
{
    /// <summary>What the ids of PolicyLint's own rules start with.</summary>
    internal const string OwnPrefix = "PL";

    private readonly Severity? _defaultSeverity;

    /// <summary><c>PL</c> and four digits (another prefix for rules of others). Never reused.</summary>
    public required string Id { get; init; }

    /// <summary>The kebab-case name of the pattern found. Accepted wherever the id is.</summary>
    public required string Name { get; init; }

    /// <summary>What the rule is about.</summary>
    public required RuleCategory Category { get; init; }

    /// <summary>The pattern found, as a short sentence without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>Why it matters, in a few sentences.</summary>
    public required string Why { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>Where the reasoning comes from: addresses of AWS's or others' pages.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>What the rule cannot see, in a sentence; null where nothing is worth saying.</summary>
    public string? Limits { get; init; }

    /// <summary>The gravest risk the rule reports; a single finding may state a lower one.</summary>
    public SecuritySeverity SecuritySeverity { get; init; }

    /// <summary>
    /// The severity without configuration. Left out, it follows from <see cref="SecuritySeverity"/>: critical and high
    /// are errors, medium and low are warnings, none is a suggestion.
    /// </summary>
    public Severity DefaultSeverity
    {
        get => _defaultSeverity ?? SeverityOf(SecuritySeverity);
        init => _defaultSeverity = value;
    }

    /// <summary>In which profile the rule runs.</summary>
    public RuleProfile Profile { get; init; }

    /// <summary>The policy types the rule looks at.</summary>
    public PolicyTypes AppliesTo { get; init; } = PolicyTypes.All;

    /// <summary>
    /// Whether a <see cref="StatementRule"/> is called for Allow statements, Deny statements, or every statement
    /// (<see cref="Effect.None"/>, also those whose Effect is missing).
    /// </summary>
    public Effect LooksAt { get; init; }

    /// <summary>
    /// Whether a finding of the rule says that actions are open on resources, and no more: that can be put as a question to
    /// somebody who knows, such as CheckAccessNotGranted of IAM Access Analyzer.
    /// </summary>
    public bool ClaimsOpenAccess { get; init; }

    /// <summary>
    /// The services that the rule is about, by their prefixes: where no statement (for a <see cref="StatementRule"/>: where
    /// the statement) may mean one of their actions, the rule is not called. Empty, and no <see cref="Actions"/> either, for every action.
    /// </summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>
    /// The actions that the rule is about, with their service (<c>iam:PassRole</c>), beside all those of the
    /// <see cref="Services"/>: where none of them may be meant, the rule is not called. A rule that names few is called seldom.
    /// </summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>
    /// The parts that the rule is about, all of them: where no statement (for a <see cref="StatementRule"/>: where the
    /// statement) has them, the rule is not called. What is not known before deployment counts as there.
    /// </summary>
    public StatementParts Needs { get; init; }

    /// <summary>
    /// Ids of rules that would blame the same cause: their findings in a statement are left out where this rule has one
    /// there, unless they are graver.
    /// </summary>
    public ImmutableArray<string> Supersedes { get; init; } = [];

    /// <summary>
    /// The checks of IAM Access Analyzer that the rule reproduces. Where it is one, every finding of the rule carries it; where
    /// there are several, the rule says which with <see cref="RuleContext.As"/>.
    /// </summary>
    public ImmutableArray<IssueCode> IssueCodes { get; init; } = [];

    /// <summary>The code of findings that say nothing else.</summary>
    internal IssueCode? OnlyIssueCode => IssueCodes is [var code] ? code : null;

    /// <summary>The version of PolicyLint that brought the rule.</summary>
    public string Since { get; init; } = "0.1.0";

    /// <summary>
    /// The address of the rule's page. Left out, it is the page in PolicyLint's repository for a rule of PolicyLint's, and for
    /// others the first of the <see cref="Sources"/>, or empty where there is none.
    /// </summary>
    public string HelpUri
    {
        get => field ?? (IsIdWithPrefix(Id, OwnPrefix)
            ? $"https://github.com/policylint/policylint/blob/main/docs/rules/{Id}.md"
            : Sources.FirstOrDefault(""));
        init;
    }

    /// <summary>The severity that follows from a risk.</summary>
    public static Severity SeverityOf(SecuritySeverity risk) => risk switch
    {
        SecuritySeverity.Critical or SecuritySeverity.High => Severity.Error,
        SecuritySeverity.Medium or SecuritySeverity.Low => Severity.Warning,
        _ => Severity.Suggestion,
    };

    /// <summary>Whether an id is the prefix and four digits.</summary>
    internal static bool IsIdWithPrefix(string id, string prefix) =>
        id.Length == prefix.Length + 4
        && id.StartsWith(prefix, StringComparison.Ordinal)
        && id.AsSpan(prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Id and name.</summary>
    public override string ToString() => $"{Id} {Name}";
}
