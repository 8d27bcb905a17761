namespace PolicyLint.Evaluation;

/// <summary>
/// What becomes of a request. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">policy evaluation logic</see>.
/// </summary>
public enum AccessDecision
{
    /// <summary>No statement denies it, and every layer that has to allow it does.</summary>
    Allowed,

    /// <summary>No statement denies it, but a layer that has to allow it does not.</summary>
    ImplicitlyDenied,

    /// <summary>A Deny statement applies: nothing can outweigh it.</summary>
    ExplicitlyDenied,

    /// <summary>
    /// What is not known decides: a part of a policy that is not known before deployment, a fact of the request that was not
    /// told, or a resource pattern of which only a part may be used.
    /// </summary>
    Undetermined,
}
