using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>
/// The guardrails that SageMaker's condition keys make possible. Which operation can be held by which key is the catalogue's
/// (<see cref="ConditionKeyCoverage"/>): a guardrail is never asked of an operation that does not know its key, even where the
/// API takes the parameter. See
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html#amazonsagemaker-policy-keys">the keys</see>.
/// </summary>
internal static class Guardrails
{
    /// <summary>Jobs, models and domains are in a VPC. The API takes subnets and security groups together or not at all.</summary>
    public static Guardrail Vpc { get; } = new MustBeGiven("sagemaker:VpcSubnets", "sagemaker:VpcSecurityGroupIds");

    /// <summary>Storage volumes have an encryption key of one's own.</summary>
    public static Guardrail VolumeKey { get; } = new MustBeGiven("sagemaker:VolumeKmsKeyArn", "sagemaker:VolumeKmsKey");

    /// <summary>What is written has an encryption key of one's own.</summary>
    public static Guardrail OutputKey { get; } = new MustBeGiven("sagemaker:OutputKmsKeyArn", "sagemaker:OutputKmsKey");

    /// <summary>Containers have no network and no credentials.</summary>
    public static Guardrail NetworkIsolation { get; } = new MustBe("sagemaker:NetworkIsolation", "true");

    /// <summary>Traffic between the machines of a job is encrypted.</summary>
    public static Guardrail TrafficEncryption { get; } = new MustBe("sagemaker:InterContainerTrafficEncryption", "true");

    /// <summary>Machines are of types that somebody has chosen.</summary>
    public static Guardrail InstanceTypes { get; } = new MustBeLimited(unwanted: null, "sagemaker:InstanceTypes");

    /// <summary>Work is not given to the public workforce.</summary>
    public static Guardrail Workteam { get; } = new MustBeLimited("public-crowd", "sagemaker:WorkteamType", "sagemaker:WorkteamArn");

    /// <summary>Notebooks have no way to the internet of their own, no root, and metadata only for those who hold a token.</summary>
    public static ImmutableArray<Guardrail> Notebook { get; } =
    [
        new MustBe("sagemaker:DirectInternetAccess", "Disabled"),
        new MustBe("sagemaker:RootAccess", "Disabled"),
        new MustBe("sagemaker:MinimumInstanceMetadataServiceVersion", "2"),
    ];

    /// <summary>Domains are used through the VPC, and by people who sign in with IAM Identity Center.</summary>
    public static ImmutableArray<Guardrail> Domain { get; } =
    [
        new MustBe("sagemaker:AppNetworkAccessType", "VpcOnly"),
        new MustBe("sagemaker:AuthMode", "SSO"),
    ];

    /// <summary>
    /// Reports the operations that the statement allows, that know the key of a guardrail, and that nothing in the policy
    /// holds by it: neither the statement's own condition nor a Deny.
    /// </summary>
    /// <param name="statement">An Allow.</param>
    /// <param name="guardrails">What is asked for.</param>
    /// <param name="deed">What the operations may do without it: <c>may run outside a VPC</c>.</param>
    /// <param name="context">Where to report.</param>
    public static void Check(StatementAccess statement, ReadOnlySpan<Guardrail> guardrails, string deed, RuleContext context)
    {
        context.CannotJudgeActions(statement);
        ActionSet open = ActionSet.Empty;
        List<string>? demands = null;
        foreach (Guardrail guardrail in guardrails)
        {
            ActionSet known = context.Catalog.ActionsThatKnow(guardrail.Key);
            if (!statement.Actions.Overlaps(known) || IsDemanded(guardrail, statement.Conditions, context))
                continue;

            ActionSet free = FreeOf(guardrail, statement, known, context);
            if (free.IsEmpty)
                continue;

            open = open.Union(free);
            (demands ??= []).Add(guardrail.Demand);
        }

        if (demands is not null && statement.PlaceOfActions(actions => actions.IsSupersetOf(open)) is { } place)
            context.Report(place, $"{NamesOf(open, context.Catalog).Listed()} {deed}: nothing asks for {demands.Listed()}");
    }

    /// <summary>Whether the action, which the Allow gives, is held: by the condition of the Allow, or by a Deny.</summary>
    public static bool Holds(Guardrail guardrail, StatementAccess allow, CatalogAction action)
    {
        foreach (ConditionTerm term in allow.Conditions.Terms)
        {
            if (guardrail.IsAskedBy(term) && guardrail.IsDemandedBy(term))
                return true;
        }

        return LeftBy(guardrail, allow, ActionSet.FromRange(action.Ordinal, action.Ordinal + 1)).IsEmpty;
    }

    private static bool IsDemanded(Guardrail guardrail, ConditionAccess conditions, RuleContext context)
    {
        foreach (ConditionTerm term in conditions.Terms)
        {
            if (term.Entry.Key.HasUnknown || (guardrail.IsAskedBy(term) && term.HasUnknown && !guardrail.IsDemandedBy(term)))
            {
                context.CannotJudge(term.Entry.Key, "what the condition asks for is not known before deployment");
                return true;
            }

            // What is no operator at all is another rule's matter.
            if (guardrail.IsAskedBy(term) && (term.Operator is null || guardrail.IsDemandedBy(term)))
                return true;
        }

        return false;
    }

    private static ActionSet FreeOf(Guardrail guardrail, StatementAccess statement, ActionSet known, RuleContext context)
    {
        ActionSet free = statement.Policy.GrantedBy(statement).Intersect(known);
        foreach (int ordinal in free)
        {
            if (!statement.CanApplyTo(context.Catalog.GetAction(ordinal)))
                free = free.Except(ActionSet.FromRange(ordinal, ordinal + 1));
        }

        return LeftBy(guardrail, statement, free);
    }

    // What no Deny of the document holds.
    private static ActionSet LeftBy(Guardrail guardrail, StatementAccess allow, ActionSet free)
    {
        foreach (StatementAccess deny in allow.Policy.Statements)
        {
            if (!free.IsEmpty && deny.Statement.Effect == Effect.Deny && Enforces(deny, guardrail) && deny.Actions.Overlaps(free))
                free = free.Except(CoveredBy(deny, allow, free, allow.Policy.Catalog));
        }

        return free;
    }

    // A second demand in the same Deny makes it hit only those who fail both. Exceptions for some callers are usual.
    private static bool Enforces(StatementAccess deny, Guardrail guardrail)
    {
        bool isAsked = false;
        foreach (ConditionTerm term in deny.Conditions.Terms)
        {
            bool isAbout = guardrail.IsAskedBy(term);
            isAsked |= isAbout;
            if (isAbout ? !guardrail.IsEnforcedBy(term) : !term.IsAboutCaller())
                return false;
        }

        return isAsked;
    }

    /// <summary>Whether the term is about who calls: in a Deny, the usual exception for some.</summary>
    public static bool IsAboutCaller(this ConditionTerm term) =>
        term.Entry.Key.Value.StartsWith("aws:Principal", StringComparison.OrdinalIgnoreCase) || term.IsAbout("aws:ViaAWSService");

    private static ActionSet CoveredBy(StatementAccess deny, StatementAccess allow, ActionSet free, ServiceCatalog catalog)
    {
        ActionSet denied = deny.Actions.Intersect(free);
        if (!deny.IsNotResource && !allow.IsNotResource && allow.ResourcePatterns.All(allowed => deny.ResourcePatterns.Any(pattern => pattern.Covers(allowed))))
            return denied;

        foreach (int ordinal in denied)
        {
            if (!deny.CoversEveryResourceOf(catalog.GetAction(ordinal)))
                denied = denied.Except(ActionSet.FromRange(ordinal, ordinal + 1));
        }

        return denied;
    }

    private static List<string> NamesOf(ActionSet actions, ServiceCatalog catalog)
    {
        List<string> names = [];
        foreach (int ordinal in actions)
            names.Add(catalog.GetAction(ordinal).Name);

        return names;
    }
}
