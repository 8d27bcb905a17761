namespace PolicyLint.Rules;

/// <summary>Elements of a statement that a rule can be about.</summary>
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
}
