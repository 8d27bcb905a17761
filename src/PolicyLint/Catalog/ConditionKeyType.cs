namespace PolicyLint.Catalog;

/// <summary>
/// The type of a condition key's values, which decides the operators that compare them. The <c>ArrayOf…</c> types are
/// multivalued: a request carries any number of values. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">single-valued and multivalued keys</see>.
/// </summary>
public enum ConditionKeyType
{
    /// <summary>A text.</summary>
    String,

    /// <summary>Any number of texts.</summary>
    ArrayOfString,

    /// <summary>An ARN.</summary>
    Arn,

    /// <summary>Any number of ARNs.</summary>
    ArrayOfArn,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>Any number of booleans.</summary>
    ArrayOfBool,

    /// <summary>A whole or decimal number.</summary>
    Numeric,

    /// <summary>A moment, as ISO 8601 or as seconds since 1970.</summary>
    Date,

    /// <summary>An IPv4 or IPv6 address or range.</summary>
    IPAddress,

    /// <summary>Bytes, written as base64.</summary>
    Binary,
}
