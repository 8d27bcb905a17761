using PolicyLint.Catalog;

namespace PolicyLint;

/// <summary>How the values of a multivalued key are quantified.</summary>
public enum SetQualifier
{
    /// <summary>None: the key has one value.</summary>
    None,

    /// <summary><c>ForAnyValue:</c> at least one value of the request matches. False when the key is absent.</summary>
    ForAnyValue,

    /// <summary><c>ForAllValues:</c> every value of the request matches. True when the key is absent.</summary>
    ForAllValues,
}

/// <summary>The type of values that an operator compares.</summary>
public enum OperatorFamily
{
    /// <summary>String operators.</summary>
    String,

    /// <summary>Numeric operators.</summary>
    Numeric,

    /// <summary>Date operators.</summary>
    Date,

    /// <summary>Bool.</summary>
    Bool,

    /// <summary>BinaryEquals.</summary>
    Binary,

    /// <summary>IP address operators.</summary>
    IpAddress,

    /// <summary>ARN operators.</summary>
    Arn,

    /// <summary>Null: whether the key is in the request.</summary>
    Null,
}

/// <summary>
/// A condition operator taken apart: <c>ForAnyValue:StringLikeIfExists</c> is a qualifier, a base and IfExists.
/// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">condition operators</see>.
/// </summary>
public sealed record ConditionOperator
{
    private const string IfExistsEnd = "IfExists";

    // The whole list of the IAM user guide. Names are compared without regard to case, as IAM does.
    private static readonly (string Name, OperatorFamily Family, bool Negated, bool Wildcards)[] Bases =
    [
        ("StringEquals", OperatorFamily.String, false, false),
        ("StringNotEquals", OperatorFamily.String, true, false),
        ("StringEqualsIgnoreCase", OperatorFamily.String, false, false),
        ("StringNotEqualsIgnoreCase", OperatorFamily.String, true, false),
        ("StringLike", OperatorFamily.String, false, true),
        ("StringNotLike", OperatorFamily.String, true, true),
        ("NumericEquals", OperatorFamily.Numeric, false, false),
        ("NumericNotEquals", OperatorFamily.Numeric, true, false),
        ("NumericLessThan", OperatorFamily.Numeric, false, false),
        ("NumericLessThanEquals", OperatorFamily.Numeric, false, false),
        ("NumericGreaterThan", OperatorFamily.Numeric, false, false),
        ("NumericGreaterThanEquals", OperatorFamily.Numeric, false, false),
        ("DateEquals", OperatorFamily.Date, false, false),
        ("DateNotEquals", OperatorFamily.Date, true, false),
        ("DateLessThan", OperatorFamily.Date, false, false),
        ("DateLessThanEquals", OperatorFamily.Date, false, false),
        ("DateGreaterThan", OperatorFamily.Date, false, false),
        ("DateGreaterThanEquals", OperatorFamily.Date, false, false),
        ("Bool", OperatorFamily.Bool, false, false),
        ("BinaryEquals", OperatorFamily.Binary, false, false),
        ("IpAddress", OperatorFamily.IpAddress, false, false),
        ("NotIpAddress", OperatorFamily.IpAddress, true, false),
        ("ArnEquals", OperatorFamily.Arn, false, true),
        ("ArnNotEquals", OperatorFamily.Arn, true, true),
        ("ArnLike", OperatorFamily.Arn, false, true),
        ("ArnNotLike", OperatorFamily.Arn, true, true),
        ("Null", OperatorFamily.Null, false, false),
    ];

    private static readonly (string Prefix, SetQualifier Qualifier)[] Qualifiers =
        [("", SetQualifier.None), ("ForAnyValue:", SetQualifier.ForAnyValue), ("ForAllValues:", SetQualifier.ForAllValues)];

    // Policies repeat few operators: each spelled form is made once, when it is met.
    private static readonly ConditionOperator?[] Made = new ConditionOperator?[Bases.Length * Qualifiers.Length * 2];

    private ConditionOperator(string name, OperatorFamily family, bool negated, bool wildcards, SetQualifier qualifier, bool ifExists)
    {
        Name = name;
        Family = family;
        IsNegated = negated;
        AllowsWildcards = wildcards;
        Qualifier = qualifier;
        IfExists = ifExists;
    }

    /// <summary>The name without qualifier and IfExists, spelled as in the IAM user guide.</summary>
    public string Name { get; }

    /// <summary>The type of values it compares.</summary>
    public OperatorFamily Family { get; }

    /// <summary>Whether it is the negated form (<c>StringNotEquals</c>…), which is true when the key is absent.</summary>
    public bool IsNegated { get; }

    /// <summary>Whether <c>*</c> and <c>?</c> in a value are wildcards.</summary>
    public bool AllowsWildcards { get; }

    /// <summary>The set qualifier before the colon.</summary>
    public SetQualifier Qualifier { get; }

    /// <summary>Whether the operator ends in <c>IfExists</c>: true when the key is absent.</summary>
    public bool IfExists { get; }

    /// <summary>The base names of the IAM user guide.</summary>
    public static IEnumerable<string> BaseNames => Bases.Select(candidate => candidate.Name);

    /// <summary>Takes an operator apart; null where the text is no operator.</summary>
    public static ConditionOperator? Parse(ReadOnlySpan<char> text)
    {
        int qualifier = Qualifiers.Length - 1;
        while (!text.StartsWith(Qualifiers[qualifier].Prefix, StringComparison.OrdinalIgnoreCase))
            qualifier--;

        ReadOnlySpan<char> name = text[Qualifiers[qualifier].Prefix.Length..];
        bool ifExists = name.EndsWith(IfExistsEnd, StringComparison.OrdinalIgnoreCase);
        if (ifExists)
            name = name[..^IfExistsEnd.Length];

        int number = NumberOf(name);
        return number < 0 || (ifExists && !TakesIfExists(number)) ? null : Get(number, qualifier, ifExists);
    }

    /// <summary>
    /// The operator, with its qualifier and IfExists, that is spelled most like a text that is none; null when none is near.
    /// </summary>
    public static string? FindNearest(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var nearest = new NearestName(text);
        string? best = null;
        foreach (string candidate in Spellings())
        {
            if (nearest.Offer(candidate))
                best = candidate;
        }

        return best;
    }

    private static IEnumerable<string> Spellings()
    {
        for (int number = 0; number < Bases.Length; number++)
        {
            foreach (var (prefix, _) in Qualifiers)
            {
                yield return prefix + Bases[number].Name;
                if (TakesIfExists(number))
                    yield return prefix + Bases[number].Name + IfExistsEnd;
            }
        }
    }

    private static int NumberOf(ReadOnlySpan<char> name)
    {
        for (int i = 0; i < Bases.Length; i++)
        {
            if (Bases[i].Name.Length == name.Length && name.Equals(Bases[i].Name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    // "You can add IfExists to the end of any condition operator name except the Null condition."
    private static bool TakesIfExists(int number) => Bases[number].Family != OperatorFamily.Null;

    private static ConditionOperator Get(int number, int qualifier, bool ifExists)
    {
        var (name, family, negated, wildcards) = Bases[number];
        ref ConditionOperator? made = ref Made[(((number * Qualifiers.Length) + qualifier) * 2) + (ifExists ? 1 : 0)];
        return made ??= new(name, family, negated, wildcards, Qualifiers[qualifier].Qualifier, ifExists);
    }
}
