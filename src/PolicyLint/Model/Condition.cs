using System.Collections.Immutable;

namespace PolicyLint;

/// <summary>
/// The Condition element: clauses that must all hold.
/// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</see>.
/// </summary>
public sealed class ConditionBlock : PolicyNode
{
    internal ConditionBlock(TextSpan nameSpan, ImmutableArray<ConditionClause> clauses, TextSpan span, PolicyPlace place)
        : base(span, place)
    {
        NameSpan = nameSpan;
        Clauses = clauses;
    }

    /// <summary>Where the element's name stands, with its quotes.</summary>
    public TextSpan NameSpan { get; }

    /// <summary>One clause for each operator, in the order written.</summary>
    public ImmutableArray<ConditionClause> Clauses { get; }
}

/// <summary>One operator of a condition with its keys, such as <c>"StringEquals": { … }</c>.</summary>
public sealed class ConditionClause : PolicyNode
{
    internal ConditionClause(PolicyString operatorText, ConditionOperator? @operator, ImmutableArray<ConditionEntry> entries, TextSpan span, PolicyPlace place)
        : base(span, place)
    {
        OperatorText = operatorText;
        Operator = @operator;
        Entries = entries;
    }

    /// <summary>The operator as written.</summary>
    public PolicyString OperatorText { get; }

    /// <summary>The operator, or null where the text is none.</summary>
    public ConditionOperator? Operator { get; }

    /// <summary>The keys tested with this operator, in the order written.</summary>
    public ImmutableArray<ConditionEntry> Entries { get; }
}

/// <summary>One condition key with the values it is compared to.</summary>
public sealed class ConditionEntry : PolicyNode
{
    internal ConditionEntry(PolicyString key, bool isList, ImmutableArray<ConditionValue> values, TextSpan span, PolicyPlace place)
        : base(span, place)
    {
        Key = key;
        IsList = isList;
        Values = values;
    }

    /// <summary>The condition key as written; keys are compared without regard to case.</summary>
    public PolicyString Key { get; }

    /// <summary>Whether the values stand in square brackets.</summary>
    public bool IsList { get; }

    /// <summary>The values in the order written.</summary>
    public ImmutableArray<ConditionValue> Values { get; }
}

/// <summary>The JSON type in which a condition value is written.</summary>
public enum ConditionValueKind
{
    /// <summary>A JSON string.</summary>
    String,

    /// <summary><c>true</c> or <c>false</c> without quotes.</summary>
    Boolean,

    /// <summary>A number without quotes.</summary>
    Number,
}

/// <summary>A value that a condition key is compared to.</summary>
public sealed class ConditionValue : PolicyNode
{
    internal ConditionValue(string text, ConditionValueKind kind, TextSpan span, PolicyPlace place)
        : base(span, place)
    {
        Text = text;
        Kind = kind;
    }

    /// <summary>The decoded string, or the literal of a Boolean or a number as written.</summary>
    public string Text { get; }

    /// <summary>The JSON type it is written in.</summary>
    public ConditionValueKind Kind { get; }

    /// <summary>Whether a part of the value is not known before deployment.</summary>
    public bool HasUnknown => Text.Contains(PolicyString.Unknown, StringComparison.Ordinal);

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
