using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.Evaluation;

/// <summary>
/// One term of a condition, made ready to be held against requests. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">condition operators</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">multivalued keys</see>.
/// </summary>
internal sealed class ConditionTest
{
    private readonly ConditionTerm _term;
    private readonly ImmutableArray<PolicyText> _values;

    public ConditionTest(ConditionTerm term, bool policyVariables)
    {
        _term = term;
        _values = [.. term.Entry.Values.Select(value => new PolicyText(value.Text, policyVariables))];
    }

    /// <summary>Whether the term holds in the request.</summary>
    public Truth Holds(RequestFacts facts)
    {
        // IAM refuses an operator that it does not know: such a statement never comes into force.
        if (_term.Operator is not { } known)
            return _term.Clause.OperatorText.HasUnknown ? Truth.Maybe : Truth.No;

        if (_term.Entry.Key.HasUnknown)
            return _term.AlwaysHolds ? Truth.Yes : Truth.Maybe;

        ContextKey key = facts.Find(_term.Entry.Key.Value);
        return key.Presence switch
        {
            Truth.No => WhenAbsent(),
            Truth.Maybe => _term.AlwaysHolds ? Truth.Yes : Truth.Maybe,
            _ => WhenPresent(known, key.Values, facts),
        };
    }

    private Truth WhenAbsent() => _term.WhenAbsent switch
    {
        KeyAbsence.Holds => Truth.Yes,
        KeyAbsence.DependsOnValue when _term.HasUnknown => Truth.Maybe,
        _ => Truth.No,
    };

    private Truth WhenPresent(ConditionOperator @operator, ImmutableArray<string> given, RequestFacts facts)
    {
        // "The ForAllValues qualifier returns true if there are no context keys in the request or if the context key value
        // resolves to a null dataset, such as an empty string"; ForAnyValue is false then.
        if (@operator.Qualifier != SetQualifier.None && given.All(static value => value.Length == 0))
            return (@operator.Qualifier == SetQualifier.ForAllValues).ToTruth();

        if (@operator.Family == OperatorFamily.Null)
            return HasValue("false", facts);

        // Without a qualifier a key has one value. Where it has several after all, a positive operator asks for one that
        // matches, and its negation is the negation of that.
        bool all = @operator.Qualifier == SetQualifier.ForAllValues || (@operator.Qualifier == SetQualifier.None && @operator.IsNegated);
        Truth result = all.ToTruth();
        foreach (string value in given)
        {
            Truth one = HoldsFor(@operator, value, facts);
            result = all ? result.And(one) : result.Or(one);
        }

        return result;
    }

    // The values of the policy are alternatives: a positive operator needs one that matches, a negated one needs that none does.
    private Truth HoldsFor(ConditionOperator @operator, string given, RequestFacts facts)
    {
        Truth matched = Truth.No;
        foreach (PolicyText value in _values)
        {
            Truth? one = ConditionComparison.Of(@operator, given, value, facts);
            if (one is null && @operator.IsNegated)
                return Truth.No;

            matched = matched.Or(one ?? Truth.No);
        }

        return @operator.IsNegated ? matched.Not() : matched;
    }

    private Truth HasValue(string wanted, RequestFacts facts)
    {
        Truth found = Truth.No;
        foreach (PolicyText value in _values)
        {
            if (value.Fill(facts) is { } text)
            {
                bool isUnknown = text.Contains(PolicyString.Unknown, StringComparison.Ordinal);
                found = found.Or(isUnknown ? Truth.Maybe : text.Equals(wanted, StringComparison.OrdinalIgnoreCase).ToTruth());
            }
        }

        return found;
    }
}
