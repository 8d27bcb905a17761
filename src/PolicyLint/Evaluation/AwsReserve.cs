namespace PolicyLint.Evaluation;

/// <summary>What holds whatever the policies say.</summary>
internal static class AwsReserve
{
    /// <summary>
    /// Whether nobody is asked for a permission: "If an administrator attaches a policy to your identity that explicitly denies
    /// access to the sts:GetCallerIdentity action, you can still perform this operation." See
    /// <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</see>.
    /// </summary>
    public static bool NeedsNoPermission(RequestFacts facts) =>
        facts.Principal.IsIdentity && facts.Request.Action.Equals("sts:GetCallerIdentity", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the request would change what belongs to AWS: "You cannot change the permissions defined in AWS managed policies",
    /// the roles of IAM Identity Center under <c>/aws-reserved/</c> are changed there and not in IAM, and aliases of keys that
    /// begin with <c>aws/</c> are reserved for AWS's own keys. See
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html">AWS managed policies</see> and
    /// <see href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">referencing permission sets</see>,
    /// <see href="https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html">aliases</see>.
    /// </summary>
    public static bool Forbids(RequestFacts facts) => facts is { Action: { IsWrite: true } action, Resource.Arn: { } arn } && action.Service.Prefix switch
    {
        "iam" => arn.Account.Text == "aws" || arn.Resource.Text.StartsWith("role/aws-reserved/", StringComparison.Ordinal),
        "kms" => arn.Resource.Text.StartsWith("alias/aws/", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>
    /// Whether identity policies are not enough even in one account: a role's trust policy and a key's policy always have to allow,
    /// be it the account. See
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html">policy evaluation in one account</see>.
    /// </summary>
    public static bool NeedsResourcePolicy(RequestFacts facts)
    {
        string action = facts.Request.Action;
        if (facts.ServicePrefix.Equals("kms", StringComparison.OrdinalIgnoreCase))
            return !facts.Resource.IsStar && !(facts.Resource.Arn?.Resource.Text.StartsWith("alias/", StringComparison.Ordinal) ?? false);

        return action.StartsWith("sts:AssumeRole", StringComparison.OrdinalIgnoreCase)
            || action.Equals("sts:TagSession", StringComparison.OrdinalIgnoreCase)
            || action.Equals("sts:SetSourceIdentity", StringComparison.OrdinalIgnoreCase);
    }
}
