using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>One thing that is wrong with a policy, and where.</summary>
public sealed class Finding
{
    internal Finding(RuleDescriptor rule, Severity severity, SecuritySeverity securitySeverity, string message, SourceText source, TextSpan span, ImmutableArray<string> pointers, ImmutableArray<RelatedPlace> related)
    {
        Rule = rule;
        Severity = severity;
        SecuritySeverity = securitySeverity;
        Message = message;
        Source = source;
        Span = span;
        Pointers = pointers;
        Related = related;
    }

    /// <summary>The rule that found it.</summary>
    public RuleDescriptor Rule { get; }

    /// <summary>How much it weighs, after configuration.</summary>
    public Severity Severity { get; }

    /// <summary>How grave the risk is; <see cref="SecuritySeverity.None"/> where the rule is not about security.</summary>
    public SecuritySeverity SecuritySeverity { get; }

    /// <summary>What is wrong, in one sentence. Text of the policy stands in backticks as it was written: escape it for where you show it.</summary>
    public string Message { get; }

    /// <summary>The input it is about. Its <see cref="SourceText.Path"/> is the name that the caller gave it.</summary>
    public SourceText Source { get; }

    /// <summary>The main place, in UTF-8 bytes of the <see cref="Source"/>. <see cref="Start"/> and <see cref="End"/> are the same as line and column.</summary>
    public TextSpan Span { get; }

    /// <summary>JSON pointers (RFC 6901) inside the policy document, the main one first, then those of <see cref="Related"/>.</summary>
    public ImmutableArray<string> Pointers { get; }

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
/// <param name="Span">Where.</param>
/// <param name="Pointer">The JSON pointer inside the policy document.</param>
/// <param name="Note">Why it belongs to the finding, in a few words: <c>on this</c>.</param>
public sealed record RelatedPlace(TextSpan Span, string Pointer, string Note);

/// <summary>A part of a policy that could not be judged, and why.</summary>
/// <param name="Source">The input.</param>
/// <param name="Span">Where.</param>
/// <param name="Pointer">The JSON pointer inside the policy document.</param>
/// <param name="Reason">Why it could not be judged.</param>
public sealed record NotEvaluated(SourceText Source, TextSpan Span, string Pointer, string Reason);
