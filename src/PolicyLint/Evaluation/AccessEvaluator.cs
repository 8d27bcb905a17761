using System.Collections.Immutable;
using PolicyLint.Catalog;

namespace PolicyLint.Evaluation;

/// <summary>
/// Answers whether requests are allowed, as AWS documents that it decides. Policies are made ready once; then any number of
/// requests can be asked, from any number of threads. docs/evaluation.md tells how each rule is read and where AWS's
/// documentation leaves a question open.
/// </summary>
/// <remarks>
/// Policies are taken as they are, also where their grammar is wrong: what AWS would refuse applies to nothing. Nothing of a
/// policy or request that is not known is guessed: see <see cref="AccessDecision.Undetermined"/>.
/// </remarks>
/// <example>
/// <code>
/// var evaluator = new AccessEvaluator(new ApplicablePolicies { Identity = [PolicyDocument.Parse(json)] });
/// AccessResult result = evaluator.Evaluate(new AccessRequest
/// {
///     Action = "s3:GetObject",
///     Resource = "arn:aws:s3:::data/report.csv",
///     Principal = RequestPrincipal.Parse("arn:aws:iam::111122223333:role/reader"),
/// });
/// </code>
/// </example>
public sealed class AccessEvaluator
{
    private readonly ServiceCatalog _catalog;
    private readonly ImmutableArray<LayerTest> _layers;
    private readonly bool _hasBoundary;

    /// <summary>Makes policies ready.</summary>
    /// <param name="policies">The policies that have a say.</param>
    /// <param name="catalog">The catalogue that actions are looked up in; null for the one that ships.</param>
    public AccessEvaluator(ApplicablePolicies policies, ServiceCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        _catalog = catalog ?? ServiceCatalog.Default;
        _hasBoundary = policies.Boundary is not null;
        _layers = Prepare(policies);
    }

    /// <summary>Answers one request.</summary>
    /// <exception cref="ArgumentException">The action is not of the form <c>service:Name</c>, or has a wildcard.</exception>
    public AccessResult Evaluate(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var facts = new RequestFacts(request, _catalog);
        Answer answer = Ask(facts);
        return facts.Resource.IsPattern && answer.IsOpen ? Narrow(facts, answer) : answer.ToResult();
    }

    private ImmutableArray<LayerTest> Prepare(ApplicablePolicies policies)
    {
        var layers = ImmutableArray.CreateBuilder<LayerTest>();
        for (int level = 0; level < policies.Scps.Length; level++)
            Add(PolicyLayer.Scp, policies.Scps[level], level);

        if (!policies.Rcps.IsEmpty)
            Add(PolicyLayer.Rcp, policies.Rcps);

        if (policies.VpcEndpoint is { } endpoint)
            Add(PolicyLayer.VpcEndpoint, [endpoint]);

        if (policies.Resource is { } resource)
            Add(PolicyLayer.Resource, [resource]);

        Add(PolicyLayer.Identity, policies.Identity);
        if (policies.Boundary is { } boundary)
            Add(PolicyLayer.Boundary, [boundary]);

        if (!policies.Session.IsEmpty)
            Add(PolicyLayer.Session, policies.Session);

        return layers.DrainToImmutable();

        void Add(PolicyLayer layer, ImmutableArray<PolicyDocument> documents, int level = 0) =>
            layers.Add(new LayerTest(layer, level, documents, _catalog));
    }

    private Answer Ask(RequestFacts facts)
    {
        ImmutableArray<LayerOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<LayerOutcome>(_layers.Length);
        foreach (LayerTest layer in _layers)
        {
            if (Concerns(layer.Layer, facts))
                outcomes.Add(layer.Evaluate(facts, _hasBoundary));
        }

        return new Answer(facts, outcomes.DrainToImmutable());
    }

    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html and …_rcps.html: neither kind
    // limits service-linked roles, an SCP limits only principals of its accounts, and RCPs know only some services.
    private static bool Concerns(PolicyLayer layer, RequestFacts facts) => layer switch
    {
        PolicyLayer.Scp => facts.Principal is { IsIdentity: true, IsServiceLinked: false },
        PolicyLayer.Rcp => !facts.Principal.IsServiceLinked && facts.Service is null or { SupportsRcp: true },
        _ => true,
    };

    /// <summary>
    /// Looks closer at a request for every resource of a pattern. Whatever may be used among them is named by an Allow: where all
    /// of these name a narrower pattern, each is asked for by itself, so that a Deny which covers what is allowed is seen.
    /// </summary>
    private AccessResult Narrow(RequestFacts facts, Answer whole)
    {
        if (NarrowerPatterns(facts, whole) is not { Count: > 0 } patterns)
            return whole.ToResult();

        Answer[] answers = [.. patterns.Select(pattern => Ask(new RequestFacts(facts.Request with { Resource = pattern }, _catalog)))];
        return Array.Exists(answers, static answer => answer.BestCase == AccessDecision.Allowed)
            ? whole.ToResult()
            : (Array.Find(answers, static answer => answer.BestCase == AccessDecision.ExplicitlyDenied) ?? answers[0]).ToResult();
    }

    private static HashSet<string>? NarrowerPatterns(RequestFacts facts, Answer whole)
    {
        var patterns = new HashSet<string>(StringComparer.Ordinal);
        foreach (LayerOutcome outcome in whole.Outcomes)
        {
            if (outcome.Layer is not (PolicyLayer.Identity or PolicyLayer.Resource))
                continue;

            foreach ((StatementTest statement, _) in outcome.Applied)
            {
                if (statement.Effect != Effect.Allow)
                    continue;

                if (!statement.NamesResources)
                    return null;

                foreach (ResourceValue value in statement.Resources)
                {
                    if (value.Matches(facts) is null or Truth.No)
                        continue;

                    if (value.ArnFor(facts) is not { HasUnknown: false } arn || !facts.Resource.Covers(arn))
                        return null;

                    patterns.Add(value.TextFor(facts)!);
                }
            }
        }

        return patterns;
    }

    // What the layers say of one request, put together in both cases.
    private sealed class Answer
    {
        private readonly AccessDecider _best;
        private readonly AccessDecider _worst;

        public Answer(RequestFacts facts, ImmutableArray<LayerOutcome> outcomes)
        {
            Outcomes = outcomes;
            _best = new AccessDecider(facts, outcomes, isBestCase: true);
            _worst = new AccessDecider(facts, outcomes, isBestCase: false);
        }

        public ImmutableArray<LayerOutcome> Outcomes { get; }

        public AccessDecision BestCase => _best.Decision;

        public bool IsOpen => _best.Decision == AccessDecision.Allowed && _worst.Decision != AccessDecision.Allowed;

        public AccessResult ToResult() =>
            new(_best.Decision, _worst.Decision, Statements(), _best.Missing, [.. Outcomes.Select(outcome => outcome.ToResult())]);

        private ImmutableArray<AppliedStatement> Statements() =>
        [
            .. from outcome in Outcomes
               from applied in outcome.Applied
               where Decides(applied.Test.Effect, applied.Truth)
               select new AppliedStatement(outcome.Layer, outcome.Level, applied.Test.Policy, applied.Test.Statement, applied.Truth == Truth.Yes),
        ];

        private bool Decides(Effect effect, Truth truth) => BestCase switch
        {
            AccessDecision.ExplicitlyDenied => effect == Effect.Deny && truth == Truth.Yes,
            AccessDecision.Allowed => IsOpen ? truth == Truth.Maybe : effect == Effect.Allow,
            _ => false,
        };
    }
}
