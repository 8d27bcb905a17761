using PolicyLint.Analysis;
using PolicyLint.Rules.Access;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Security;

/// <summary>PL1037: a tag of the request is asked for where no request has tags.</summary>
public sealed class RequestTagOnNonTaggingAction() : StatementRule(new RuleDescriptor
{
    Id = "PL1037",
    Name = "request-tag-on-non-tagging-action",
    Category = RuleCategory.Security,
    Needs = StatementParts.Condition,
    Services = ["sagemaker"],
    SecuritySeverity = SecuritySeverity.Medium,
    Title = "A tag of the request is asked for where no request has tags",
    Why = "Only requests that create something or change tags carry `aws:RequestTag` and `aws:TagKeys`. For all other actions a positive condition is never true, so that the statement does nothing; with `ForAllValues` or a negated operator it is always true, so that the actions are allowed without the guard.",
    Remedy = "Ask for `aws:ResourceTag` where the resource exists already, and move actions that know no tags to a statement of their own.",
    Limits = "Only actions of SageMaker are looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null || context.Catalog.SageMaker is not { } sageMaker)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if ((term.IsAbout("aws:RequestTag/") || term.IsAbout("aws:TagKeys")) && UncarriedKey.Find(statement, term, sageMaker) is { } found)
                Report(statement, found, context);
        }
    }

    private static void Report(StatementAccess statement, UncarriedKey found, RuleContext context)
    {
        ConditionTerm term = found.Term;
        if (term.WhenAbsent == KeyAbsence.DependsOnValue || (term.WhenAbsent == KeyAbsence.NeverHolds && !found.HasWhole))
            return;

        // Beside a term that does narrow, one that drops out is only superfluous.
        bool dropsOut = term.WhenAbsent == KeyAbsence.Holds && (statement.Conditions.IsScoping || statement.Conditions.Mentions("aws:ResourceTag/") || statement.Conditions.Mentions("sagemaker:ResourceTag/"));
        string outcome = (statement.Statement.Effect, term.WhenAbsent) switch
        {
            (Effect.Deny, KeyAbsence.NeverHolds) => "never denies them",
            (Effect.Deny, _) => "denies them whatever the tags",
            (_, KeyAbsence.NeverHolds) => "never allows them",
            _ => "allows them without this guard",
        };
        context.Report(
            term.Entry.Key,
            $"Requests for {found.Actions.Listed()} never have {term.Entry.Key.Quoted()}, so this {outcome}",
            dropsOut ? SecuritySeverity.None : SecuritySeverity.Medium,
            found.Places);
    }
}
