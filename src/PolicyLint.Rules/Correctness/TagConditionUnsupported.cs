using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2163: a condition on tags for actions that know no tags.</summary>
public sealed class TagConditionUnsupported() : StatementRule(new RuleDescriptor
{
    Id = "PL2163",
    Name = "tag-condition-unsupported",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Warning,
    IssueCodes =
    [
        IssueCodes.AllowWithUnsupportedTagConditionKeyForService,
        IssueCodes.AllowNotActionWithUnsupportedTagConditionKeyForService,
        IssueCodes.DenyWithUnsupportedTagConditionKeyForService,
        IssueCodes.DenyNotActionWithUnsupportedTagConditionKeyForService,
    ],
    AppliesTo = PolicyTypes.All & ~PolicyTypes.Trust,
    Needs = StatementParts.Condition,
    Title = "A condition on tags for actions that know no tags",
    Why = "Requests for these actions never carry the tag of a resource, so that the condition is never true: an Allow does not allow them, and a Deny lets them through.",
    Remedy = "Move the actions to a statement without the condition, and limit them by ARN where they take one.",
    Limits = "Looked at are `aws:ResourceTag` keys with operators that need the tag to be there. Patterns are reported where no action that they match knows tags. With NotAction the finding is a suggestion.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-deny-with-unsupported-tag-condition-key-for-service",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null || statement.Statement.Effect == Effect.None)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (!term.IsAbout(TagSupport.ResourceTag) || term.Operator is not { IsNegated: false, IfExists: false, Family: not OperatorFamily.Null, Qualifier: not SetQualifier.ForAllValues })
                continue;

            if (statement.IsNotAction)
                ReportNotAction(term, statement, context);
            else
                ReportActions(term, statement, context);
        }
    }

    private static void ReportNotAction(ConditionTerm term, StatementAccess statement, RuleContext context)
    {
        bool denies = statement.Statement.Effect == Effect.Deny;
        IssueCode code = denies ? IssueCodes.DenyNotActionWithUnsupportedTagConditionKeyForService : IssueCodes.AllowNotActionWithUnsupportedTagConditionKeyForService;
        context.As(code).Report(
            statement.Statement.NotAction!,
            $"NotAction means many actions that know no tags: with {term.Entry.Key.Quoted()} {(denies ? "they are not denied" : "they are not allowed")}",
            Severity.Suggestion,
            (term.Entry.Key, "this condition"));
    }

    // One finding for each service, as the service does.
    private static void ReportActions(ConditionTerm term, StatementAccess statement, RuleContext context)
    {
        List<(CatalogService Service, List<ActionPattern> Patterns)>? services = null;
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Service is not { } service || !TagSupport.KnowsNoTags(pattern, context.Catalog))
                continue;

            services ??= [];
            int known = services.FindIndex(entry => entry.Service == service);
            if (known < 0)
                services.Add((service, [pattern]));
            else
                services[known].Patterns.Add(pattern);
        }

        foreach (var (service, patterns) in services ?? [])
            Report(term, service, patterns, statement.Statement.Effect, context);
    }

    private static void Report(ConditionTerm term, CatalogService service, List<ActionPattern> patterns, Effect effect, RuleContext context)
    {
        (IssueCode code, string result) = effect == Effect.Deny
            ? (IssueCodes.DenyWithUnsupportedTagConditionKeyForService, "does not deny")
            : (IssueCodes.AllowWithUnsupportedTagConditionKeyForService, "does not allow");
        PolicyString first = patterns[0].Text;
        string what = patterns.Count == 1 ? first.Quoted() : $"{first.Quoted()} and {(patterns.Count - 1).Times("more action")} of {service.Prefix.Quoted()}";
        context.As(code).Report(
            first,
            $"With {term.Entry.Key.Quoted()} this statement {result} {what}, which {(patterns.Count == 1 ? "knows" : "know")} no tags in the catalogue of {context.Catalog.Date:O}",
            related: [.. patterns.Skip(1).Select(pattern => ((PolicyNode)pattern.Text, "this one too")), (term.Entry.Key, "this condition")]);
    }
}
