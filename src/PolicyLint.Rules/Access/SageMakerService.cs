using PolicyLint.Analysis;

namespace PolicyLint.Rules.Access;

/// <summary>SageMaker as a principal of a trust policy.</summary>
internal static class SageMakerService
{
    // Those in AWS's managed policies and documentation.
    private static readonly string[] Principals =
    [
        "sagemaker.amazonaws.com", "hyperpod.sagemaker.amazonaws.com", "job.sagemaker.amazonaws.com", "sagemaker-geospatial.amazonaws.com",
        "sagemaker-ground-truth-plus.amazonaws.com", "sagemaker.application-autoscaling.amazonaws.com",
    ];

    /// <summary>The value that names SageMaker, where the statement lets it assume the role; null where it does not.</summary>
    public static PolicyString? FindIn(StatementAccess statement) => AllowsToAssume(statement) ? Find(statement) : null;

    /// <summary>Whether SageMaker is named.</summary>
    public static bool IsNamedIn(StatementAccess statement) => Find(statement) is not null;

    /// <summary>Whether a text is a service principal of SageMaker.</summary>
    public static bool IsKnown(string principal) => Principals.Contains(principal);

    /// <summary>Whether a text looks like one, right or wrong.</summary>
    public static bool LooksLike(string principal) => principal.Contains("sagemaker", StringComparison.OrdinalIgnoreCase);

    private static bool AllowsToAssume(StatementAccess statement)
    {
        if (statement.IsNotAction)
            return true;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (pattern.Action is { } action ? action.Name == "AssumeRole" : pattern.HasWildcard)
                return true;
        }

        return false;
    }

    private static PolicyString? Find(StatementAccess statement)
    {
        if (!statement.Statement.Principal.Has(PrincipalValues.Service))
            return null;

        foreach (PolicyString value in statement.Statement.Principal.Of(PrincipalValues.Service))
        {
            if (IsKnown(value.Value))
                return value;
        }

        return null;
    }
}
