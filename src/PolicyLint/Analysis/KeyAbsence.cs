namespace PolicyLint.Analysis;

/// <summary>What a part of a condition comes to when its key is not in the request.</summary>
public enum KeyAbsence
{
    /// <summary>It is false: an Allow does not allow, a Deny does not deny.</summary>
    NeverHolds,

    /// <summary>It is true and drops out: an Allow is not guarded by it.</summary>
    Holds,

    /// <summary>It cannot be told from the text: the operator or the value of Null is not known.</summary>
    DependsOnValue,
}

/// <summary>The truth of an operator without its key.</summary>
internal static class KeyAbsenceTable
{
    /// <summary>
    /// "If the key that you specify in a policy condition is not present in the request context, the values do not match and
    /// the condition is false. If the policy condition requires that the key is not matched, […] the condition is true."
    /// IfExists and ForAllValues are true, ForAnyValue is false; Null asks for the absence itself. See
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">condition operators</see>.
    /// </summary>
    public static KeyAbsence Of(ConditionOperator? @operator, ConditionEntry entry) => @operator switch
    {
        null => KeyAbsence.DependsOnValue,
        { Family: OperatorFamily.Null } => OfNull(entry),
        { IfExists: true } => KeyAbsence.Holds,
        { Qualifier: SetQualifier.ForAllValues } => KeyAbsence.Holds,
        { Qualifier: SetQualifier.ForAnyValue } => KeyAbsence.NeverHolds,
        { IsNegated: true } => KeyAbsence.Holds,
        _ => KeyAbsence.NeverHolds,
    };

    // Values are alternatives: one "true" among them is enough.
    private static KeyAbsence OfNull(ConditionEntry entry)
    {
        KeyAbsence result = entry.Values.IsEmpty ? KeyAbsence.DependsOnValue : KeyAbsence.NeverHolds;
        foreach (ConditionValue value in entry.Values)
        {
            if (value.Text.Equals("true", StringComparison.OrdinalIgnoreCase))
                return KeyAbsence.Holds;

            if (!value.Text.Equals("false", StringComparison.OrdinalIgnoreCase))
                result = KeyAbsence.DependsOnValue;
        }

        return result;
    }
}
