using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>
/// A rule that reports a group of escalation paths: one finding a policy, at the action that tells the gravest path from
/// others, with the other paths counted and pointed to.
/// </summary>
public abstract class EscalationRule : PolicyRule
{
    private protected EscalationRule(RuleDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <inheritdoc/>
    public sealed override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        ArgumentNullException.ThrowIfNull(policy);
        EscalationReports reports = EscalationReports.Of(policy);
        if (reports.HasUnknownAction)
            CannotJudgeActions(policy, context);

        EscalationReport report = Descriptor.Profile == RuleProfile.Hardened ? reports.Guardrails : reports.Main;
        if (report.IsEmpty)
            return;

        if (report.Of(Descriptor.Id) is [var gravest, ..] open)
            context.Report(gravest.Key.Place, EscalationWords.Message(gravest, open.Count - 1), gravest.Risk, [.. EscalationPlaces.Of(open).Select(static place => (place.Node, place.Note))]);

        foreach (Escalation unjudged in report.Unjudged)
        {
            if (unjudged.Path.RuleId == Descriptor.Id)
                CannotJudge(unjudged, context);
        }
    }

    private static void CannotJudgeActions(PolicyAccess policy, RuleContext context)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Allow)
                context.CannotJudgeActions(statement);
        }
    }

    private static void CannotJudge(Escalation unjudged, RuleContext context)
    {
        foreach (EscalationGrant grant in unjudged.Grants)
        {
            if (grant.Reach != EscalationReach.Unknown)
                continue;

            string what = grant.Step.PassesRole ? "which roles may be passed" : "the resource";
            foreach (ResourcePattern pattern in grant.Statement.ResourcePatterns)
            {
                if (pattern.HasUnknown)
                    context.CannotJudge(pattern.Text, $"{what} is not known before deployment");
            }

            foreach (ConditionTerm term in grant.Statement.Conditions.Terms)
            {
                foreach (ConditionValue value in term.Entry.Values)
                {
                    if (value.HasUnknown)
                        context.CannotJudge(value, "the condition is not known before deployment");
                }
            }
        }
    }
}
