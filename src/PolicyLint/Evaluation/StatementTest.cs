using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.Evaluation;

/// <summary>One statement, made ready to be held against requests.</summary>
internal sealed class StatementTest
{
    private readonly StatementAccess _access;
    private readonly PolicyLayer _layer;
    private readonly ImmutableArray<Glob?> _actions;
    private readonly ImmutableArray<ResourceValue> _resources;
    private readonly ImmutableArray<ConditionTest> _conditions;

    public StatementTest(StatementAccess access, PolicyLayer layer)
    {
        _access = access;
        _layer = layer;
        bool policyVariables = access.Policy.Document.HasPolicyVariables;
        _actions = [.. access.ActionPatterns.Select(GlobOf)];
        _resources = [.. access.ResourcePatterns.Select(pattern => new ResourceValue(pattern.Text.Value, layer, policyVariables))];
        _conditions = [.. access.Conditions.Terms.Select(term => new ConditionTest(term, policyVariables))];
    }

    public PolicyDocument Policy => _access.Policy.Document;

    public Statement Statement => _access.Statement;

    public Effect Effect => Statement.Effect;

    /// <summary>Whether the resources are named, and not those that are left out.</summary>
    public bool NamesResources => Statement.Resource is not null;

    public ImmutableArray<ResourceValue> Resources => _resources;

    /// <summary>Whether the statement applies to the request, and by what of the caller.</summary>
    public GrantTruth Applies(RequestFacts facts, bool hasBoundary)
    {
        Truth truth = AppliesToAction(facts);
        GrantTruth caller = truth == Truth.No ? default : MeansCaller(facts.Principal, hasBoundary);
        if (caller.Any == Truth.No)
            return default;

        truth = truth.And(AppliesToResource(facts));
        foreach (ConditionTest condition in _conditions)
        {
            if (truth == Truth.No)
                break;

            truth = truth.And(condition.Holds(facts));
        }

        return caller.And(truth);
    }

    private GrantTruth MeansCaller(RequestPrincipal caller, bool hasBoundary)
    {
        bool namesPrincipals = _layer is PolicyLayer.Resource or PolicyLayer.Rcp
            || (_layer == PolicyLayer.VpcEndpoint && (Statement.Principal ?? Statement.NotPrincipal) is not null);
        return namesPrincipals ? PrincipalTest.Of(Statement, caller, hasBoundary) : new(Truth.No, Truth.No, Truth.Yes);
    }

    private Truth AppliesToAction(RequestFacts facts)
    {
        if (facts.Action is { } action && !_access.HasUnknownAction)
            return _access.Actions.Contains(action.Ordinal).ToTruth();

        // An action that the catalogue does not have is matched by its name.
        Truth named = Truth.No;
        for (int i = 0; i < _actions.Length; i++)
        {
            if (_actions[i] is { } glob)
                named = named.Or(GlobTruth.Of(glob, facts.Request.Action));
        }

        return _access.IsNotAction ? named.Not() : named;
    }

    // IAM refuses what is malformed, in Action as in NotAction: it names nothing.
    private static Glob? GlobOf(ActionPattern pattern) =>
        pattern.Kind == ActionPatternKind.Malformed ? null : Glob.Parse(pattern.Text.Value, ignoreCase: true, policyVariables: false);

    private Truth AppliesToResource(RequestFacts facts)
    {
        // The policy of a resource may leave it out: the resource is the one that the policy is attached to.
        if (Statement.Resource is null && Statement.NotResource is null)
            return Truth.Yes;

        Truth named = Truth.No;
        foreach (ResourceValue value in _resources)
        {
            Truth? one = value.Matches(facts);

            // "If AWS cannot resolve a variable this might cause the entire statement to be invalid": a value that says nothing
            // names nothing, but it must not open up everything else either. docs/evaluation.md tells what is known of
            // incomplete ARNs here.
            if (!NamesResources && (one is null || (value.IsCompleted && one == Truth.No)))
                return Truth.No;

            named = named.Or(one ?? Truth.No);
        }

        return NamesResources ? named : named.Not();
    }
}
