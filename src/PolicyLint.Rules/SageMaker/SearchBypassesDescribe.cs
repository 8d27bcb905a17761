using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3022: Search shows what Describe is kept from.</summary>
public sealed class SearchBypassesDescribe() : StatementRule(new RuleDescriptor
{
    Id = "PL3022",
    Name = "search-bypasses-describe",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Searching.Names,
    Title = "Search shows what Describe is kept from",
    Why = "The policy takes care that only some resources can be described, and Search returns the descriptions of all: hyperparameters, "
        + "environment variables, paths of data. It knows no resources, and only a condition on what is visible filters it.",
    Remedy = "Keep `\"Resource\": \"*\"`, and ask in Condition for StringEquals on `sagemaker:SearchVisibilityCondition/` with the key that your "
        + "teams are told apart by, such as Tags.team/EqualsIfExists.",
    Limits = "Where everything may be described there is nothing to get around, and nothing is reported.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Search.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Searching = new("sagemaker", "Search");

    private static readonly ActionGroup Describing = new("sagemaker", action => action.SupportsResourceLevel && action.Name.StartsWith("Describe", StringComparison.Ordinal));

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Searching, statement, context, ConditionScope.None) is not { } grant || statement.Conditions.Constrains("sagemaker:SearchVisibilityCondition/"))
            return;

        if (statement.Policy.Remember(FindKept) is { Name: var name, Place: { } place })
            context.Report(grant.Place, $"`Search` shows every resource of the account, those too that {name.Quoted()} is kept from here", grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium, related: (place, "kept by this"));
    }

    // A Describe that some statement denies, or that is allowed on some resources and nowhere on all.
    private static KeptDescribe FindKept(PolicyAccess policy)
    {
        StatementAccess[] candidates = [.. policy.Statements.Where(Describing.MayBeIn)];
        if (Array.TrueForAll(candidates, OpensWhatItNames))
            return new("", null);

        foreach (GroupedAction member in Describing.In(policy.Catalog))
        {
            StatementAccess? kept = null;
            bool isOpen = false;
            bool isDenied = false;
            foreach (StatementAccess statement in candidates)
            {
                if (!statement.Actions.Contains(member.Action.Ordinal) || !statement.CanApplyTo(member.Action))
                    continue;

                if (statement.Statement.Effect == Effect.Deny)
                    (isDenied, kept) = (true, statement);
                else if (statement.Statement.Effect == Effect.Allow && member.IsOpenIn(statement) && !statement.Conditions.IsLimitedBy(Limits.Any))
                    isOpen = true;
                else
                    kept ??= statement;
            }

            if (kept?.PlaceOf(member.Action) is { } place && (isDenied || !isOpen))
                return new(member.Action.Name, place);
        }

        return new("", null);
    }

    private static bool OpensWhatItNames(StatementAccess statement) =>
        statement.Statement.Effect == Effect.Allow && statement.CoversAnyResource && !statement.Conditions.IsLimitedBy(Limits.Any);

    private sealed record KeptDescribe(string Name, PolicyNode? Place);
}
