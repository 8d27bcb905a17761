namespace PolicyLint.Parsing;

/// <summary>
/// Tells the policy type from the content. Only three types can be told apart this way: a document without principals
/// is an identity policy, one whose principals may only assume a role is a trust policy, others are resource
/// policies. SCPs, RCPs, boundaries and VPC endpoint policies look like these and must be given.
/// </summary>
internal static class PolicyTypeDetector
{
    public static PolicyType Detect(IReadOnlyList<Statement> statements)
    {
        bool hasPrincipal = false;
        bool hasResource = false;
        foreach (Statement statement in statements)
        {
            hasPrincipal |= statement.Present.Has(StatementElement.Principal) || statement.Present.Has(StatementElement.NotPrincipal);
            hasResource |= statement.Present.Has(StatementElement.Resource) || statement.Present.Has(StatementElement.NotResource);
        }

        if (!hasPrincipal)
            return PolicyType.Identity;

        return !hasResource && statements.All(OnlyAssumes) ? PolicyType.Trust : PolicyType.Resource;
    }

    // sts:AssumeRole, …WithSAML, …WithWebIdentity, sts:TagSession, sts:SetSourceIdentity, sts:SetContext; also sts:*.
    private static bool OnlyAssumes(Statement statement) =>
        statement.Action is { Values.IsEmpty: false } action
        && action.Values.All(value => value.Value.StartsWith("sts:", StringComparison.OrdinalIgnoreCase));
}
