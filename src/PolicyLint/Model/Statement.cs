using PolicyLint.Parsing;

namespace PolicyLint;

/// <summary>Whether a statement allows or denies.</summary>
public enum Effect
{
    /// <summary>Missing or neither of the two; reported as a problem.</summary>
    None,

    /// <summary><c>Allow</c>.</summary>
    Allow,

    /// <summary><c>Deny</c>.</summary>
    Deny,
}

/// <summary>
/// One statement. An element that is not written, or is written with a wrong type, is null.
/// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</see>.
/// </summary>
public sealed class Statement : PolicyNode
{
    internal Statement(TextSpan span, PolicyPlace place, int number)
        : base(span, place)
    {
        Number = number;
    }

    /// <summary>Its place among the document's statements, from 0.</summary>
    public int Number { get; }

    /// <summary>The statement's id.</summary>
    public PolicyString? Sid { get; internal init; }

    /// <summary>Whether the statement allows or denies.</summary>
    public Effect Effect { get; internal init; }

    /// <summary>The Effect element as written.</summary>
    public PolicyString? EffectText { get; internal init; }

    /// <summary>Who is meant.</summary>
    public Principal? Principal { get; internal init; }

    /// <summary>Who is not meant.</summary>
    public Principal? NotPrincipal { get; internal init; }

    /// <summary>The actions meant.</summary>
    public PolicyStringList? Action { get; internal init; }

    /// <summary>The actions not meant: the statement is about all others.</summary>
    public PolicyStringList? NotAction { get; internal init; }

    /// <summary>The resources meant.</summary>
    public PolicyStringList? Resource { get; internal init; }

    /// <summary>The resources not meant: the statement is about all others.</summary>
    public PolicyStringList? NotResource { get; internal init; }

    /// <summary>When the statement applies.</summary>
    public ConditionBlock? Condition { get; internal init; }

    /// <summary>Which elements are written, rightly or not; see <see cref="ElementTable"/>.</summary>
    internal ElementSet Present { get; init; }
}
