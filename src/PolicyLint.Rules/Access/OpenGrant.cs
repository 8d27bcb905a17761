using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>
/// Actions that a statement gives on every resource of their kind, while no condition says which and no Deny of the document
/// takes them away. What makes one rule of this shape different from another is an <see cref="ActionGroup"/>, the conditions
/// that clear it, and what it tells.
/// </summary>
internal sealed class OpenGrant
{
    private readonly PolicyNode? _resource;

    private OpenGrant(StatementAccess statement, List<GroupedAction> actions, PolicyNode place)
    {
        Statement = statement;
        Actions = [.. actions.Select(member => member.Action)];
        Place = place;
        _resource = statement.PlaceOfResources(actions[0].IsOpenBy);
    }

    /// <summary>The statement.</summary>
    public StatementAccess Statement { get; }

    /// <summary>The actions, in the order of the group.</summary>
    public IReadOnlyList<CatalogAction> Actions { get; }

    /// <summary>The gravest of them.</summary>
    public CatalogAction First => Actions[0];

    /// <summary>The value of Action that gives the gravest of them, or NotAction.</summary>
    public PolicyNode Place { get; }

    /// <summary>Whether a condition limits it in another way than by those that clear it.</summary>
    public bool IsLimited => Statement.Conditions.HaveSomeLimit();

    /// <summary>How a message starts: <c>`A` and `B` let the caller</c>.</summary>
    public string Lets => $"{Actions.Select(action => action.Name).ToList().Listed()} {(Actions.Count == 1 ? "lets" : "let")} the caller";

    /// <summary>Looks for the grant. Says of what is not known before deployment that it cannot be judged.</summary>
    /// <param name="group">The actions.</param>
    /// <param name="statement">An Allow.</param>
    /// <param name="context">The rule's context.</param>
    /// <param name="clearing">The conditions that clear it.</param>
    public static OpenGrant? Find(ActionGroup group, StatementAccess statement, RuleContext context, ConditionScope clearing = Limits.Any)
    {
        context.CannotJudgeActions(statement);
        if (!group.MayBeIn(statement))
            return null;

        List<GroupedAction>? open = null;
        foreach (GroupedAction member in group.In(context.Catalog))
        {
            if (!statement.Gives(member.Action))
                continue;

            if (member.IsOpenIn(statement))
                (open ??= []).Add(member);
            else
                context.CannotJudgeResources(statement);
        }

        if (open is null || statement.Conditions.IsLimitedBy(clearing))
            return null;

        return statement.PlaceOf(open[0].Action) is { } place ? new OpenGrant(statement, open, place) : null;
    }

    /// <summary>Reports the grant at its action, with the resources beside.</summary>
    /// <param name="context">The rule's context.</param>
    /// <param name="message">What the grant lets somebody do.</param>
    /// <param name="risk">The risk where it is lower than the rule's own.</param>
    public void Report(RuleContext context, string message, SecuritySeverity? risk = null)
    {
        if (_resource is null)
            context.Report(Place, message, risk);
        else
            context.Report(Place, message, risk, related: (_resource, "on this"));
    }
}
