using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Evaluation;

namespace PolicyLint.Configuration;

/// <summary>What a statement reaches, held against what a rule of a configuration asks for.</summary>
internal sealed class StatementReach
{
    private readonly StatementAccess _access;
    private readonly ImmutableArray<(PolicyString Text, PrincipalPattern Pattern)> _principals;

    public StatementReach(StatementAccess access)
    {
        _access = access;
        Principal? principal = Statement.Principal ?? Statement.NotPrincipal;
        IEnumerable<PolicyString> values = principal is null ? [] : principal.Text is { } text ? [text] : principal.Entries.SelectMany(entry => entry.Values);
        _principals = [.. values.Select(value => (value, new PrincipalPattern(value.Value)))];
    }

    public Statement Statement => _access.Statement;

    public Truth Meets(Demand<ActionSet>? demand)
    {
        // What the same policy denies again is not given.
        ActionSet actions = Statement.Effect == Effect.Allow ? _access.Policy.GrantedBy(_access) : _access.Actions;
        Truth otherwise = _access.HasUnknownAction ? Truth.Maybe : Truth.No;
        return demand is null ? Truth.Yes : demand.IsMet(
            asked => actions.Overlaps(asked) ? Truth.Yes : otherwise,
            asked => actions.IsSupersetOf(asked) ? Truth.Yes : otherwise,
            known => GoesBeyond(actions, known) ? Truth.Yes : otherwise);
    }

    public Truth Meets(Demand<ResourcePattern>? demand)
    {
        if (demand is null)
            return Truth.Yes;

        if (Statement.Resource is null && Statement.NotResource is null)
            return Truth.No;

        return _access.IsNotResource
            ? demand.IsMet(asked => CoversResource(asked).Not(), asked => ReachesResource(asked).Not(), known => known.All(pattern => pattern.Kind != ResourcePatternKind.Everything).ToTruth())
            : demand.IsMet(ReachesResource, CoversResource, known => Any(_access.ResourcePatterns, pattern => GoesBeyond(pattern, known)));
    }

    public Truth Meets(Demand<PrincipalPattern>? demand)
    {
        if (demand is null)
            return Truth.Yes;

        if (Statement.Principal is null && Statement.NotPrincipal is null)
            return Truth.No;

        return Statement.Principal is null
            ? demand.IsMet(asked => CoversPrincipal(asked).Not(), asked => ReachesPrincipal(asked).Not(), known => known.All(pattern => !pattern.IsEverybody).ToTruth())
            : demand.IsMet(ReachesPrincipal, CoversPrincipal, known => Any(_principals, value => value.Pattern.GoesBeyond(known)));
    }

    // Keys are no patterns of each other: of a key, there is nothing beyond.
    public Truth Meets(Demand<string>? demand) => demand is null ? Truth.Yes : demand.IsMet(IsNarrowedBy, IsNarrowedBy, _ => Truth.No);

    /// <summary>The values of Action that give what is asked for; NotAction as a whole.</summary>
    public IEnumerable<PolicyNode> ActionsOf(Demand<ActionSet> demand) => _access.IsNotAction
        ? Whole(demand, Statement.NotAction!)
        : from pattern in _access.ActionPatterns
          where demand.IsAbout(pattern.Actions.Overlaps, known => GoesBeyond(pattern.Actions, known))
          select pattern.Text;

    /// <summary>The values of Resource that mean what is asked for; NotResource as a whole.</summary>
    public IEnumerable<PolicyNode> ResourcesOf(Demand<ResourcePattern> demand) => _access.IsNotResource
        ? Whole(demand, Statement.NotResource!)
        : from pattern in _access.ResourcePatterns
          where demand.IsAbout(pattern.Overlaps, known => GoesBeyond(pattern, known) != Truth.No)
          select pattern.Text;

    /// <summary>The principals that are asked for; NotPrincipal as a whole.</summary>
    public IEnumerable<PolicyNode> PrincipalsOf(Demand<PrincipalPattern> demand) => Statement.Principal is null
        ? Whole(demand, Statement.NotPrincipal!)
        : from value in _principals
          where demand.IsAbout(asked => value.Pattern.Reaches(asked) != Truth.No, known => value.Pattern.GoesBeyond(known) != Truth.No)
          select value.Text;

    private static PolicyNode[] Whole<T>(Demand<T> demand, PolicyNode element) => demand.WantsSomething ? [element] : [];

    private static bool GoesBeyond(ActionSet actions, ImmutableArray<ActionSet> known) =>
        !known.Aggregate(actions, (left, some) => left.Except(some)).IsEmpty;

    private static Truth GoesBeyond(ResourcePattern pattern, ImmutableArray<ResourcePattern> known) =>
        known.Any(some => Covers(some, pattern)) ? Truth.No : pattern.HasUnknown ? Truth.Maybe : Truth.Yes;

    // Patterns of ARNs that cover a partition are as wide as the star, as everywhere.
    private static bool Covers(ResourcePattern pattern, ResourcePattern other) =>
        pattern.Covers(other) || (pattern.Kind == ResourcePatternKind.Everything && other.Kind == ResourcePatternKind.Everything);

    private Truth ReachesResource(ResourcePattern asked) => Any(_access.ResourcePatterns, pattern =>
        !pattern.Overlaps(asked) ? Truth.No : pattern.HasUnknown ? Truth.Maybe : Truth.Yes);

    private Truth CoversResource(ResourcePattern asked) => Any(_access.ResourcePatterns, pattern =>
        Covers(pattern, asked) ? Truth.Yes
        : pattern.HasUnknown && pattern.Overlaps(asked) ? Truth.Maybe
        : Truth.No);

    private Truth ReachesPrincipal(PrincipalPattern asked) => Any(_principals, value => value.Pattern.Reaches(asked));

    private Truth CoversPrincipal(PrincipalPattern asked) => Any(_principals, value => value.Pattern.Covers(asked));

    // A condition of a Deny narrows it with negated operators too: there, that the key is asked about has to do.
    private Truth IsNarrowedBy(string key)
    {
        ConditionAccess conditions = _access.Conditions;
        if (Statement.Effect == Effect.Deny ? conditions.Mentions(key) : conditions.Constrains(key))
            return Truth.Yes;

        return conditions.Terms.Any(term => term.Entry.Key.HasUnknown) ? Truth.Maybe : Truth.No;
    }

    private static Truth Any<T>(ImmutableArray<T> values, Func<T, Truth> test) => values.Select(test).Aggregate(Truth.No, TruthExtensions.Or);
}
