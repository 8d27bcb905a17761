using PolicyLint.Analysis;

namespace PolicyLint.Rules.Access;

/// <summary>
/// Something that a request must say before a strict shop lets it through, and the condition key in which IAM sees it. An
/// Allow can ask for it, and so can a Deny of everything else.
/// </summary>
/// <param name="keys">The key that operations have, and others that say the same: the second half of a pair, a name that AWS used before.</param>
internal abstract class Guardrail(params string[] keys)
{
    /// <summary>The key that a policy should ask for.</summary>
    public string Key => keys[0];

    /// <summary>What a policy should ask for, as a message says it.</summary>
    public virtual string Demand => Key;

    /// <summary>Whether the term is about this.</summary>
    public bool IsAskedBy(ConditionTerm term)
    {
        foreach (string key in keys)
        {
            if (term.IsAbout(key))
                return true;
        }

        return false;
    }

    /// <summary>Whether a term on the key keeps an Allow to requests that say it.</summary>
    public abstract bool IsDemandedBy(ConditionTerm allow);

    /// <summary>Whether a term on the key makes a Deny hit the requests that do not say it.</summary>
    public abstract bool IsEnforcedBy(ConditionTerm deny);
}

/// <summary>The request must give some value, whichever: a VPC, an encryption key.</summary>
internal sealed class MustBeGiven(params string[] keys) : Guardrail(keys)
{
    /// <inheritdoc/>
    public override bool IsDemandedBy(ConditionTerm allow) => allow.WhenAbsent == KeyAbsence.NeverHolds;

    /// <inheritdoc/>
    public override bool IsEnforcedBy(ConditionTerm deny) => deny.WhenAbsent == KeyAbsence.Holds;
}

/// <summary>The request must give this one value: root access <c>Disabled</c>.</summary>
internal sealed class MustBe(string key, string value) : Guardrail(key)
{
    /// <inheritdoc/>
    public override string Demand => $"{Key}={value}";

    /// <inheritdoc/>
    public override bool IsDemandedBy(ConditionTerm allow)
    {
        foreach (ConditionValue given in allow.Entry.Values)
        {
            if (!IsWanted(given))
                return false;
        }

        return allow.Narrows;
    }

    /// <summary>
    /// A Deny of the other values counts although a request may leave the key out, for SageMaker fills in what it takes by default; see
    /// <see href="https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html">its examples</see>.
    /// </summary>
    public override bool IsEnforcedBy(ConditionTerm deny)
    {
        if (deny.Operator is not { Family: not OperatorFamily.Null } known)
            return false;

        bool names = false;
        foreach (ConditionValue given in deny.Entry.Values)
            names |= IsWanted(given);

        return names == known.IsNegated;
    }

    private bool IsWanted(ConditionValue given) => given.Text.Equals(value, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The request may give some values and not others: instance types that somebody has thought about.</summary>
/// <param name="unwanted">The one value that matters; null where any limit is one.</param>
/// <param name="keys">The keys.</param>
internal sealed class MustBeLimited(string? unwanted, params string[] keys) : Guardrail(keys)
{
    /// <inheritdoc/>
    public override bool IsDemandedBy(ConditionTerm allow) =>
        IsLimit(allow, out bool hasUnwanted) && (allow.Operator!.IsNegated ? unwanted is null || hasUnwanted : !hasUnwanted);

    /// <inheritdoc/>
    public override bool IsEnforcedBy(ConditionTerm deny) =>
        IsLimit(deny, out bool hasUnwanted) && (deny.Operator!.IsNegated ? !hasUnwanted : unwanted is null || hasUnwanted);

    private bool IsLimit(ConditionTerm term, out bool hasUnwanted)
    {
        hasUnwanted = false;
        if (term.Operator is not { Family: not OperatorFamily.Null })
            return false;

        foreach (ConditionValue value in term.Entry.Values)
        {
            Glob pattern = Glob.Parse(value.Text);
            if (pattern.MatchesEverything || pattern.MatchesEveryNonEmpty)
                return false;

            // The unwanted word is a whole type, and a part of the ARN.
            hasUnwanted |= unwanted is not null && (pattern.Matches(unwanted) || value.Text.Contains(unwanted, StringComparison.OrdinalIgnoreCase));
        }

        return true;
    }
}
