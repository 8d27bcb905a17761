namespace PolicyLint.Sources.CloudFormation;

/// <summary>
/// Finds scenarios in which each condition that a resource asks for holds once and does not hold once, where values of
/// parameters exist that make it so. Most resources ask for none, and one scenario is enough.
/// </summary>
/// <remarks>
/// To lint both branches of an <c>Fn::If</c> as one policy would be wrong: together they may say what no deployment says (a
/// statement twice, a grant that adds up). So each way to deploy is a policy of its own.
/// </remarks>
internal sealed class ScenarioSearch
{
    private const int MaxTried = 2000;
    private const int MaxScenarios = 8;
    private const int MaxChanges = 3;

    private readonly TemplateConditions _conditions;
    private readonly string? _required;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<(string, bool)> _seen = [];
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private int _count;

    /// <param name="conditions">The conditions of the template.</param>
    /// <param name="required">The condition under which the resource exists; null for always.</param>
    public ScenarioSearch(TemplateConditions conditions, string? required)
    {
        _conditions = conditions;
        _required = required;
    }

    /// <summary>Whether a condition holds. To ask makes it one that the search is about.</summary>
    public bool Ask(string condition, Scenario scenario)
    {
        bool holds = _conditions.Holds(condition, scenario);
        _asked.Add(condition);
        _seen.Add((condition, holds));
        return holds;
    }

    /// <summary>The scenarios. Ask for the conditions of one before moving to the next.</summary>
    public IEnumerable<Scenario> Scenarios()
    {
        Scenario? next = _required is null ? Scenario.Default : Find([_required], scenario => true) ?? Scenario.Default;
        for (; next is not null && _count < MaxScenarios; _count++)
        {
            yield return next;
            next = _asked.Count == 0 ? null : Find(_required is null ? _asked : [.. _asked, _required], IsNew);
        }
    }

    // Something that was not seen, in a combination that was not tried: a condition may be asked for in one branch of another only.
    private bool IsNew(Scenario scenario)
    {
        List<(string Condition, bool Holds)> combination = [.. _asked.Order(StringComparer.Ordinal).Select(condition => (condition, _conditions.Holds(condition, scenario)))];
        return combination.Exists(choice => !_seen.Contains(choice)) && _tried.Add(string.Join('\n', combination));
    }

    // The nearest to what the template says, so that no more is changed than must be.
    private Scenario? Find(IEnumerable<string> conditions, Func<Scenario, bool> isWanted)
    {
        KeyValuePair<string, List<string?>>[] variables = [.. _conditions.VariablesOf(conditions).OrderBy(variable => variable.Key, StringComparer.Ordinal)];
        int tried = 0;
        for (int changes = 0; changes <= Math.Min(MaxChanges, variables.Length); changes++)
        {
            foreach (Scenario scenario in Changed(variables, 0, changes, []))
            {
                if (++tried > MaxTried)
                    return null;

                if ((_required is null || _conditions.Holds(_required, scenario)) && isWanted(scenario))
                    return scenario;
            }
        }

        return null;
    }

    private static IEnumerable<Scenario> Changed(KeyValuePair<string, List<string?>>[] variables, int from, int changes, Dictionary<string, string?> chosen)
    {
        if (changes == 0)
        {
            yield return new Scenario(chosen);
            yield break;
        }

        for (int i = from; i < variables.Length; i++)
        {
            (string name, List<string?> values) = variables[i];
            foreach (string? value in values.Skip(1).Distinct().Where(value => value != values[0]))
            {
                foreach (Scenario scenario in Changed(variables, i + 1, changes - 1, new(chosen) { [name] = value }))
                    yield return scenario;
            }
        }
    }
}
