using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>One thing that is wrong with a policy, and where.</summary>
public sealed class Finding
{
    private readonly SourceText _text;
    private readonly FindingPlace _place;

    internal Finding(RuleDescriptor rule, IssueCode? issueCode, Severity severity, SecuritySeverity securitySeverity, string message, SourceText text, FindingPlace place, ImmutableArray<RelatedPlace> related)
    {
        _text = text;
        _place = place;
        Rule = rule;
        IssueCode = issueCode;
        Severity = severity;
        SecuritySeverity = securitySeverity;
        Message = message;
        Related = related;
        Span = text.Origin?.Locate(place.Span) ?? place.Span;
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

    /// <summary>
    /// The input it is about: the policy, or the host file that the policy was taken out of. Its <see cref="SourceText.Path"/>
    /// is the name that the caller gave it.
    /// </summary>
    public SourceText Source => _text.Origin?.File ?? _text;

    /// <summary>What people call the policy in the host file that it was taken out of; null where the input is the policy.</summary>
    public string? Policy => _text.Origin?.Address;

    /// <summary>The main place, in UTF-8 bytes of the <see cref="Source"/>. <see cref="Start"/> and <see cref="End"/> are the same as line and column.</summary>
    public TextSpan Span { get; }

    /// <summary>The main place in the text of the policy itself.</summary>
    internal TextSpan SpanInPolicy => _place.Span;

    /// <summary>JSON pointers (RFC 6901) inside the policy document, the main one first, then those of <see cref="Related"/> that are in it too.</summary>
    public ImmutableArray<string> Pointers
    {
        get
        {
            if (field.IsDefault)
                field = [_place.Pointer, .. Related.Where(place => place.Policy == Policy).Select(place => place.Pointer)];

            return field;
        }
    }

    /// <summary>Other places that belong to it, each with a word on why.</summary>
    public ImmutableArray<RelatedPlace> Related { get; }

    /// <summary>Whether a second witness agrees.</summary>
    public Confirmation Confirmation { get; private init; }

    /// <summary>Why the <see cref="Confirmation"/> is what it is, as a clause without a full stop; null where there is nothing to say.</summary>
    public string? ConfirmationReason { get; private init; }

    /// <summary>A finding that no <see cref="Rules.Rule"/> of a linter made, but another judge of the same policy.</summary>
    /// <param name="rule">What it is a case of.</param>
    /// <param name="severity">How much it weighs.</param>
    /// <param name="message">What is wrong, in one sentence without a full stop.</param>
    /// <param name="source">The input it is about.</param>
    /// <param name="places">Where, the main place first; each with its JSON pointer inside the policy document.</param>
    /// <exception cref="ArgumentException">There is no place, or a place is outside the input.</exception>
    public static Finding Of(RuleDescriptor rule, Severity severity, string message, SourceText source, params ReadOnlySpan<(TextSpan Span, string Pointer)> places)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        ArgumentNullException.ThrowIfNull(source);
        if (places.IsEmpty)
            throw new ArgumentException("A finding needs a place.", nameof(places));

        ImmutableArray<RelatedPlace>.Builder related = ImmutableArray.CreateBuilder<RelatedPlace>(places.Length - 1);
        foreach (var (span, pointer) in places)
        {
            if (span.Start < 0 || span.Length < 0 || span.End > source.Bytes.Length)
                throw new ArgumentException($"The place {span} is outside the input of {source.Bytes.Length} bytes.", nameof(places));
        }

        foreach (var (span, pointer) in places[1..])
            related.Add(new RelatedPlace(source, new FindingPlace(span, pointer), "and here"));

        return new Finding(rule, rule.OnlyIssueCode, severity, rule.SecuritySeverity, message, source, new FindingPlace(places[0].Span, places[0].Pointer), related.MoveToImmutable());
    }

    /// <summary>A finding about policies that are judged together, such as all those of a role.</summary>
    /// <param name="rule">What it is a case of.</param>
    /// <param name="severity">How much it weighs.</param>
    /// <param name="risk">How grave the risk is.</param>
    /// <param name="message">What is wrong, in one sentence without a full stop.</param>
    /// <param name="main">The main place; the finding belongs to the policy that it is in.</param>
    /// <param name="related">Other places, each with a few words on why. Their policies are of the same file.</param>
    /// <exception cref="ArgumentException">A place is in another file.</exception>
    public static Finding Across(
        RuleDescriptor rule,
        Severity severity,
        SecuritySeverity risk,
        string message,
        (PolicyDocument Document, PolicyNode Node) main,
        params ReadOnlySpan<(PolicyDocument Document, PolicyNode Node, string Note)> related)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        SourceText text = main.Document.Source;
        ImmutableArray<RelatedPlace>.Builder places = ImmutableArray.CreateBuilder<RelatedPlace>(related.Length);
        foreach (var (document, node, note) in related)
        {
            if ((document.Source.Origin?.File ?? document.Source) != (text.Origin?.File ?? text))
                throw new ArgumentException($"The place {node.Pointer} ({note}) is in another file.", nameof(related));

            places.Add(new RelatedPlace(document.Source, new FindingPlace(node), note));
        }

        return new Finding(rule, rule.OnlyIssueCode, severity, risk, message, text, new FindingPlace(main.Node), places.MoveToImmutable());
    }

    /// <summary>The same finding with what a second witness says of it.</summary>
    /// <param name="confirmation">Whether the witness agrees.</param>
    /// <param name="reason">Why, as a clause without a full stop; null where there is nothing to say.</param>
    public Finding With(Confirmation confirmation, string? reason = null) =>
        new(Rule, IssueCode, Severity, SecuritySeverity, Message, _text, _place, Related) { Confirmation = confirmation, ConfirmationReason = reason };

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

    internal RelatedPlace(SourceText text, FindingPlace place, string note)
    {
        _place = place;
        Note = note;
        Policy = text.Origin?.Address;
        Span = text.Origin?.Locate(place.Span) ?? place.Span;
    }

    /// <summary>Where, in UTF-8 bytes of the finding's source.</summary>
    public TextSpan Span { get; }

    /// <summary>The JSON pointer inside the policy document.</summary>
    public string Pointer => _place.Pointer;

    /// <summary>What people call the policy that it is in, which may be another than the finding's; null where the input is the policy.</summary>
    public string? Policy { get; }

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
/// <param name="Source">The input: the policy, or the host file that it was taken out of.</param>
/// <param name="Span">Where.</param>
/// <param name="Pointer">The JSON pointer inside the policy document.</param>
/// <param name="Reason">Why it could not be judged.</param>
/// <param name="Policy">What people call the policy in a host file; null where the input is the policy.</param>
public sealed record NotEvaluated(SourceText Source, TextSpan Span, string Pointer, string Reason, string? Policy = null);
