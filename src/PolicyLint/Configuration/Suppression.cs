using System.Globalization;
using PolicyLint.Analysis;
using PolicyLint.Rules;

namespace PolicyLint.Configuration;

/// <summary>What a project accepts: findings of one rule, in one place, for a reason, until a day.</summary>
public sealed class Suppression
{
    internal Suppression(RuleDescriptor rule, string reason, TextSpan place, int number)
    {
        Rule = rule;
        Reason = reason;
        Place = place;
        Number = number;
    }

    /// <summary>The rule whose findings are left out.</summary>
    public RuleDescriptor Rule { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>Where it stands in the configuration.</summary>
    public TextSpan Place { get; }

    /// <summary>Its place among the suppressions, from 0.</summary>
    public int Number { get; }

    /// <summary>The files that it is about; null for every file of the configuration.</summary>
    public PathGlob? File { get; internal init; }

    /// <summary>What the policies are called in a host file that it is about (<c>*</c>, <c>?</c>); null for every policy.</summary>
    public Glob? Policy { get; internal init; }

    /// <summary>The Sid of the statement that it is about; null for every place.</summary>
    public string? Sid { get; internal init; }

    /// <summary>The JSON pointer of what it is about, with everything in it; null for every place.</summary>
    public string? Pointer { get; internal init; }

    /// <summary>The text that a finding must be about (<c>*</c>, <c>?</c>): an action, an ARN; null for any.</summary>
    public Glob? Value { get; internal init; }

    /// <summary>The last day on which it holds; null where it has no end.</summary>
    public DateOnly? Expires { get; internal init; }

    /// <summary>Whether it no longer holds.</summary>
    public bool IsExpired(DateOnly today) => Expires < today;

    /// <summary>Whether the finding is one that it is about.</summary>
    /// <param name="finding">A finding.</param>
    /// <param name="document">The document that it was found in.</param>
    /// <param name="path">The file, relative to the folder of the configuration.</param>
    public bool IsAbout(Finding finding, PolicyDocument document, string path)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(document);
        return finding.Rule.Id == Rule.Id
            && File?.Matches(path) != false
            && (Policy is null || (finding.Policy is { } policy && Policy.Matches(policy)))
            && IsIn(finding.Pointers[0])
            && (Sid is null || StatementOf(finding, document)?.Sid?.Value == Sid)
            && (Value is null || (TextOf(finding, document) is { } text && Value.Matches(text)));
    }

    /// <summary>The rule, and where.</summary>
    public override string ToString() => string.Join(
        ' ',
        new[]
        {
            Rule.ToString(), Tell("file", File?.Text), Tell("policy", Policy?.Text), Tell("sid", Sid), Tell("pointer", Pointer), Tell("value", Value?.Text),
            Tell("expires", Expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        }.Where(part => part is not null));

    private static string? Tell(string name, string? value) => value is null ? null : $"{name} {value.Quoted()}";

    private bool IsIn(string pointer) =>
        Pointer is null || pointer == Pointer || (pointer.Length > Pointer.Length && pointer.StartsWith(Pointer, StringComparison.Ordinal) && pointer[Pointer.Length] == '/');

    private static Statement? StatementOf(Finding finding, PolicyDocument document) =>
        document.Statements.FirstOrDefault(statement => statement.Span.Start <= finding.SpanInPolicy.Start && finding.SpanInPolicy.End <= statement.Span.End);

    // A finding about a list, or a statement, is about no single text.
    private static string? TextOf(Finding finding, PolicyDocument document)
    {
        ReadOnlySpan<byte> literal = document.Source.Utf8.Slice(finding.SpanInPolicy.Start, finding.SpanInPolicy.Length);
        return literal is [(byte)'"', .. var inside, (byte)'"'] ? Parsing.JsonText.Unescape(inside, out _) : null;
    }
}
