using PolicyLint.Analysis;
using PolicyLint.Evaluation;
using PolicyLint.Rules;

namespace PolicyLint.Configuration;

/// <summary>
/// A rule that a configuration declares: it reports a statement that meets all its demands. What is not known before deployment
/// makes a demand undecided, and that is said instead.
/// </summary>
internal sealed class DeclaredRule(RuleDescriptor descriptor, string message) : StatementRule(descriptor)
{
    /// <summary>What the statement allows or denies; null where any action will do.</summary>
    public Demand<ActionSet>? Actions { get; init; }

    /// <summary>What on; null where any resource will do.</summary>
    public Demand<ResourcePattern>? Resources { get; init; }

    /// <summary>Who is meant; null where anybody will do, and where the policy names nobody.</summary>
    public Demand<PrincipalPattern>? Principals { get; init; }

    /// <summary>The condition keys that narrow it; null where that does not matter.</summary>
    public Demand<string>? Conditions { get; init; }

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        var reach = new StatementReach(statement);
        Truth verdict = reach.Meets(Actions).And(reach.Meets(Resources)).And(reach.Meets(Principals)).And(reach.Meets(Conditions));
        if (verdict == Truth.Maybe)
            context.CannotJudge(statement.Statement, $"{Descriptor}: what decides it is not known before deployment");

        if (verdict != Truth.Yes)
            return;

        PolicyNode[] places = PlacesIn(reach);
        context.Report(places[0], message, Descriptor.DefaultSeverity, [.. places[1..].Select(place => (place, "and this"))]);
    }

    // The values that the rule asks for; where it asks what a statement lacks, the statement.
    private PolicyNode[] PlacesIn(StatementReach reach)
    {
        PolicyNode[] actions = Actions is null ? [] : [.. reach.ActionsOf(Actions)];
        PolicyNode[] resources = actions.Length > 0 || Resources is null ? [] : [.. reach.ResourcesOf(Resources)];
        PolicyNode[] principals = actions.Length + resources.Length > 0 || Principals is null ? [] : [.. reach.PrincipalsOf(Principals)];
        PolicyNode[] places = [.. actions, .. resources, .. principals];
        return places.Length > 0 ? places : [reach.Statement];
    }
}
