using System.Collections.Immutable;
using PolicyLint.Catalog;

namespace PolicyLint.Configuration;

/// <summary>What is found wrong while a configuration or a baseline is read.</summary>
internal sealed class ConfigurationProblems(SourceText source)
{
    private const int Most = 100;

    private readonly List<ConfigurationProblem> _problems = [];

    public void Add(TextSpan span, string message)
    {
        if (_problems.Count < Most)
            _problems.Add(new ConfigurationProblem(source, span, message));
    }

    /// <summary>The problems in the order of the file.</summary>
    public ImmutableArray<ConfigurationProblem> ToSorted() => [.. _problems.OrderBy(problem => problem.Span.Start)];

    /// <summary><c>; did you mean `profile`?</c>, or nothing where nothing is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> known)
    {
        var search = new NearestName(written);
        string? nearest = null;
        foreach (string name in known)
        {
            if (search.MayBe(name.Length) && search.Offer(name))
                nearest = name;
        }

        return nearest is null ? "" : $"; did you mean `{nearest}`?";
    }
}
