using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Rules that look at the same statements: whether they have anything to look at is asked once for all of them.</summary>
internal sealed class RuleGroup
{
    private readonly StatementParts _needs;
    private readonly CatalogService[] _services;
    private readonly Rule[] _rules;
    private readonly bool _areAboutEveryService;

    private RuleGroup(RuleDescriptor shape, Rule[] rules, ServiceCatalog catalog)
    {
        _needs = shape.Needs;
        _rules = rules;
        _services = [.. Find(shape.Services, catalog)];

        // A service that the catalogue does not have must not silence a rule.
        _areAboutEveryService = _services.Length < shape.Services.Length || shape.Services.IsEmpty;
    }

    public ReadOnlySpan<Rule> Rules => _rules;

    /// <summary>Sorts rules into groups.</summary>
    public static ImmutableArray<RuleGroup> Of(IEnumerable<Rule> rules, ServiceCatalog catalog) =>
    [
        .. rules
            .GroupBy(rule => (rule.Descriptor.Needs, string.Join(' ', rule.Descriptor.Services.Order(StringComparer.Ordinal))))
            .Select(group => new RuleGroup(group.First().Descriptor, [.. group], catalog)),
    ];

    /// <summary>Whether the statement has what the rules are about; also true where that is not known before deployment.</summary>
    public bool LooksAt(StatementAccess statement) =>
        (PartsOf(statement.Statement) & _needs) == _needs && (_areAboutEveryService || MayMeanTheServices(statement));

    /// <summary>Whether a statement of the policy has what the rules are about.</summary>
    public bool LooksAt(PolicyAccess policy)
    {
        if (_needs == StatementParts.None && _areAboutEveryService)
            return true;

        foreach (StatementAccess statement in policy.Statements)
        {
            if (LooksAt(statement))
                return true;
        }

        return false;
    }

    private bool MayMeanTheServices(StatementAccess statement)
    {
        if (statement.IsNotAction || statement.HasUnknownAction)
            return true;

        foreach (CatalogService service in _services)
        {
            if (statement.ActionPatterns.MayMatch(service))
                return true;
        }

        return false;
    }

    private static IEnumerable<CatalogService> Find(ImmutableArray<string> prefixes, ServiceCatalog catalog)
    {
        foreach (string prefix in prefixes)
        {
            if (catalog.TryGetService(prefix, out CatalogService service))
                yield return service;
        }
    }

    private static StatementParts PartsOf(Statement statement) =>
        (statement.Condition is null ? 0 : StatementParts.Condition)
        | (statement.NotAction is null ? 0 : StatementParts.NotAction)
        | (statement.NotResource is null ? 0 : StatementParts.NotResource)
        | (statement.Principal is null ? 0 : StatementParts.Principal)
        | (statement.NotPrincipal is null ? 0 : StatementParts.NotPrincipal);
}
