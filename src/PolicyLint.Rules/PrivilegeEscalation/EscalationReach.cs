using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>How far an allowed step reaches, from nothing to everything.</summary>
public enum EscalationReach
{
    /// <summary>No resource that the step works on.</summary>
    None,

    /// <summary>A resource that is not known before deployment.</summary>
    Unknown,

    /// <summary>Resources that are all written out.</summary>
    Named,

    /// <summary>Resources by a pattern, or by a condition on their tags.</summary>
    Some,

    /// <summary>Every resource, in at least one region and account.</summary>
    Any,
}

/// <summary>How far a statement's resources reach, for one action.</summary>
internal readonly ref struct ReachOfResources(StatementAccess statement, bool isOwnUserEnough)
{
    // IAM lets nobody write into the roles of AWS's services or pass them on.
    private const string ServiceLinked = "role/aws-service-role/";

    // The account of AWS's own policies, which nobody else may change.
    private static ReadOnlySpan<byte> AwsAccount => "aws"u8;

    private static readonly string[] OwnUser = ["${aws:username}", "${aws:userid}"];

    /// <summary>
    /// The reach over resources of these types of an action; where there are none, the action needs <c>*</c> itself.
    /// </summary>
    public EscalationReach Over(ReadOnlySpan<CatalogResourceType> types)
    {
        if (types.IsEmpty)
            return statement.MatchesStar ? EscalationReach.Any : OfUnresolved();

        EscalationReach reach = EscalationReach.None;
        foreach (CatalogResourceType type in types)
        {
            EscalationReach one = Over(type);
            if (one > reach)
                reach = one;
        }

        return reach;
    }

    private EscalationReach Over(CatalogResourceType type)
    {
        if (statement.IsNotResource)
            return statement.CanMatch(type) ? EscalationReach.Any : EscalationReach.None;

        EscalationReach reach = EscalationReach.None;
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            EscalationReach one = Over(pattern, type);
            if (one > reach)
                reach = one;
        }

        return reach;
    }

    private EscalationReach Over(ResourcePattern pattern, CatalogResourceType type)
    {
        if (!pattern.CanMatch(type) || pattern.NamesAccountAs(AwsAccount))
            return EscalationReach.None;

        if (pattern.CoversAllOf(type))
            return EscalationReach.Any;

        if (pattern.Arn is not { } arn)
            return EscalationReach.Unknown;

        if (arn.Resource.Text.StartsWith(ServiceLinked, StringComparison.Ordinal))
            return EscalationReach.None;

        if (arn.Resource.HasVariable && IsOwnUser(arn.Resource.Text))
            return isOwnUserEnough ? EscalationReach.Any : EscalationReach.None;

        if (arn.Resource.HasWildcard || arn.Resource.HasVariable)
            return EscalationReach.Some;

        return arn.Resource.HasUnknown ? EscalationReach.Unknown : EscalationReach.Named;
    }

    private EscalationReach OfUnresolved()
    {
        foreach (ResourcePattern pattern in statement.ResourcePatterns)
        {
            if (pattern.Kind == ResourcePatternKind.Unresolved)
                return EscalationReach.Unknown;
        }

        return EscalationReach.None;
    }

    private static bool IsOwnUser(string resource)
    {
        foreach (string variable in OwnUser)
        {
            if (resource.Contains(variable, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
