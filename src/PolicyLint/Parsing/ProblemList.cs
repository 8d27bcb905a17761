using System.Collections.Immutable;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <summary>What is found wrong while one document is read.</summary>
internal sealed class ProblemList
{
    /// <summary>More than anybody reads; a hostile text could have millions.</summary>
    public const int MaxProblems = 1000;

    private readonly List<Problem> _problems = [];
    private int _omitted;
    private TextSpan _firstOmitted;

    /// <summary>How many there are.</summary>
    public int Count => _problems.Count;

    /// <summary>Adds a problem with the code of its rule, where that has one only.</summary>
    public void Add(RuleDescriptor rule, string message, TextSpan span, PolicyPlace place) => Add(rule, rule.OnlyIssueCode, message, span, place);

    /// <summary>Adds a problem with one of its rule's codes, or none.</summary>
    public void Add(RuleDescriptor rule, IssueCode? code, string message, TextSpan span, PolicyPlace place)
    {
        if (_problems.Count < MaxProblems)
            _problems.Add(new Problem(rule, message, span, place.ToPath().ToString(), code));
        else if (_omitted++ == 0)
            _firstOmitted = span;
    }

    /// <summary>Forgets what was said since there were so many: the text is read again.</summary>
    public void ForgetFrom(int count)
    {
        _problems.RemoveRange(count, _problems.Count - count);
        _omitted = 0;
    }

    /// <summary>Forgets what was said about the grammar: the text turned out to be no policy.</summary>
    public void ForgetGrammar() => _problems.RemoveAll(problem => problem.Rule.Id.StartsWith("PL01", StringComparison.Ordinal));

    public ImmutableArray<Problem> ToSorted()
    {
        if (_problems.Count == 0)
            return [];

        if (_omitted > 0)
            _problems.Add(new Problem(GrammarRules.TooManyProblems, $"{_omitted} more problems are not listed", _firstOmitted, ""));

        return [.. _problems.OrderBy(problem => problem.Span.Start).ThenBy(problem => problem.Rule.Id, StringComparer.Ordinal)];
    }
}
