using System.Collections.Immutable;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>How a path leads to more than was given.</summary>
public enum EscalationKind
{
    /// <summary>A role of the caller's choice is passed to something new that does what the caller says.</summary>
    NewRole,

    /// <summary>Something that already runs as a role is made to do what the caller says.</summary>
    ExistingRole,

    /// <summary>The caller's own permissions, or those of a role to take, are written anew.</summary>
    Permissions,

    /// <summary>The caller gets the credentials of somebody else.</summary>
    Credentials,

    /// <summary>A role is taken that lets the caller's account in.</summary>
    Session,

    /// <summary>Secrets are read that open something else.</summary>
    Secrets,

    /// <summary>A resource is opened to others.</summary>
    Exposure,

    /// <summary>What others rely on is changed, or watched over.</summary>
    Tampering,
}

/// <summary>
/// One known way from some allowed actions to more than they say. All <see cref="Steps"/> are needed. The list is
/// <see cref="EscalationPaths.All"/>; it is kept as text in <c>eng/escalation</c>.
/// </summary>
public sealed class EscalationPath
{
    internal EscalationPath()
    {
    }

    /// <summary>The name, never reused: <c>sm-training-job</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The rule that reports it: <c>PL5004</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>How it leads to more.</summary>
    public required EscalationKind Kind { get; init; }

    /// <summary>What the caller can do, as the end of a sentence: <c>run any container as the role</c>.</summary>
    public required string Gives { get; init; }

    /// <summary>What must be allowed.</summary>
    public required ImmutableArray<EscalationStep> Steps { get; init; }

    /// <summary>
    /// The services that the role may be passed to: values of <c>iam:PassedToService</c>, one of which is enough. Empty where
    /// no role is passed.
    /// </summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>
    /// Condition keys that close the path: an Allow that lets only some of their values through does not count, and a Deny of
    /// all values but some takes the step away.
    /// </summary>
    public ImmutableArray<string> Guards { get; init; } = [];

    /// <summary>The risk where everything of its type is allowed under no condition: the gravest that the path can be.</summary>
    public required SecuritySeverity Most { get; init; }

    /// <summary>What closes the path, as the end of a sentence: <c>name the role in Resource</c>.</summary>
    public required string Breaks { get; init; }

    /// <summary>Why the path is no longer open, or never was: an action that AWS does not have. Null for a live path.</summary>
    public string? Retired { get; init; }

    /// <summary>Who has published it, or how it was found.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>The step that tells the path from others: findings stand where it is allowed.</summary>
    public EscalationStep Key => Steps.FirstOrDefault(static step => step.IsKey) ?? Steps[PassesRole ? 1 : 0];

    /// <summary>Whether <c>iam:PassRole</c> is one of the steps: the first.</summary>
    public bool PassesRole => !Services.IsEmpty;

    /// <summary>Whether the resources of a step decide how far the path reaches; where no step says so, those of the key step do.</summary>
    internal bool Decides(EscalationStep step) => Steps.Any(static other => !other.On.IsEmpty) ? !step.On.IsEmpty : step == Key;

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}

/// <summary>One thing that must be allowed for a path.</summary>
public sealed class EscalationStep
{
    internal EscalationStep(ImmutableArray<string> actions, ImmutableArray<string> on, bool isKey)
    {
        Actions = actions;
        On = on;
        IsKey = isKey;
    }

    /// <summary>The actions, one of which is enough.</summary>
    public ImmutableArray<string> Actions { get; }

    /// <summary>
    /// The types of resource that decide how far the path reaches: all roles, or one. Empty where any resource of the action's
    /// will do, such as the name of a job that the caller makes up.
    /// </summary>
    public ImmutableArray<string> On { get; }

    /// <summary>Whether the step passes a role to a service.</summary>
    public bool PassesRole => Actions is ["iam:PassRole"];

    internal bool IsKey { get; }
}
