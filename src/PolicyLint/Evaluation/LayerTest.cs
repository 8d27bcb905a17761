using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Evaluation;

/// <summary>The policies of one layer, or of one level of the organization, made ready.</summary>
internal sealed class LayerTest
{
    private readonly ImmutableArray<StatementTest> _statements;

    public LayerTest(PolicyLayer layer, int level, IEnumerable<PolicyDocument> policies, ServiceCatalog catalog)
    {
        Layer = layer;
        Level = level;
        _statements =
        [
            .. from policy in policies
               from statement in new PolicyAccess(policy, catalog).Statements
               where statement.Statement.Effect != Effect.None
               select new StatementTest(statement, layer),
        ];
    }

    public PolicyLayer Layer { get; }

    public int Level { get; }

    /// <summary>What the layer says of a request.</summary>
    /// <param name="facts">The request.</param>
    /// <param name="hasBoundary">Whether the caller has a permissions boundary.</param>
    public LayerOutcome Evaluate(RequestFacts facts, bool hasBoundary)
    {
        var outcome = new LayerOutcome(this);
        foreach (StatementTest statement in _statements)
        {
            GrantTruth truth = statement.Applies(facts, hasBoundary);
            if (truth.Any != Truth.No)
                outcome.Add(statement, truth);
        }

        return outcome;
    }
}

/// <summary>What one layer says of one request.</summary>
internal sealed class LayerOutcome(LayerTest test)
{
    private readonly List<(StatementTest Test, Truth Truth)> _applied = [];

    public PolicyLayer Layer => test.Layer;

    public int Level => test.Level;

    /// <summary>Whether a Deny applies.</summary>
    public Truth Denies { get; private set; }

    /// <summary>Whether an Allow applies, and by what of the caller.</summary>
    public GrantTruth Allows { get; private set; }

    public IReadOnlyList<(StatementTest Test, Truth Truth)> Applied => _applied;

    public void Add(StatementTest statement, GrantTruth truth)
    {
        _applied.Add((statement, truth.Any));
        if (statement.Effect == Effect.Deny)
            Denies = Denies.Or(truth.Any);
        else
            Allows = Allows.Or(truth);
    }

    public LayerResult ToResult() => new(Layer, Level, DecisionOf(Layer == PolicyLayer.Rcp ? Truth.Yes : Allows.Any), GrantOf());

    private AccessDecision DecisionOf(Truth allows) => (Denies, allows) switch
    {
        (Truth.Yes, _) => AccessDecision.ExplicitlyDenied,
        (_, Truth.No) => AccessDecision.ImplicitlyDenied,
        (Truth.No, Truth.Yes) => AccessDecision.Allowed,
        _ => AccessDecision.Undetermined,
    };

    private ResourceGrant GrantOf() => Layer != PolicyLayer.Resource ? ResourceGrant.None
        : Allows.Principal == Truth.Yes ? ResourceGrant.Principal
        : Allows.Role == Truth.Yes ? ResourceGrant.Role
        : Allows.Account == Truth.Yes ? ResourceGrant.Account
        : ResourceGrant.None;
}
