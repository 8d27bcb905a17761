using System.Collections.Immutable;

namespace PolicyLint.Evaluation;

/// <summary>A statement that applies to a request, or may.</summary>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Level">The level of the organization, from 0 at the root; 0 in other layers.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Statement">The statement.</param>
/// <param name="IsCertain">Whether it certainly applies.</param>
public sealed record AppliedStatement(PolicyLayer Layer, int Level, PolicyDocument Policy, Statement Statement, bool IsCertain);

/// <summary>What one layer says for itself, before the others are heard.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Level">The level of the organization, from 0 at the root; 0 in other layers.</param>
/// <param name="Decision">
/// Whether a statement of it denies, one allows, or none applies. RCPs deny or say nothing, which counts as Allowed.
/// </param>
/// <param name="Grant">For a resource policy that allows: to whom.</param>
public sealed record LayerResult(PolicyLayer Layer, int Level, AccessDecision Decision, ResourceGrant Grant = ResourceGrant.None);

/// <summary>
/// To whom a resource policy gives access, from the weakest to the strongest. It decides which other layers have to allow too:
/// see <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html">policy evaluation in one account</see>.
/// </summary>
public enum ResourceGrant
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The account of the principal, which still has to allow it by an identity policy.</summary>
    Account,

    /// <summary>The role: in its own account no identity policy has to allow, but boundary and session policies do.</summary>
    Role,

    /// <summary>The principal itself: a user, a session of a role, a service, or everybody. In its own account nothing else has to allow.</summary>
    Principal,
}

/// <summary>The answer to a request.</summary>
public sealed class AccessResult
{
    internal AccessResult(
        AccessDecision bestCase,
        AccessDecision worstCase,
        ImmutableArray<AppliedStatement> statements,
        ImmutableArray<PolicyLayer> missing,
        ImmutableArray<LayerResult> layers)
    {
        BestCase = bestCase;
        WorstCase = worstCase;
        Statements = statements;
        NotAllowing = missing;
        Layers = layers;
        bool isOpen = (bestCase == AccessDecision.Allowed) != (worstCase == AccessDecision.Allowed);
        Decision = isOpen ? AccessDecision.Undetermined : bestCase;
    }

    /// <summary>
    /// What becomes of the request. Where it is denied either way and only the kind of denial is open,
    /// <see cref="AccessDecision.ImplicitlyDenied"/>.
    /// </summary>
    public AccessDecision Decision { get; }

    /// <summary>The decision if everything that is not known turns out in favour of access. Never Undetermined.</summary>
    public AccessDecision BestCase { get; }

    /// <summary>The decision if everything that is not known turns out against access. Never Undetermined.</summary>
    public AccessDecision WorstCase { get; }

    /// <summary>
    /// The statements that decided: those that deny, where one does; those that allow, where it is allowed; those that may
    /// apply, where it is undetermined; none, where nothing allows.
    /// </summary>
    public ImmutableArray<AppliedStatement> Statements { get; }

    /// <summary>Where it is implicitly denied: the layers that would have to allow and do not.</summary>
    public ImmutableArray<PolicyLayer> NotAllowing { get; }

    /// <summary>What each layer that has policies says for itself.</summary>
    public ImmutableArray<LayerResult> Layers { get; }
}
