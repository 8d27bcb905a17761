using System.Collections.Immutable;
using PolicyLint.Catalog;

namespace PolicyLint.Rules;

/// <summary>What a rule may use besides the policy, and where it reports.</summary>
public readonly struct RuleContext
{
    private readonly Rule _rule;
    private readonly FindingSink _sink;
    private readonly IssueCode? _issueCode;
    private readonly bool _restsOnCatalog;

    internal RuleContext(Rule rule, FindingSink sink)
        : this(rule, sink, rule.Descriptor.OnlyIssueCode, restsOnCatalog: false)
    {
    }

    private RuleContext(Rule rule, FindingSink sink, IssueCode? issueCode, bool restsOnCatalog)
    {
        _rule = rule;
        _sink = sink;
        _issueCode = issueCode;
        _restsOnCatalog = restsOnCatalog;
    }

    /// <summary>The catalogue of AWS services.</summary>
    public ServiceCatalog Catalog => _sink.Catalog;

    /// <summary>The options of the run.</summary>
    public LintOptions Options => _sink.Options;

    /// <summary>
    /// The same context for findings that IAM Access Analyzer gives this code:
    /// <c>context.As(IssueCodes.InvalidAction).Report(…)</c>. Their places, the related ones included, are then exactly those
    /// that the service names.
    /// </summary>
    /// <param name="code">One of the rule's <see cref="RuleDescriptor.IssueCodes"/>; null where the service is silent.</param>
    /// <exception cref="ArgumentException">The rule does not declare the code.</exception>
    public RuleContext As(IssueCode? code) =>
        code is null || _rule.Descriptor.IssueCodes.Contains(code)
            ? new RuleContext(_rule, _sink, code, _restsOnCatalog)
            : throw new ArgumentException($"{_rule.Descriptor} does not declare {code}.", nameof(code));

    /// <summary>
    /// The same context for findings that are there because the catalogue lacks something, and that AWS may have added by now.
    /// Their messages say the date of the catalogue; where it is old (<see cref="LintOptions.Today"/>) they are no errors.
    /// </summary>
    public RuleContext OfCatalog() => new(_rule, _sink, _issueCode, restsOnCatalog: true);

    /// <summary>Reports a finding. Its severity follows from the rule, or from <paramref name="risk"/>; configuration wins over both.</summary>
    /// <param name="node">The main place: the narrowest part of the policy that somebody has to change.</param>
    /// <param name="message">What is wrong: one sentence, text of the policy in backticks as written, no full stop.</param>
    /// <param name="risk">The risk where it is lower than the rule's own.</param>
    /// <param name="related">Other places that belong to the finding, each with a few words on why: <c>on this</c>.</param>
    public void Report(PolicyNode node, string message, SecuritySeverity? risk = null, params ReadOnlySpan<(PolicyNode Node, string Note)> related) =>
        Add(node, message, risk, severity: null, related);

    /// <summary>Reports a finding of a rule that is not about security.</summary>
    /// <param name="node">The main place.</param>
    /// <param name="message">What is wrong, as in the other overload.</param>
    /// <param name="severity">The severity, where it may differ from the rule's own. Configuration still wins.</param>
    /// <param name="related">Other places that belong to the finding.</param>
    public void Report(PolicyNode node, string message, Severity severity, params ReadOnlySpan<(PolicyNode Node, string Note)> related) =>
        Add(node, message, risk: null, severity, related);

    /// <summary>Says that a part could not be judged, so that its silence is not taken for an all-clear.</summary>
    /// <param name="node">The part.</param>
    /// <param name="reason">Why, as a clause without a full stop. Said several times of one part, it is kept once.</param>
    public void CannotJudge(PolicyNode node, string reason)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        _sink.AddNotEvaluated(node.Span, node.Pointer, reason);
    }

    private void Add(PolicyNode node, string message, SecuritySeverity? risk, Severity? severity, ReadOnlySpan<(PolicyNode Node, string Note)> related)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        ImmutableArray<RelatedPlace>.Builder places = ImmutableArray.CreateBuilder<RelatedPlace>(related.Length);
        foreach (var (place, note) in related)
            places.Add(new RelatedPlace(_sink.Text, new FindingPlace(place), note));

        _sink.Add(_rule.Descriptor, _issueCode, new FindingPlace(node), message, risk, severity, places.MoveToImmutable(), _restsOnCatalog);
    }
}
