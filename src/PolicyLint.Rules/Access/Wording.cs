using PolicyLint.Analysis;

namespace PolicyLint.Rules.Access;

/// <summary>Lists and places as messages need them.</summary>
internal static class Wording
{
    private const int Shown = 3;

    /// <summary>The first few names in backticks, and how many more there are: <c>`a`, `b`, `c` and 4 more</c>.</summary>
    public static string Listed(this IReadOnlyList<string> names)
    {
        int shown = names.Count > Shown + 1 ? Shown : names.Count;
        string last = shown < names.Count ? $"{names.Count - shown} more" : names[shown - 1].Quoted();
        List<string> others = [.. names.Take(shown < names.Count ? shown : shown - 1).Select(name => name.Quoted())];
        return others.Count == 0 ? last : $"{string.Join(", ", others)} and {last}";
    }

    /// <summary>A number and what is counted: <c>1 action</c>, <c>2 actions</c>.</summary>
    public static string Times(this int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";

    /// <summary>Where actions are to be changed: the one value that gives them all, or else the whole element.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="givesAll">Whether the actions of a value alone are all those in question.</param>
    public static PolicyNode? PlaceOfActions(this StatementAccess statement, Func<ActionSet, bool> givesAll)
    {
        if (statement.IsNotAction)
            return statement.Statement.NotAction;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (givesAll(pattern.Actions))
                return pattern.Text;
        }

        return statement.Statement.Action;
    }

    /// <summary>Where the resources stand: the one value that answers, or else the whole element.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="isMeant">Whether a value alone is the one in question.</param>
    public static PolicyNode? PlaceOfResources(this StatementAccess statement, Func<ResourcePattern, bool> isMeant)
    {
        if (!statement.IsNotResource)
        {
            foreach (ResourcePattern pattern in statement.ResourcePatterns)
            {
                if (isMeant(pattern))
                    return pattern.Text;
            }
        }

        return statement.Statement.Resource ?? statement.Statement.NotResource;
    }
}
