using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Fixing;
using PolicyLint.Rules.Personas;

namespace PolicyLint.Rules.Fixes;

/// <summary>
/// Gives actions of a statement statements of their own: a statement that mixes actions which know resources with those that
/// do not can be narrowed for neither.
/// </summary>
internal static class Parting
{
    /// <summary>Whether the statement names its actions and its resources, and no principals.</summary>
    public static bool CanBeParted(this Statement statement) =>
        statement is { Action: not null, NotAction: null, Resource: not null, NotResource: null, Principal: null, NotPrincipal: null };

    /// <summary>Takes actions out of their statement and adds statements behind it, or in its place where no action is left.</summary>
    /// <param name="editor">The editor of the document.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="actions">Values of its Action.</param>
    /// <param name="into">The new statements.</param>
    public static ImmutableArray<TextEdit> Move(this PolicyEditor editor, Statement statement, IReadOnlyCollection<PolicyString> actions, IReadOnlyList<string> into) =>
        actions.Count == statement.Action!.Values.Length
            ? editor.Replace(statement, into)
            : [.. editor.Remove(actions), .. editor.AddAfter(statement, into)];

    /// <summary>The Sid for a statement that takes the place of another, which keeps it where it stays.</summary>
    public static string? SidFor(this Statement statement, IReadOnlyCollection<PolicyString> moved) =>
        moved.Count == statement.Action!.Values.Length ? statement.Sid?.Value : null;

    /// <summary>Whether the statement means all resources of a value.</summary>
    public static bool Covers(this StatementAccess statement, ResourcePattern resource) =>
        !statement.IsNotResource && statement.ResourcePatterns.Any(pattern => pattern.Covers(resource));

    /// <summary>Whether the statement means all resources of an ARN.</summary>
    public static bool Covers(this StatementAccess statement, string arn) =>
        ArnPattern.TryParse(arn, policyVariables: true, out ArnPattern? pattern)
        && statement.ResourcePatterns.Any(value => value.MatchesStar || (value.Arn?.Covers(pattern) ?? false));

    /// <summary>Wildcards of the statement that stand for actions of SageMaker only.</summary>
    public static IEnumerable<ActionPattern> SageMakerWildcards(this StatementAccess statement) =>
        statement.Policy.Catalog.SageMaker is { } sageMaker
            ? statement.ActionPatterns.Where(pattern => pattern.Kind == ActionPatternKind.Wildcard && pattern.Service == sageMaker)
            : [];

    /// <summary>What has to be filled in for values that are only examples; null where all are given.</summary>
    public static string? NoteOn(this PersonaValues values, params IEnumerable<string> names)
    {
        string[] examples = [.. names.Where(name => name == "role" ? values.Roles.IsEmpty : PersonaValues.Names.Contains(name) && !values.IsGiven(name))];
        return examples.Length == 0 ? null : $"{string.Join(", ", examples)}: an example stands there, to be replaced";
    }
}
