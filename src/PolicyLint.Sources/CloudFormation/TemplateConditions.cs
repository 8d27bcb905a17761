using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>The named conditions of a template, as formulas over the values of parameters.</summary>
internal sealed class TemplateConditions(Template template)
{
    private const int MaxDepth = 32;

    /// <summary>Whether a condition holds in a scenario. A comparison of what is not known is a choice of the scenario, and else does not hold.</summary>
    public bool Holds(string name, Scenario scenario) => HoldsNamed(name, scenario, 0);

    /// <summary>What a condition depends on: each parameter or comparison, with the values that make a difference, that of the template first.</summary>
    public Dictionary<string, List<string?>> VariablesOf(IEnumerable<string> names)
    {
        var variables = new Dictionary<string, List<string?>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
            CollectNamed(name, variables, seen);

        return variables;
    }

    private bool HoldsNamed(string name, Scenario scenario, int depth) =>
        depth < MaxDepth && template.Conditions?[name] is { } node ? Holds(node, scenario, depth + 1) : IsChosen(FreeName(name), scenario);

    private bool Holds(HostNode node, Scenario scenario, int depth)
    {
        if (depth > MaxDepth)
            return false;

        if (TemplateFunction.ArgumentsOf(node, "Condition") is HostScalar name)
            return HoldsNamed(name.Value, scenario, depth);

        return TemplateFunction.Of(node) switch
        {
            { Name: "Fn::And" } and => and.List.All(item => Holds(item, scenario, depth + 1)),
            { Name: "Fn::Or" } or => or.List.Any(item => Holds(item, scenario, depth + 1)),
            { Name: "Fn::Not" } not => not.List is [var only] && !Holds(only, scenario, depth + 1),
            { Name: "Fn::Equals", Arguments: HostSequence { Values: [var left, var right] } } => AreEqual(node, left, right, scenario),
            _ => IsChosen(FreeName(node), scenario),
        };
    }

    private bool AreEqual(HostNode node, HostNode left, HostNode right, Scenario scenario)
    {
        if (IsDecided(left, right))
            return Variable(left, scenario) is { } value && Variable(right, scenario) == value;

        return IsChosen(FreeName(node), scenario);
    }

    // Names and literals only: then the values of names decide.
    private bool IsDecided(HostNode left, HostNode right) => (NameOf(left) is not null || IsLiteral(left)) && (NameOf(right) is not null || IsLiteral(right));

    private string? Variable(HostNode node, Scenario scenario)
    {
        if (NameOf(node) is not { } name)
            return ((HostScalar)node).Value;

        return scenario.TryGet(name, out string? value) ? value : UsualValue(name);
    }

    private string? UsualValue(string name) => template.ParameterOf(name) is { } parameter ? parameter.Default ?? parameter.AllowedValues.FirstOrDefault() : null;

    private void CollectNamed(string name, Dictionary<string, List<string?>> variables, HashSet<string> seen)
    {
        if (!seen.Add(name))
            return;

        if (template.Conditions?[name] is { } node)
            Collect(node, variables, seen, 0);
        else
            AddFree(FreeName(name), variables);
    }

    private void Collect(HostNode node, Dictionary<string, List<string?>> variables, HashSet<string> seen, int depth)
    {
        if (depth > MaxDepth)
            return;

        if (TemplateFunction.ArgumentsOf(node, "Condition") is HostScalar name)
        {
            CollectNamed(name.Value, variables, seen);
            return;
        }

        switch (TemplateFunction.Of(node))
        {
            case { Name: "Fn::And" or "Fn::Or" or "Fn::Not" } function:
                foreach (HostNode item in function.List)
                    Collect(item, variables, seen, depth + 1);
                break;
            case { Name: "Fn::Equals", Arguments: HostSequence { Values: [var left, var right] } } when IsDecided(left, right):
                CollectName(left, right, variables);
                CollectName(right, left, variables);
                break;
            default:
                AddFree(FreeName(node), variables);
                break;
        }
    }

    private void CollectName(HostNode node, HostNode other, Dictionary<string, List<string?>> variables)
    {
        if (NameOf(node) is not { } name)
            return;

        if (!variables.TryGetValue(name, out List<string?>? values))
        {
            TemplateParameter? parameter = template.ParameterOf(name);
            List<string> allowed = [.. parameter?.AllowedValues ?? []];
            values = [UsualValue(name), .. allowed];
            if (allowed.Count == 0)
                values.Add(null);

            variables.Add(name, values);
        }

        if (IsLiteral(other) && template.ParameterOf(name)?.AllowedValues.Any() != true)
            values.Add(((HostScalar)other).Value);
    }

    private static void AddFree(string name, Dictionary<string, List<string?>> variables) => variables.TryAdd(name, [null, "true"]);

    private static bool IsChosen(string name, Scenario scenario) => scenario.TryGet(name, out string? value) && value == "true";

    private string? NameOf(HostNode node) =>
        TemplateFunction.ArgumentsOf(node, "Ref") is HostScalar name && (template.ParameterOf(name.Value) is not null || name.Value.StartsWith("AWS::", StringComparison.Ordinal)) ? name.Value : null;

    // Other tools write their variables where CloudFormation has a text.
    private static bool IsLiteral(HostNode node) =>
        node is HostScalar scalar && TemplateFunction.Of(node) is null && !scalar.Value.Contains("${", StringComparison.Ordinal);

    // No parameter has such a name.
    private static string FreeName(string condition) => $"condition {condition}";

    private static string FreeName(HostNode comparison) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"comparison {comparison.Span.Start}");
}
