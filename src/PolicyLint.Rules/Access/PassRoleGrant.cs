using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Access;

/// <summary>
/// A statement that allows <c>iam:PassRole</c>, in whatever spelling, and no Deny of the document takes it away. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html">passing a role to a service</see>.
/// </summary>
internal sealed class PassRoleGrant
{
    private const string PassedToService = "iam:PassedToService";

    // The ARN of the resource that the role is for names the service too.
    private const string AssociatedResourceArn = "iam:AssociatedResourceArn";

    private readonly StatementAccess _statement;

    private PassRoleGrant(StatementAccess statement, CatalogAction action, PolicyNode place)
    {
        _statement = statement;
        Action = action;
        Place = place;
        RoleType = action.ResourceTypes[0].Type;
    }

    /// <summary><c>iam:PassRole</c>.</summary>
    public CatalogAction Action { get; }

    /// <summary>The value of Action that gives it, or NotAction.</summary>
    public PolicyNode Place { get; }

    /// <summary>The type of resource that it works on: the role.</summary>
    public CatalogResourceType RoleType { get; }

    /// <summary>What gives it, as a message says it.</summary>
    public string Giver => Place is PolicyString written ? written.Quoted() : "NotAction";

    /// <summary>The term of the condition that lets only some services have the role; null where there is none.</summary>
    public ConditionTerm? ServiceTerm
    {
        get
        {
            foreach (ConditionTerm term in _statement.Conditions.Terms)
            {
                if (term.Narrows && !term.Entry.Values.IsEmpty && (term.IsAbout(PassedToService) || term.IsAbout(AssociatedResourceArn)))
                    return term;
            }

            return null;
        }
    }

    /// <summary>A term on the services that narrows nothing: negated, with IfExists, or for every value; null where there is none.</summary>
    public ConditionTerm? VainServiceTerm
    {
        get
        {
            foreach (ConditionTerm term in _statement.Conditions.Terms)
            {
                if (!term.Narrows && term.IsAbout(PassedToService))
                    return term;
            }

            return null;
        }
    }

    /// <summary>
    /// Whether IAM Access Analyzer takes the condition for a limit to services. Its recorded answers are silent with
    /// <c>StringLikeIfExists</c> on the key and speak with <c>StringEqualsIfExists</c>.
    /// </summary>
    public static bool IsLimitedForService(StatementAccess statement)
    {
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            bool isAbout = term.IsAbout(PassedToService) || term.IsAbout(AssociatedResourceArn);
            if (isAbout && (term.Narrows || term.Operator is { IsNegated: false, IfExists: true, AllowsWildcards: true }))
                return true;
        }

        return false;
    }

    /// <summary>Whether a Deny of the document keeps the role from all services but some: <c>StringNotEquals</c> on the key.</summary>
    public bool IsServiceDenied
    {
        get
        {
            foreach (StatementAccess deny in _statement.Policy.Statements)
            {
                if (deny.Statement.Effect == Effect.Deny && DeniesOtherServices(deny))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Looks for the grant; null where the statement does not give the action, cannot apply to it, or a Deny takes it away.</summary>
    public static PassRoleGrant? Find(StatementAccess statement, ServiceCatalog catalog)
    {
        if (catalog.PassRole is not { } action)
            return null;

        return statement.Gives(action) && statement.PlaceOf(action) is { } place ? new(statement, action, place) : null;
    }

    private bool DeniesOtherServices(StatementAccess deny)
    {
        if (deny.Conditions.Terms.IsEmpty || !deny.Actions.Contains(Action.Ordinal) || !deny.CoversEveryResourceOf(Action))
            return false;

        foreach (ConditionTerm term in deny.Conditions.Terms)
        {
            if (!term.IsAbout(PassedToService) || term.Operator is not { IsNegated: true, Qualifier: SetQualifier.None } || SparesEveryService(term))
                return false;
        }

        return true;
    }

    private static bool SparesEveryService(ConditionTerm term)
    {
        foreach (ConditionValue value in term.Entry.Values)
        {
            if (Glob.Parse(value.Text).MatchesEveryNonEmpty)
                return true;
        }

        return false;
    }
}
