using PolicyLint.Analysis;

namespace PolicyLint.Evaluation;

/// <summary>How far a statement with a Principal means the caller, for each <see cref="ResourceGrant"/>.</summary>
/// <param name="Account">By its account.</param>
/// <param name="Role">By its role.</param>
/// <param name="Principal">By itself.</param>
internal readonly record struct GrantTruth(Truth Account, Truth Role, Truth Principal)
{
    public Truth Any => Account.Or(Role).Or(Principal);

    public GrantTruth Or(GrantTruth other) => new(Account.Or(other.Account), Role.Or(other.Role), Principal.Or(other.Principal));

    public GrantTruth And(Truth condition) => new(Account.And(condition), Role.And(condition), Principal.And(condition));
}

/// <summary>
/// Whether Principal and NotPrincipal mean the caller. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</see> and
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</see>.
/// </summary>
internal static class PrincipalTest
{
    private static GrantTruth Nobody => default;

    /// <summary>Whether the statement means the caller; a statement without either element means nobody.</summary>
    /// <param name="statement">A statement of a policy that names principals.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="hasBoundary">Whether the caller has a permissions boundary.</param>
    public static GrantTruth Of(Statement statement, RequestPrincipal caller, bool hasBoundary)
    {
        if (statement.Principal is { } named)
            return Named(named, caller);

        if (statement.NotPrincipal is not { } excepted)
            return Nobody;

        // The page on NotPrincipal warns of this: with Deny it denies every user and role that has a permissions boundary,
        // whomever it leaves out.
        if (statement.Effect == Effect.Deny && hasBoundary && caller.IsIdentity)
            return Nobody with { Principal = Truth.Yes };

        return Nobody with { Principal = Named(excepted, caller).Any.Not() };
    }

    private static GrantTruth Named(Principal principal, RequestPrincipal caller)
    {
        if (principal.Text is { } text)
            return OfAws(text.Value, caller);

        GrantTruth result = Nobody;
        foreach (PolicyStringList entry in principal.Entries)
        {
            foreach (PolicyString value in entry.Values)
                result = result.Or(OfEntry(entry.Name, value.Value, caller));
        }

        return result;
    }

    private static GrantTruth OfEntry(string kind, string value, RequestPrincipal caller) => kind switch
    {
        "AWS" => OfAws(value, caller),
        "Service" => Nobody with { Principal = IsNamed(caller, RequestPrincipalKind.Service, value, ignoreCase: true) },

        // A provider may have the name of a service: cognito-identity.amazonaws.com.
        "Federated" => Nobody with
        {
            Principal = IsNamed(caller, RequestPrincipalKind.Federated, value).Or(IsNamed(caller, RequestPrincipalKind.Service, value)),
        },

        // The number stands for an account, but not so that it could be told which.
        "CanonicalUser" => Nobody with { Account = caller.IsIdentity ? Truth.Maybe : Truth.No },
        _ => Nobody,
    };

    private static GrantTruth OfAws(string value, RequestPrincipal caller)
    {
        if (value == "*")
            return Nobody with { Principal = Truth.Yes };

        if (!caller.IsIdentity)
            return Nobody;

        // Not told who asks: anybody of the account may be the one.
        if (caller.Kind == RequestPrincipalKind.Unspecified)
            return new(Truth.Maybe, Truth.Maybe, Truth.Maybe);

        Truth account = IsText(value, caller.Account!).Or(IsText(value, $"arn:{caller.Partition}:iam::{caller.Account}:root"));
        if (caller.Kind == RequestPrincipalKind.RootUser)
            return Nobody with { Principal = account };

        Truth self = caller.Kind == RequestPrincipalKind.Role ? Truth.No : IsText(value, caller.Text);
        return new(account, IsRoleOf(value, caller), self);
    }

    // Names of roles are unique in an account, and the ARN of a session has the name without the path.
    private static Truth IsRoleOf(string value, RequestPrincipal caller)
    {
        if (caller.Kind == RequestPrincipalKind.Role)
            return IsText(value, caller.Text);

        if (caller.Kind != RequestPrincipalKind.RoleSession)
            return Truth.No;

        string start = $"arn:{caller.Partition}:iam::{caller.Account}:role/";
        string withoutPath = value.StartsWith(start, StringComparison.Ordinal) ? start + value[(value.LastIndexOf('/') + 1)..] : value;
        return IsText(withoutPath, start + caller.Name);
    }

    private static Truth IsNamed(RequestPrincipal caller, RequestPrincipalKind kind, string value, bool ignoreCase = false) =>
        caller.Kind == kind ? IsText(value, caller.Text, ignoreCase) : Truth.No;

    // Principals have no wildcards but "*" alone, and no variables.
    private static Truth IsText(string value, string text, bool ignoreCase = false)
    {
        StringComparison comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        bool isKnown = !value.Contains(PolicyString.Unknown, StringComparison.Ordinal) && !text.Contains(PolicyString.Unknown, StringComparison.Ordinal);
        return isKnown ? value.Equals(text, comparison).ToTruth() : GlobTruth.Of(Glob.Parse(GlobTruth.Escape(value), ignoreCase), text);
    }
}
