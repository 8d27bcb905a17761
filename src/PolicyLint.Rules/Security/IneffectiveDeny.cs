using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Security;

/// <summary>PL1013: a Deny that denies nothing.</summary>
public sealed class IneffectiveDeny() : StatementRule(new RuleDescriptor
{
    Id = "PL1013",
    Name = "ineffective-deny",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.High,
    LooksAt = Effect.Deny,
    Supersedes = ["PL2001", "PL2002", "PL2003", "PL2008", "PL2009", "PL2160", "PL2161", "PL2163"],
    Title = "A Deny that denies nothing",
    Why = "The guardrail looks as if it stood, and no request ever meets it: what it was to keep out gets in, and nobody looks for it, because the policy says that it is denied.",
    Remedy = "Name actions that exist, on resources that they work on, `*` where they take none; and conditions that can be true together.",
    Limits = "Only what no request at all can meet is reported: a Deny of which one action still works is not. What the catalogue does not have may have been added since.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (FindContradiction(statement.Conditions) is { } term)
            context.Report(term.Entry.Key, $"This Deny denies nothing: no request meets both conditions on {term.Entry.Key.Quoted()}");
        else if (statement.Statement is { Action: { } actions, Resource: null or { Count: > 0 } } && !statement.HasUnknown && DeniesNothing(statement, context.Catalog, out string why))
            Report(statement, actions, why, context.OfCatalog());
    }

    private static void Report(StatementAccess statement, PolicyStringList actions, string why, RuleContext context)
    {
        PolicyNode place = actions.Values is [var only] ? only : actions;
        if (statement.Statement.Resource is { } resource)
            context.Report(place, $"This Deny denies nothing: {why}", related: (resource, "on this"));
        else
            context.Report(place, $"This Deny denies nothing: {why}");
    }

    private static bool DeniesNothing(StatementAccess statement, ServiceCatalog catalog, out string why)
    {
        bool hasAction = false;
        why = "";
        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            // A malformed action is refused, not ineffective; a pattern that reaches what the catalogue lacks may deny that.
            if (pattern.Kind is ActionPatternKind.Everything or ActionPatternKind.Malformed or ActionPatternKind.Unresolved)
                return false;

            if (pattern.Action is { } exact)
            {
                if (statement.CanApplyTo(exact))
                    return false;

                hasAction = true;
            }
            else if (pattern.Kind == ActionPatternKind.Wildcard && pattern.Actions is { IsEmpty: false } matched)
            {
                foreach (int ordinal in matched)
                {
                    if (catalog.IsPhantom(ordinal) || statement.CanApplyTo(catalog.GetAction(ordinal)))
                        return false;
                }

                hasAction = true;
            }
            else if (MayBeNew(pattern, catalog))
            {
                return false;
            }
        }

        why = hasAction ? $"no action of it works on its resources in the catalogue of {catalog.Date:O}" : $"its actions do not exist in the catalogue of {catalog.Date:O}";
        return !statement.ActionPatterns.IsEmpty;
    }

    // What resembles nothing known is as likely newer than the catalogue as wrong.
    private static bool MayBeNew(ActionPattern pattern, ServiceCatalog catalog) => pattern.Kind switch
    {
        ActionPatternKind.UnknownService => catalog.FindPrefixNote(pattern.Prefix) is { } note ? note.IsStillAccepted : catalog.FindNearestService(pattern.Prefix) is null,
        ActionPatternKind.UnknownAction => catalog.FindNearestAction(pattern.Service!.Value, pattern.Name) is null,
        _ => false,
    };

    // One key that must be there and must not, or must be a text and must not.
    private static ConditionTerm? FindContradiction(ConditionAccess conditions)
    {
        if (conditions.Terms.Length < 2)
            return null;

        foreach (ConditionTerm first in conditions.Terms)
        {
            foreach (ConditionTerm second in conditions.Terms)
            {
                if (first != second && first.IsAbout(second.Entry.Key.Value) && Contradict(first, second))
                    return second;
            }
        }

        return null;
    }

    private static bool Contradict(ConditionTerm first, ConditionTerm second)
    {
        if (first.Operator is { Family: OperatorFamily.Null } && first.Entry.Values is [{ Text: var isNull }] && isNull.Equals("true", StringComparison.OrdinalIgnoreCase))
            return second.WhenAbsent == KeyAbsence.NeverHolds;

        return first.Operator is { Name: "StringEquals", IfExists: false, Qualifier: SetQualifier.None }
            && second.Operator is { Name: "StringNotEquals", Qualifier: SetQualifier.None }
            && AreAllIn(first.Entry, second.Entry);
    }

    private static bool AreAllIn(ConditionEntry some, ConditionEntry all)
    {
        foreach (ConditionValue value in some.Values)
        {
            if (value.HasUnknown || !all.Values.Any(other => other.Text == value.Text))
                return false;
        }

        return !some.Values.IsEmpty;
    }
}
