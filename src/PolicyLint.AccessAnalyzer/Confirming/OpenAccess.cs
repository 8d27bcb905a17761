using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer.Client.Model;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>
/// What a finding about a grant that is too wide says is open: actions, and resources, that CheckAccessNotGranted can be asked
/// about. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-custom-policy-checks.html">custom policy checks</see>.
/// </summary>
internal static class OpenAccess
{
    /// <summary>The actions and resources of a finding; null where none of them can be asked about.</summary>
    /// <param name="finding">A finding of such a rule.</param>
    /// <param name="policy">The policy that it is about.</param>
    public static (ImmutableArray<string> Actions, ImmutableArray<string> Resources)? Of(Finding finding, PolicyAccess policy)
    {
        StatementAccess? statement = policy.Statements.FirstOrDefault(statement => Pointers.Holds(statement.Statement.Pointer, finding.Pointers[0]));
        if (statement is not { Statement.Effect: Effect.Allow })
            return null;

        List<CatalogAction> actions = ActionsOf(finding, statement);
        if (actions.Count == 0)
            return null;

        ImmutableArray<string> resources = ResourcesOf(finding, statement, actions);
        bool hasNoResource = statement.Statement.Resource is null && statement.Statement.NotResource is null;
        return resources.IsEmpty && !hasNoResource ? null : ([.. actions.Select(action => action.FullName)], resources);
    }

    // The values that the finding points to, less what the document denies; all of the statement's where it points to none.
    private static List<CatalogAction> ActionsOf(Finding finding, StatementAccess statement)
    {
        ActionSet granted = statement.Policy.GrantedBy(statement);
        ActionSet named = ActionSet.Empty;
        if (!statement.IsNotAction)
        {
            foreach (ActionPattern pattern in statement.ActionPatterns)
            {
                if (finding.Pointers.Contains(pattern.Text.Pointer))
                    named = named.Union(pattern.Actions);
            }
        }

        ActionSet asked = named.IsEmpty ? granted : named.Intersect(granted);
        ServiceCatalog catalog = statement.Policy.Catalog;
        if (finding.Rule.Category == RuleCategory.SageMaker && catalog.TryGetService("sagemaker", out CatalogService sageMaker))
            asked = asked.Intersect(ActionSet.FromRange(sageMaker.FirstOrdinal, sageMaker.EndOrdinal));

        return [.. Known(asked, catalog).OrderByDescending(Weight).ThenBy(action => action.Ordinal).Take(Access.MaxEntries)];
    }

    private static IEnumerable<CatalogAction> Known(ActionSet actions, ServiceCatalog catalog)
    {
        foreach (int ordinal in actions)
        {
            if (!catalog.IsPhantom(ordinal))
                yield return catalog.GetAction(ordinal);
        }
    }

    // The check takes a hundred actions: the gravest first.
    private static int Weight(CatalogAction action) => action switch
    {
        { Risk: not ActionRisk.None } => 3,
        { AccessLevel: AccessLevel.PermissionsManagement } => 2,
        { IsWrite: true } => 1,
        _ => 0,
    };

    private static ImmutableArray<string> ResourcesOf(Finding finding, StatementAccess statement, List<CatalogAction> actions)
    {
        if (statement.IsNotResource)
            return [.. SamplesOf(actions).Where(sample => !statement.ResourcePatterns.Any(pattern => Matches(pattern, sample))).Take(Access.MaxEntries)];

        List<ResourcePattern> pointedTo = [.. statement.ResourcePatterns.Where(pattern => finding.Pointers.Contains(pattern.Text.Pointer))];
        IEnumerable<ResourcePattern> patterns = pointedTo.Count > 0 ? pointedTo : statement.ResourcePatterns;
        return
        [
            .. patterns
                .SelectMany(pattern => AskableFor(pattern, actions))
                .Distinct(StringComparer.Ordinal)
                .Take(Access.MaxEntries),
        ];
    }

    private static IEnumerable<string> AskableFor(ResourcePattern pattern, List<CatalogAction> actions)
    {
        if (pattern.Kind == ResourcePatternKind.Everything)
            return SamplesOf(actions);

        return SampleArn.Of(pattern, actions[0]) is { } arn ? [arn] : [];
    }

    private static IEnumerable<string> SamplesOf(List<CatalogAction> actions) =>
        actions.DistinctBy(action => action.Service.Prefix).Select(SampleArn.OfAnyResource);

    private static bool Matches(ResourcePattern pattern, string arn) => Glob.Parse(pattern.Text.Value).Matches(arn);
}
