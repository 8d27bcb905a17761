using System.Collections.Immutable;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// One statement seen as access: which actions, on which resources, under which conditions. Everything is worked out when
/// first asked for and kept.
/// </summary>
public sealed class StatementAccess
{
    internal StatementAccess(PolicyAccess policy, Statement statement)
    {
        Policy = policy;
        Statement = statement;
    }

    /// <summary>The policy that the statement belongs to.</summary>
    public PolicyAccess Policy { get; }

    /// <summary>The statement as written.</summary>
    public Statement Statement { get; }

    /// <summary>Whether the actions are those that NotAction does not name.</summary>
    public bool IsNotAction => Statement.Action is null && Statement.NotAction is not null;

    /// <summary>The values of Action or NotAction, in the order written.</summary>
    public ActionPatternList ActionPatterns => field ??= new ActionPatternList(Statement.Action ?? Statement.NotAction, Policy.Catalog);

    /// <summary>
    /// The actions meant: those of Action, or all but those of NotAction. Where a value of Action is not known before
    /// deployment it adds nothing; where one of NotAction is not, nothing is certain and the set is empty.
    /// </summary>
    public ActionSet Actions => field ??= UniteActions();

    /// <summary>Whether the resources are those that NotResource does not name.</summary>
    public bool IsNotResource => Statement.Resource is null && Statement.NotResource is not null;

    /// <summary>The values of Resource or NotResource, in the order written; empty in a trust policy.</summary>
    public ImmutableArray<ResourcePattern> ResourcePatterns
    {
        get
        {
            if (field.IsDefault)
                field = ReadResources();

            return field;
        }
    }

    /// <summary>Whether Resource includes everything: <c>*</c>, or a pattern of ARNs that covers a whole partition.</summary>
    public bool CoversAnyResource => !IsNotResource && Any(static pattern => pattern.Kind == ResourcePatternKind.Everything);

    /// <summary>
    /// Whether the statement applies to actions without resource-level permission, which need <c>*</c> itself: no ARN, however
    /// wide, is enough. A statement without Resource applies to the resource that it is attached to.
    /// </summary>
    public bool MatchesStar
    {
        get
        {
            bool named = Any(static pattern => pattern.MatchesStar);
            return IsNotResource ? !named && !HasUnknownResource : named || HasNoResource;
        }
    }

    /// <summary>
    /// The ARNs of Resource that no action of Action works on: of no resource type that one of them has. Empty for NotAction,
    /// NotResource and where an action is not known. Almost always empty.
    /// </summary>
    public ImmutableArray<ResourcePattern> UnusedResources
    {
        get
        {
            if (field.IsDefault)
                field = FindUnused();

            return field;
        }
    }

    /// <summary>
    /// The actions that are named in Action, support resource-level permission, and work on none of the resources: of no type that
    /// may match one of them. Empty where Resource is <c>*</c>. Almost always empty.
    /// </summary>
    public ImmutableArray<ActionPattern> IdleActions
    {
        get
        {
            if (field.IsDefault)
                field = FindIdle();

            return field;
        }
    }

    /// <summary>What the condition does.</summary>
    public ConditionAccess Conditions => field ??= Statement.Condition is { } block ? new(block, Policy.Catalog, Policy.Document.HasPolicyVariables) : ConditionAccess.None;

    /// <summary>Whether there is no Condition, or one that holds in every request.</summary>
    public bool IsUnconditional => Conditions.AlwaysHolds;

    /// <summary>Whether a part of its actions is not known before deployment.</summary>
    public bool HasUnknownAction => ActionPatterns.Has(ActionPatternKind.Unresolved);

    /// <summary>Whether a part of its resources is not known before deployment.</summary>
    public bool HasUnknownResource => Any(static pattern => pattern.HasUnknown);

    /// <summary>Whether a part of its actions, resources or condition is not known before deployment.</summary>
    public bool HasUnknown => HasUnknownAction || HasUnknownResource || Conditions.HasUnknown;

    /// <summary>
    /// Whether the action is meant: named, matched by a pattern, or not one of those that NotAction names. What is not known
    /// before deployment counts as not there.
    /// </summary>
    public bool Means(CatalogAction action) =>
        IsNotAction ? Actions.Contains(action.Ordinal) : ActionPatterns.MayMatch(action);

    /// <summary>Whether a resource of this type may be meant; also true where that is not known.</summary>
    public bool CanMatch(CatalogResourceType type)
    {
        if (IsNotResource)
            return !CoversAny(type, everywhere: true);

        foreach (ResourcePattern pattern in ResourcePatterns)
        {
            if (pattern.CanMatch(type))
                return true;
        }

        return HasNoResource;
    }

    /// <summary>
    /// Whether every resource of this type is certainly meant, whatever its name, in at least one partition, region and
    /// account. With NotResource: whether no value can match any resource of the type.
    /// </summary>
    public bool CoversAllOf(CatalogResourceType type)
    {
        if (!IsNotResource)
            return CoversAny(type, everywhere: false);

        foreach (ResourcePattern pattern in ResourcePatterns)
        {
            if (pattern.CanMatch(type))
                return false;
        }

        return !ResourcePatterns.IsEmpty;
    }

    /// <summary>
    /// Whether the statement certainly applies to the action on every resource that it can work on: all of each of its
    /// resource types, or <c>*</c> for an action without resource-level permission.
    /// </summary>
    public bool CoversEveryResourceOf(CatalogAction action)
    {
        if (!action.SupportsResourceLevel)
            return MatchesStar;

        foreach (CatalogActionResource resource in action.ResourceTypes)
        {
            if (!CoversAllOf(resource.Type))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether the statement may apply to the action at all: a resource of one of its types may match, or <c>*</c> does for an
    /// action without resource-level permission. Also true where that is not known.
    /// </summary>
    public bool CanApplyTo(CatalogAction action)
    {
        if (!action.SupportsResourceLevel)
            return MatchesStar || HasUnresolvedResource;

        if (!IsNotResource)
            return HasNoResource || HasResourceOf(action.TargetList);

        foreach (CatalogActionResource resource in action.ResourceTypes)
        {
            if (CanMatch(resource.Type))
                return true;
        }

        return false;
    }

    private bool HasResourceOf(int targetList)
    {
        foreach (ResourcePattern pattern in ResourcePatterns)
        {
            if (pattern.IsOfOne(targetList))
                return true;
        }

        return false;
    }

    private ImmutableArray<ResourcePattern> FindUnused()
    {
        if (Statement.Action is null || Statement.Resource is null)
            return [];

        List<ResourcePattern>? unused = null;
        ReachableTypes? types = null;
        var targets = new ActionTargets(this, stackalloc int[ActionTargets.Most]);
        foreach (ResourcePattern resource in ResourcePatterns)
        {
            if (resource.Kind == ResourcePatternKind.Arn && !targets.HasTypeOf(resource) && !(types ??= new(this)).MayMatch(resource))
                (unused ??= []).Add(resource);
        }

        return unused is null ? [] : [.. unused];
    }

    private ImmutableArray<ActionPattern> FindIdle()
    {
        if (Statement.Action is null || MatchesStar || CoversAnyResource)
            return [];

        List<ActionPattern>? idle = null;
        var targets = new ActionTargets(stackalloc int[ActionTargets.Most]);
        foreach (ActionPattern pattern in ActionPatterns)
        {
            if (pattern.Action is { SupportsResourceLevel: true } action && !targets.Has(action) && !(CanApplyTo(action) && targets.Add(action)))
                (idle ??= []).Add(pattern);
        }

        return idle is null ? [] : [.. idle];
    }

    private bool HasNoResource => Statement.Resource is null && Statement.NotResource is null;

    private bool HasUnresolvedResource => Any(static pattern => pattern.Kind == ResourcePatternKind.Unresolved);

    private bool CoversAny(CatalogResourceType type, bool everywhere)
    {
        foreach (ResourcePattern pattern in ResourcePatterns)
        {
            if (pattern.CoversAllOf(type, everywhere))
                return true;
        }

        return false;
    }

    private bool Any(Func<ResourcePattern, bool> condition)
    {
        foreach (ResourcePattern pattern in ResourcePatterns)
        {
            if (condition(pattern))
                return true;
        }

        return false;
    }

    private ActionSet UniteActions()
    {
        if (!IsNotAction)
            return ActionPatterns.Unite();

        return HasUnknownAction || ActionPatterns.IsEmpty ? ActionSet.Empty : ActionPatterns.Unite().Complement(Policy.Catalog);
    }

    private ImmutableArray<ResourcePattern> ReadResources()
    {
        if ((Statement.Resource ?? Statement.NotResource) is not { } list)
            return [];

        bool policyVariables = Policy.Document.HasPolicyVariables;
        ArnFormatCache formats = ArnFormatCache.Of(Policy.Catalog);
        ImmutableArray<ResourcePattern>.Builder patterns = ImmutableArray.CreateBuilder<ResourcePattern>(list.Count);
        for (int i = 0; i < list.Count; i++)
            patterns.Add(new(list, i, policyVariables, formats));

        return patterns.MoveToImmutable();
    }

    /// <summary>What <see cref="PolicyAccess.GrantedBy"/> found, kept.</summary>
    internal ActionSet? Granted { get; set; }
}
