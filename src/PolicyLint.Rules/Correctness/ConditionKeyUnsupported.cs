using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2120: a condition key that requests for the action never have.</summary>
public sealed class ConditionKeyUnsupported() : StatementRule(new RuleDescriptor
{
    Id = "PL2120",
    Name = "condition-key-unsupported",
    Category = RuleCategory.Correctness,
    Needs = StatementParts.Condition,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.UnsupportedActionForConditionKey],
    Title = "A condition key that requests for the action never have",
    Why = "Without its key a positive operator is never true: the Allow never allows the action, the Deny never denies it. A negated operator, `IfExists`, `ForAllValues` and `Null` with `true` are always true: the action is allowed without the guard that everybody sees, or denied whatever the value.",
    Remedy = "Move the action to a statement of its own, with a key that its requests have.",
    Limits = "Actions of SageMaker are looked at, named or by wildcard, and named actions of S3, KMS, DynamoDB and STS; for other services the reference has too many gaps. Tags are the matter of other rules, and of the claims of identity providers only those are looked at that tagging a session lacks.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-action-for-condition-key",
    ],
    Since = "0.1.0",
})
{
    // The services of which Access Analyzer has been seen to say this. It is silent about many others with the same mistake.
    private static readonly string[] CheckedByService = ["dynamodb", "kms", "s3", "sts"];

    // Studio sets these for policy variables; no action lists them.
    private static readonly string[] OnlyVariables = ["sagemaker:DomainId", "sagemaker:UserProfileName"];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (KeyCarriers.IsClaim(term.Entry.Key.Value))
                CheckClaim(statement, term, context);
            else if (!KeyCarriers.IsOfSomeActions(term) || IsTag(term.Entry.Key.Value) || ReplacedKeys.Find(term.Entry.Key.Value) is not null)
                continue;
            else if (IsOnlyVariable(term))
                context.As(null).Report(term.Entry.Key, $"{term.Entry.Key.Quoted()} is for policy variables: no request can be counted on to have it", Severity.Warning);
            else
                Check(statement, term, context);
        }
    }

    private static void Check(StatementAccess statement, ConditionTerm term, RuleContext context)
    {
        if (context.Catalog.SageMaker is { } sageMaker && UncarriedKey.Find(statement, term, sageMaker) is { } found)
            ReportSageMaker(statement, found, context.As(null));

        ReportNamed(statement, term, context);
    }

    private static void ReportSageMaker(StatementAccess statement, UncarriedKey found, RuleContext context)
    {
        KeyAbsence absence = found.Term.WhenAbsent;
        bool isAllow = statement.Statement.Effect == Effect.Allow;

        // A wildcard names more than what is meant: that the condition never holds for the rest is how it should be.
        if (absence == KeyAbsence.DependsOnValue || (absence == KeyAbsence.NeverHolds && !found.HasWhole))
            return;

        Severity severity = found.Term.Operator is { IfExists: true } ? Severity.Suggestion
            : found.HasWhole || (isAllow && !statement.Conditions.IsScoping) ? Severity.Error
            : Severity.Warning;
        context.Report(found.Term.Entry.Key, Message(found.Term.Entry.Key, found.Actions, isAllow, absence), severity, found.Places);
    }

    private static void ReportNamed(StatementAccess statement, ConditionTerm term, RuleContext context)
    {
        if (statement.IsNotAction)
            return;

        List<PolicyString> without = [];
        foreach (string prefix in CheckedByService)
        {
            if (!context.Catalog.TryGetService(prefix, out CatalogService service) || !statement.ActionPatterns.MayMatch(service))
                continue;

            foreach (ActionPattern pattern in statement.ActionPatterns)
            {
                if (pattern.Action is { } action && action.Service.Index == service.Index && !action.CanCarry(term.Entry.Key.Value))
                    without.Add(pattern.Text);
            }
        }

        if (without.Count > 0)
            Report(statement, term, without, context);
    }

    // AWS's own examples let sessions be tagged under conditions on claims, and the service reports just those.
    private static void CheckClaim(StatementAccess statement, ConditionTerm term, RuleContext context)
    {
        if (statement.IsNotAction)
            return;

        List<PolicyString>? without = null;
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Action is { FullName: "sts:TagSession" or "sts:SetSourceIdentity" } action && !action.CanCarry(term.Entry.Key.Value))
                (without ??= []).Add(pattern.Text);
        }

        if (without is not null)
            context.As(IssueCodes.UnsupportedActionForConditionKey).Report(term.Entry.Key, MessageOf(statement, term, without), Severity.Suggestion, Places(without));
    }

    // With IfExists, that the key is missing for some actions is what the writer reckons with.
    private static void Report(StatementAccess statement, ConditionTerm term, List<PolicyString> without, RuleContext context)
    {
        bool isReckonedWith = term.Operator is { IfExists: true };
        context.As(isReckonedWith ? null : IssueCodes.UnsupportedActionForConditionKey).Report(
            term.Entry.Key,
            MessageOf(statement, term, without),
            isReckonedWith ? Severity.Suggestion : Severity.Error,
            Places(without));
    }

    private static (PolicyNode, string)[] Places(List<PolicyString> actions) => [.. actions.Select(static action => ((PolicyNode)action, "for this"))];

    private static string MessageOf(StatementAccess statement, ConditionTerm term, List<PolicyString> actions) =>
        Message(term.Entry.Key, [.. actions.Select(static action => action.Value)], statement.Statement.Effect == Effect.Allow, term.WhenAbsent);

    private static string Message(PolicyString key, IReadOnlyList<string> actions, bool isAllow, KeyAbsence absence)
    {
        string outcome = (isAllow, absence) switch
        {
            (true, KeyAbsence.NeverHolds) => "never allows them",
            (true, KeyAbsence.Holds) => "allows them without this guard",
            (false, KeyAbsence.NeverHolds) => "never denies them",
            (false, KeyAbsence.Holds) => "denies them whatever its value",
            _ => "does not depend on it",
        };
        return $"Requests for {actions.Listed()} never have {key.Quoted()}, so this {outcome}";
    }

    private static bool IsTag(string key) => key.Contains("Tag/", StringComparison.OrdinalIgnoreCase);

    private static bool IsOnlyVariable(ConditionTerm term)
    {
        foreach (string key in OnlyVariables)
        {
            if (term.IsAbout(key))
                return true;
        }

        return false;
    }
}
