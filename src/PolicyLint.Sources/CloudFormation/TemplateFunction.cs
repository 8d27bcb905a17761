using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>
/// An intrinsic function of a template, in its short form (<c>!Sub text</c>) or its long one (<c>Fn::Sub: text</c>). See
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">intrinsic functions</see>.
/// </summary>
/// <param name="Name">Its name in the long form: <c>Ref</c>, <c>Fn::Sub</c>.</param>
/// <param name="Arguments">What it is called with.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct TemplateFunction(string Name, HostNode Arguments, TextSpan Span)
{
    private const string LongPrefix = "Fn::";

    /// <summary>The function that a value is; null where it is a plain value.</summary>
    public static TemplateFunction? Of(HostNode node)
    {
        if (node.Tag is ['!', .. var name])
            return new TemplateFunction(name is "Ref" or "Condition" ? name : LongPrefix + name, node, node.Span);

        return node is HostMapping { Entries: [var only] } && IsName(only.Name) ? new TemplateFunction(only.Name, only.Value, node.Span) : null;
    }

    /// <summary>Whether a name is one of a function, so that no element of a policy is meant.</summary>
    public static bool IsName(string name) => name == "Ref" || name.StartsWith(LongPrefix, StringComparison.Ordinal);

    /// <summary>
    /// Whether a value is a call of a function by that name. What says <c>Condition</c> is one inside a condition only: in a policy it
    /// is an element.
    /// </summary>
    public static HostNode? ArgumentsOf(HostNode node, string name)
    {
        if (node is HostMapping { Tag: null, Entries: [var only] } && only.Name == name)
            return only.Value;

        return Of(node) is { } function && function.Name == name ? function.Arguments : null;
    }

    /// <summary>The arguments as a list: a function of one argument may be called with it alone.</summary>
    public IReadOnlyList<HostNode> List => Arguments is HostSequence list ? list.Values : [Arguments];
}
