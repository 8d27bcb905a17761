using System.Collections.Immutable;
using PolicyLint.Parsing;

namespace PolicyLint;

/// <summary>
/// An IAM policy document: immutable, with a span on every node. Made by <see cref="Parse(string, PolicyType?, PolicyResourceType?)"/>,
/// which never throws on bad input; what is wrong stands in <see cref="Problems"/>.
/// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">grammar of the IAM JSON policy language</see>.
/// </summary>
public sealed class PolicyDocument : PolicyNode
{
    internal PolicyDocument(SourceText source, TextSpan span)
        : base(span, PolicyPath.Root)
    {
        Source = source;
    }

    /// <summary>The input it was read from.</summary>
    public SourceText Source { get; }

    /// <summary>The policy type, given by the caller or detected.</summary>
    public PolicyType Type { get; internal init; }

    /// <summary>Whether <see cref="Type"/> was worked out from the content and not given.</summary>
    public bool IsTypeDetected { get; internal init; }

    /// <summary>The resource that a resource or trust policy is attached to, where the caller said so; else null.</summary>
    public PolicyResourceType? ResourceType { get; internal init; }

    /// <summary>The Version element.</summary>
    public PolicyString? Version { get; internal init; }

    /// <summary>The Id element.</summary>
    public PolicyString? Id { get; internal init; }

    /// <summary>The statements that could be read.</summary>
    public ImmutableArray<Statement> Statements { get; internal init; } = [];

    /// <summary>Whether the statements stand in square brackets.</summary>
    public bool StatementIsList { get; internal init; }

    /// <summary>What is wrong with the JSON or breaks the grammar of the policy type, in the order of the source.</summary>
    public ImmutableArray<Problem> Problems { get; internal set; } = []; // set once, by the parser: the grammar check needs the document first

    /// <summary>
    /// Whether the input could be read as a policy to its end. False for JSON that breaks off, for another encoding,
    /// and for JSON that is no policy at all: then what is missing says nothing about the policy.
    /// </summary>
    public bool IsReadable { get; internal init; }

    /// <summary>Which elements are written, rightly or not; see <see cref="ElementTable"/>.</summary>
    internal ElementSet Present { get; init; }

    /// <summary>
    /// Whether <c>${…}</c> is a policy variable: only with Version 2012-10-17.
    /// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">policy variables</see>.
    /// </summary>
    public bool HasPolicyVariables => Version?.Value == "2012-10-17";

    /// <summary>Reads a policy document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="type">The policy type; null to detect it from the content, or from <paramref name="resourceType"/>.</param>
    /// <param name="resourceType">The resource that it is attached to; null where that is not known or is another one.</param>
    /// <exception cref="ArgumentException">A policy of this type is not attached to such a resource.</exception>
    public static PolicyDocument Parse(string json, PolicyType? type = null, PolicyResourceType? resourceType = null) =>
        Parse(SourceText.From(json), type, resourceType);

    /// <summary>Reads a policy document.</summary>
    /// <param name="source">The document, with the name to report it under.</param>
    /// <param name="type">The policy type; null to detect it from the content, or from <paramref name="resourceType"/>.</param>
    /// <param name="resourceType">The resource that it is attached to; null where that is not known or is another one.</param>
    /// <exception cref="ArgumentException">A policy of this type is not attached to such a resource.</exception>
    public static PolicyDocument Parse(SourceText source, PolicyType? type = null, PolicyResourceType? resourceType = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (type is { } given && resourceType is { } resource && resource.ToPolicyType() != given)
            throw new ArgumentException($"{given.ToPhrase()} is not attached to {resource.ToName()}: its policies are of type {resource.ToPolicyType().ToName()}.", nameof(resourceType));

        return PolicyParser.Parse(source, type ?? resourceType?.ToPolicyType(), resourceType);
    }
}
