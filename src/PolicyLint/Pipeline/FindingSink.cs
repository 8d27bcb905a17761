using System.Collections.Immutable;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Collects what the rules say about one document, and gives each finding its severity.</summary>
internal sealed class FindingSink(SourceText text, ServiceCatalog catalog, LintOptions options)
{
    private readonly List<Finding> _findings = [];
    private HashSet<NotEvaluated>? _notEvaluated;

    public ServiceCatalog Catalog => catalog;

    public LintOptions Options => options;

    /// <summary>The text of the policy.</summary>
    public SourceText Text => text;

    // A clock that is behind makes nothing old.
    private bool IsCatalogOld => options.Today is { } today && today.DayNumber - catalog.Date.DayNumber > LintOptions.CatalogFreshness;

    private bool IsOfServiceOnly => options.Profile == RuleProfile.AccessAnalyzer;

    // PL0001 belongs to every profile: silence would pass for an all-clear.
    public void Add(RuleDescriptor rule, IssueCode? code, FindingPlace place, string message, SecuritySeverity? risk, Severity? stated, ImmutableArray<RelatedPlace> related, bool restsOnCatalog = false)
    {
        if (IsOfServiceOnly && code is null && rule != EngineRules.RuleFailed)
            return;

        if (Weigh(rule, code, risk, stated, restsOnCatalog) is not { } severity)
            return;

        _findings.Add(new Finding(rule, code, severity, risk ?? rule.SecuritySeverity, message, text, place, related));
    }

    public void AddNotEvaluated(TextSpan span, string pointer, string reason)
    {
        _notEvaluated ??= [];
        _notEvaluated.Add(text.Origin is { } origin
            ? new NotEvaluated(origin.File, origin.Locate(span), pointer, reason, origin.Address)
            : new NotEvaluated(text, span, pointer, reason));
    }

    // The order is the source's, whatever order the rules ran in.
    public ImmutableArray<Finding> TakeFindings()
    {
        if (_findings.Count == 0)
            return [];

        // Equal ones stay in the order in which they were found.
        ImmutableArray<Finding> left = [.. IsOfServiceOnly ? _findings : Supersession.LeaveOut(_findings)];
        return IsInOrder(left) ? left : [.. left.Order(InSource)];
    }

    private static bool IsInOrder(ImmutableArray<Finding> findings)
    {
        for (int i = 1; i < findings.Length; i++)
        {
            if (Compare(findings[i - 1], findings[i]) > 0)
                return false;
        }

        return true;
    }

    /// <summary>The order of the source, then of the rule ids.</summary>
    public static Comparer<Finding> InSource { get; } = Comparer<Finding>.Create(Compare);

    private static int Compare(Finding left, Finding right)
    {
        if (left.Span.Start != right.Span.Start)
            return left.Span.Start.CompareTo(right.Span.Start);

        if (left.Span.Length != right.Span.Length)
            return left.Span.Length.CompareTo(right.Span.Length);

        int byId = string.CompareOrdinal(left.Rule.Id, right.Rule.Id);
        return byId != 0 ? byId : string.CompareOrdinal(left.Message, right.Message);
    }

    public ImmutableArray<NotEvaluated> TakeNotEvaluated() =>
        _notEvaluated is null ? [] :
    [
        .. _notEvaluated
            .OrderBy(entry => entry.Span.Start)
            .ThenBy(entry => entry.Span.Length)
            .ThenBy(entry => entry.Reason, StringComparer.Ordinal),
    ];

    // Configuration reaches everything but PL0001. What keeps a document from being read may be left out of the findings,
    // but LintResult.IsClean asks the document itself.
    private Severity? Weigh(RuleDescriptor rule, IssueCode? code, SecuritySeverity? risk, Severity? stated, bool restsOnCatalog)
    {
        Severity own = IsOfServiceOnly && code is not null ? code.Severity : OwnSeverity(rule, risk, stated);
        if (restsOnCatalog && IsCatalogOld && own == Severity.Error)
            own = Severity.Warning;

        if (options.Severities.IsEmpty || rule.Id == EngineRules.RuleFailed.Id)
            return own;

        if (options.Severities.TryGetValue(rule.Id, out Severity? configured) || options.Severities.TryGetValue(rule.Name, out configured))
            return configured;

        return own;
    }

    private static Severity OwnSeverity(RuleDescriptor rule, SecuritySeverity? risk, Severity? stated) =>
        stated ?? (risk is null || risk == rule.SecuritySeverity ? rule.DefaultSeverity : RuleDescriptor.SeverityOf(risk.Value));
}
