using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>Actions of one service that a rule is about. They are looked up in a catalogue once.</summary>
/// <param name="service">The prefix of the service.</param>
/// <param name="isMeant">Whether an action of the service belongs to the group.</param>
internal sealed class ActionGroup(string service, Predicate<CatalogAction> isMeant)
{
    // Replaced as a whole, so that two threads that look it up at once do no harm.
    private Found? _found;

    private readonly ImmutableArray<string> _names = [];

    /// <summary>Names actions, the gravest first: messages speak of the first that is given.</summary>
    public ActionGroup(string service, params ImmutableArray<string> names)
        : this(service, action => names.Contains(action.Name)) => _names = names;

    /// <summary>
    /// The resource types that count, by name: the action is open where it is on all resources of one of them. Empty for
    /// those that the action needs, and then all of them count.
    /// </summary>
    public ImmutableArray<string> On { get; init; } = [];

    /// <summary>The actions with their service, for <see cref="RuleDescriptor.Actions"/>; empty where the group does not name them.</summary>
    public ImmutableArray<string> Names => [.. _names.Select(name => $"{service}:{name}")];

    /// <summary>The actions of the group that the catalogue has.</summary>
    public ImmutableArray<GroupedAction> In(ServiceCatalog catalog) => FoundIn(catalog).Actions;

    /// <summary>Whether the statement may mean an action of the group: a quick look.</summary>
    public bool MayBeIn(StatementAccess statement) =>
        statement.IsNotAction || statement.ActionPatterns.MayMatch(FoundIn(statement.Policy.Catalog).Mask);

    /// <summary>The first statement of the policy that gives an action of the group on some resource, and which.</summary>
    public ActionGrant? FindIn(PolicyAccess policy) => policy.Remember(static _ => new Grants()).Of(this, policy);

    /// <summary>The same among the statements that are meant.</summary>
    public ActionGrant? FindIn(PolicyAccess policy, Predicate<StatementAccess> isMeantStatement)
    {
        List<StatementAccess>? candidates = null;
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Allow && MayBeIn(statement) && isMeantStatement(statement))
                (candidates ??= []).Add(statement);
        }

        if (candidates is null)
            return null;

        foreach (GroupedAction member in In(policy.Catalog))
        {
            foreach (StatementAccess statement in candidates)
            {
                if (statement.Gives(member.Action) && statement.PlaceOf(member.Action) is { } place)
                    return new ActionGrant(statement, member.Action, place);
            }
        }

        return null;
    }

    private Found FoundIn(ServiceCatalog catalog)
    {
        if (_found is not { } found || found.Catalog != catalog)
        {
            ImmutableArray<GroupedAction> actions = LookUp(catalog);
            _found = found = new Found(catalog, actions, new ActionMask(catalog, actions.Select(member => member.Action)));
        }

        return found;
    }

    private ImmutableArray<GroupedAction> LookUp(ServiceCatalog catalog)
    {
        if (!catalog.TryGetService(service, out CatalogService found))
            return [];

        IEnumerable<CatalogAction> actions = found.Actions.Where(action => isMeant(action));
        if (!_names.IsEmpty)
            actions = actions.OrderBy(action => _names.IndexOf(action.Name));

        return [.. actions.Select(action => new GroupedAction(action, On))];
    }

    // What rules that look at statements ask of the whole policy is asked again for each statement.
    private sealed class Grants
    {
        private readonly Dictionary<ActionGroup, ActionGrant?> _known = [];

        public ActionGrant? Of(ActionGroup group, PolicyAccess policy)
        {
            if (!_known.TryGetValue(group, out ActionGrant? grant))
                _known.Add(group, grant = group.FindIn(policy, static _ => true));

            return grant;
        }
    }

    private sealed record Found(ServiceCatalog Catalog, ImmutableArray<GroupedAction> Actions, ActionMask Mask);
}

/// <summary>An action that a statement gives, and where.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Action">The action.</param>
/// <param name="Place">The value of Action that gives it, or NotAction.</param>
internal sealed record ActionGrant(StatementAccess Statement, CatalogAction Action, PolicyNode Place);
