using System.Collections.Immutable;

namespace PolicyLint.Evaluation;

/// <summary>
/// Puts together what the layers say, as AWS does. Asked twice, once with everything that is not known in favour of access and
/// once against it: the truth lies between. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">how AWS enforcement code logic evaluates requests</see>
/// and, for two accounts, <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">cross-account policy evaluation</see>.
/// </summary>
internal sealed class AccessDecider
{
    private readonly RequestFacts _facts;
    private readonly ImmutableArray<LayerOutcome> _outcomes;
    private readonly bool _isBestCase;
    private readonly List<PolicyLayer> _missing = [];

    public AccessDecider(RequestFacts facts, ImmutableArray<LayerOutcome> outcomes, bool isBestCase)
    {
        _facts = facts;
        _outcomes = outcomes;
        _isBestCase = isBestCase;
        Decision = Decide();
    }

    public AccessDecision Decision { get; }

    /// <summary>The layers that would have to allow and do not.</summary>
    public ImmutableArray<PolicyLayer> Missing => [.. _missing.Distinct().Order()];

    private AccessDecision Decide()
    {
        if (AwsReserve.NeedsNoPermission(_facts))
            return AccessDecision.Allowed;

        foreach (LayerOutcome outcome in _outcomes)
        {
            if (Denies(outcome.Denies))
                return AccessDecision.ExplicitlyDenied;
        }

        if (AwsReserve.Forbids(_facts))
            _missing.Add(PolicyLayer.Aws);

        foreach (LayerOutcome outcome in _outcomes)
        {
            if (outcome.Layer is PolicyLayer.Scp or PolicyLayer.VpcEndpoint)
                Require(outcome);
        }

        RequireGrant();
        return _missing.Count == 0 ? AccessDecision.Allowed : AccessDecision.ImplicitlyDenied;
    }

    private void RequireGrant()
    {
        GrantTruth resource = Find(PolicyLayer.Resource)?.Allows ?? default;
        if (!_facts.Principal.IsIdentity)
        {
            if (!Allows(resource.Principal))
                _missing.Add(PolicyLayer.Resource);
        }
        else if (!Allows(_facts.IsSameAccount))
        {
            if (!Allows(resource.Any))
                _missing.Add(PolicyLayer.Resource);

            RequireIdentity();
        }
        else if (Allows(resource.Principal))
        {
            // "Permissions granted directly to a session are not limited by an implicit deny in an identity-based policy, a
            // permissions boundary, or session policy."
        }
        else if (Allows(resource.Role))
        {
            // "Resource-based policies that grant permissions to an IAM role ARN are limited by an implicit deny in a
            // permissions boundary or session policy."
            RequireLimits();
        }
        else
        {
            if (AwsReserve.NeedsResourcePolicy(_facts) && !Allows(resource.Account))
                _missing.Add(PolicyLayer.Resource);

            RequireIdentity();
        }
    }

    // The root user has every permission of its account, and neither identity policies nor a boundary.
    private void RequireIdentity()
    {
        if (_facts.Principal.Kind == RequestPrincipalKind.RootUser)
            return;

        if (!Allows(Find(PolicyLayer.Identity)?.Allows.Any ?? Truth.No))
            _missing.Add(PolicyLayer.Identity);

        RequireLimits();
    }

    private void RequireLimits()
    {
        foreach (LayerOutcome outcome in _outcomes)
        {
            if (outcome.Layer is PolicyLayer.Boundary or PolicyLayer.Session)
                Require(outcome);
        }
    }

    private void Require(LayerOutcome outcome)
    {
        if (!Allows(outcome.Allows.Any))
            _missing.Add(outcome.Layer);
    }

    private LayerOutcome? Find(PolicyLayer layer)
    {
        foreach (LayerOutcome outcome in _outcomes)
        {
            if (outcome.Layer == layer)
                return outcome;
        }

        return null;
    }

    private bool Allows(Truth truth) => _isBestCase ? truth != Truth.No : truth == Truth.Yes;

    private bool Denies(Truth truth) => _isBestCase ? truth == Truth.Yes : truth != Truth.No;
}
