using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>One thing that is wrong with a policy, and where.</summary>
public sealed class Finding
{
    private readonly FindingPlace _place;

    internal Finding(RuleDescriptor rule, IssueCode? issueCode, Severity severity, SecuritySeverity securitySeverity, string message, SourceText source, FindingPlace place, ImmutableArray<RelatedPlace> related)
    {
        _place = place;
        Rule = rule;
        IssueCode = issueCode;
        Severity = severity;
        SecuritySeverity = securitySeverity;
        Message = message;
        Source = source;
        Related = related;
    }

    /// <summary>The rule that found it.</summary>
    public RuleDescriptor Rule { get; }

    /// <summary>
    /// The check of IAM Access Analyzer that says the same; null where the service has none or would be silent. With a code,
    /// <see cref="Pointers"/> are the locations that the service gives.
    /// </summary>
    public IssueCode? IssueCode { get; }

    /// <summary>How much it weighs, after configuration.</summary>
    public Severity Severity { get; }

    /// <summary>How grave the risk is; <see cref="SecuritySeverity.None"/> where the rule is not about security.</summary>
    public SecuritySeverity SecuritySeverity { get; }

    /// <summary>What is wrong, in one sentence. Text of the policy stands in backticks as it was written: escape it for where you show it.</summary>
    public string Message { get; }

    /// <summary>The input it is about. Its <see cref="SourceText.Path"/> is the name that the caller gave it.</summary>
    public SourceText Source { get; }

    /// <summary>The main place, in UTF-8 bytes of the <see cref="Source"/>. <see cref="Start"/> and <see cref="End"/> are the same as line and column.</summary>
    public TextSpan Span => _place.Span;

    /// <summary>JSON pointers (RFC 6901) inside the policy document, the main one first, then those of <see cref="Related"/>.</summary>
    public ImmutableArray<string> Pointers
    {
        get
        {
            if (field.IsDefault)
                field = [_place.Pointer, .. Related.Select(place => place.Pointer)];

            return field;
        }
    }

    /// <summary>Other places that belong to it, each with a word on why.</summary>
    public ImmutableArray<RelatedPlace> Related { get; }

    /// <summary>Whether a second witness agrees.</summary>
    public Confirmation Confirmation { get; init; }

    /// <summary>Where the main place starts.</summary>
    public LinePosition Start => Source.GetPosition(Span.Start);

    /// <summary>Where the main place ends: the position after its last character.</summary>
    public LinePosition End => Source.GetPosition(Span.End);

    /// <summary><c>file:line:column severity PLnnnn name: message</c>, with control characters escaped.</summary>
    public override string ToString() =>
        Reporting.SafeText.Escape($"{Source.Path ?? "policy"}:{Start} {Severity.ToName()} {Rule.Id} {Rule.Name}: {Message}");
}

/// <summary>A second place of a finding.</summary>
public sealed class RelatedPlace
{
    private readonly FindingPlace _place;

    internal RelatedPlace(FindingPlace place, string note)
    {
        _place = place;
        Note = note;
    }

    /// <summary>Where, in UTF-8 bytes of the finding's source.</summary>
    public TextSpan Span => _place.Span;

    /// <summary>The JSON pointer inside the policy document.</summary>
    public string Pointer => _place.Pointer;

    /// <summary>Why it belongs to the finding, in a few words: <c>on this</c>.</summary>
    public string Note { get; }
}

/// <summary>A place in a document. The text of its pointer is made when somebody reads it.</summary>
internal readonly struct FindingPlace
{
    private readonly object _nodeOrPointer;

    public FindingPlace(PolicyNode node)
    {
        Span = node.Span;
        _nodeOrPointer = node;
    }

    public FindingPlace(TextSpan span, string pointer)
    {
        Span = span;
        _nodeOrPointer = pointer;
    }

    public TextSpan Span { get; }

    public string Pointer => _nodeOrPointer as string ?? ((PolicyNode)_nodeOrPointer).Pointer;
}

/// <summary>A part of a policy that could not be judged, and why.</summary>
/// <param name="Source">The input.</param>
/// <param name="Span">Where.</param>
/// <param name="Pointer">The JSON pointer inside the policy document.</param>
/// <param name="Reason">Why it could not be judged.</param>
public sealed record NotEvaluated(SourceText Source, TextSpan Span, string Pointer, string Reason);
