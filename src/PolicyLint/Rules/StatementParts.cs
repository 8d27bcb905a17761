namespace PolicyLint.Rules;

/// <summary>Parts of a statement that a rule can be about.</summary>
[Flags]
public enum StatementParts
{
    /// <summary>None in particular: the rule is called for every statement.</summary>
    None = 0,

    /// <summary>Condition.</summary>
    Condition = 1,

    /// <summary>NotAction.</summary>
    NotAction = 2,

    /// <summary>NotResource.</summary>
    NotResource = 4,

    /// <summary>Principal.</summary>
    Principal = 8,

    /// <summary>NotPrincipal.</summary>
    NotPrincipal = 16,

    /// <summary>Actions that are not all named: a wildcard in a value of Action, or NotAction.</summary>
    ActionPattern = 32,

    /// <summary>A value of Action or NotAction that the catalogue does not have: an unknown service or action, or no action at all.</summary>
    UncataloguedAction = 64,

    /// <summary>A policy variable, somewhere in the policy: <c>${…}</c>.</summary>
    PolicyVariable = 128,

    /// <summary>A value of Resource or NotResource other than <c>*</c>.</summary>
    NamedResource = 256,

    /// <summary>Several values in Action, NotAction, Resource or NotResource.</summary>
    SeveralValues = 512,

    /// <summary>A set operator in Condition: <c>ForAllValues:</c> or <c>ForAnyValue:</c>.</summary>
    SetOperator = 1024,

    /// <summary>An operator in Condition for numbers, dates, Booleans, binary data or IP addresses.</summary>
    TypedOperator = 2048,
}
