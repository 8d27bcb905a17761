using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <summary>What is found wrong while one document is read.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public void Add(RuleDescriptor rule, string message, TextSpan span, PolicyPath path) =>
        _problems.Add(new Problem(rule, message, span, path.ToString()));

    /// <summary>Forgets what was said about the grammar: the text turned out to be no policy.</summary>
    public void ForgetGrammar() => _problems.RemoveAll(problem => string.CompareOrdinal(problem.Rule.Id, "PL0100") > 0);

    public ImmutableArray<Problem> ToSorted()
    {
        if (_problems.Count == 0)
            return [];

        return [.. _problems.OrderBy(problem => problem.Span.Start).ThenBy(problem => problem.Rule.Id, StringComparer.Ordinal)];
    }
}
