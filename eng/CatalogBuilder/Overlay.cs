using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>
/// What is known and the data does not say, from <c>overlay/*.jsonl</c>. Every line has a reason (<c>why</c>) and a
/// <c>source</c>. A line that says what the data says by now is an error, so that the overlay never outlives its use.
/// </summary>
public sealed class Overlay(CatalogModel model)
{
    private static readonly Dictionary<string, PrefixNoteKind> Kinds = new(StringComparer.Ordinal)
    {
        ["retired"] = PrefixNoteKind.Retired,
        ["renamed"] = PrefixNoteKind.Renamed,
        ["sdk-client"] = PrefixNoteKind.SdkClient,
    };

    public static void Apply(string folder, CatalogModel model)
    {
        var overlay = new Overlay(model);
        Each(Path.Combine(folder, "gaps.jsonl"), overlay.ApplyGap);
        Each(Path.Combine(folder, "risks.jsonl"), overlay.ApplyRisk);
        Each(Path.Combine(folder, "prefixes.jsonl"), overlay.ApplyPrefix);
        Each(Path.Combine(folder, "operations.jsonl"), overlay.ApplyOperation);
        Each(Path.Combine(folder, "partitions.jsonl"), line => model.Partitions.Add(line.Take("partition")));
    }

    private static void Each(string file, Action<TextLine> apply)
    {
        foreach (TextLine line in TextLine.ReadAll(file))
        {
            if (string.IsNullOrWhiteSpace(line.Take("why")) || string.IsNullOrWhiteSpace(line.Take("source")))
                throw line.Error("a line of the overlay needs a reason and a source");

            apply(line);
        }
    }

    /// <summary>
    /// One of: a service; a global key; a key, resource type or action that its service lacks; something that an existing
    /// action lacks (<c>add</c>; <c>service:*</c> is every action of it that has resource types).
    /// </summary>
    private void ApplyGap(TextLine line)
    {
        if (line.Has("service"))
            AddService(line);
        else if (line.Has("key"))
            AddKey(line);
        else if (line.Has("resource"))
            AddResourceType(line);
        else if (line.Has("action"))
            AddAction(line);
        else
            AddToActions(line);
    }

    private void AddService(TextLine line)
    {
        ServiceModel service = ServiceText.ReadService(line);
        if (model.FindService(service.Prefix) is not null)
            throw line.Error($"the data has {service.Prefix} by now");

        model.Services.Add(service);
        model.Services.Sort((left, right) => string.CompareOrdinal(left.Prefix, right.Prefix));
    }

    private void AddKey(TextLine line)
    {
        List<KeyModel> keys = line.TakeOrNull("of") is { } prefix ? ServiceOf(line, prefix).Keys : model.GlobalKeys;
        KeyModel key = ServiceText.ReadKey(line);
        if (keys.Exists(known => known.Name.Equals(key.Name, StringComparison.OrdinalIgnoreCase)))
            throw line.Error($"the data has {key.Name} by now");

        keys.Add(key);
    }

    private void AddResourceType(TextLine line)
    {
        ServiceModel service = ServiceOf(line, line.Take("of"));
        ResourceTypeModel type = ServiceText.ReadResourceType(line);
        if (service.FindResourceType(type.Name) is not null)
            throw line.Error($"the data has {service.Prefix} {type.Name} by now");

        service.ResourceTypes.Add(type);
    }

    private void AddAction(TextLine line)
    {
        ServiceModel service = ServiceOf(line, line.Take("of"));
        ActionModel action = ServiceText.ReadAction(line);
        if (service.FindAction(action.Name) is not null)
            throw line.Error($"the data has {service.Prefix}:{action.Name} by now");

        service.Actions.Add(action);
    }

    private void AddToActions(TextLine line)
    {
        List<TargetModel> targets = ServiceText.ReadTargets(line);
        List<string> keys = line.TakeList("keys");
        List<string> dependents = line.TakeList("needs");
        bool alternatives = line.TakeFlag("alternatives");
        foreach (ActionModel action in ActionsOf(line, line.Take("add")))
        {
            AddAll(line, action.Targets, targets, target => target.Type);
            AddAll(line, action.Keys, keys, key => key);
            AddAll(line, action.Dependents, dependents, dependent => dependent);
            action.HasAlternativeTargets |= alternatives && action.Targets.Count(target => target.IsRequired) > 1;
        }
    }

    private static void AddAll<T>(TextLine line, List<T> known, List<T> added, Func<T, string> nameOf)
    {
        foreach (T item in added)
        {
            if (known.Exists(other => nameOf(other) == nameOf(item)))
                throw line.Error($"the data has {nameOf(item)} by now");

            known.Add(item);
        }
    }

    private void ApplyRisk(TextLine line)
    {
        string risk = line.Take("risk");
        if (!Words.TryReadRisk(risk, out ActionRisk known) || known == ActionRisk.None)
            throw line.Error($"unknown risk \"{risk}\"");

        foreach (ActionModel action in ActionsOf(line, line.Take("action")))
            action.Risk = action.Risk == ActionRisk.None ? known : throw line.Error($"{action.Name} has a risk already");
    }

    private void ApplyPrefix(TextLine line)
    {
        string prefix = line.Take("prefix");
        string kind = line.Take("kind");
        string? use = line.TakeOrNull("use");
        if (model.FindService(prefix) is not null)
            throw line.Error($"{prefix} is a service");

        if (use is not null && model.FindService(use) is null)
            throw line.Error($"unknown service \"{use}\"");

        if (!Kinds.TryGetValue(kind, out PrefixNoteKind known))
            throw line.Error($"unknown kind of prefix \"{kind}\"");

        model.PrefixNotes.Add(new PrefixNote(prefix, known, use, line.TakeFlag("accepted"), line.Take("note")));
    }

    private void ApplyOperation(TextLine line)
    {
        string operation = line.Take("operation");
        string action = line.Take("action");
        ActionsOf(line, action);
        if (operation.Split(':') is not [string prefix, string name] || ServiceOf(line, prefix).FindAction(name) is not null)
            throw line.Error($"{operation} is an action");

        model.Operations.Add((operation, action));
    }

    private ServiceModel ServiceOf(TextLine line, string prefix) =>
        model.FindService(prefix) ?? throw line.Error($"unknown service \"{prefix}\"");

    private List<ActionModel> ActionsOf(TextLine line, string fullName)
    {
        if (fullName.Split(':') is not [string prefix, string name])
            throw line.Error($"\"{fullName}\" is no action");

        ServiceModel service = ServiceOf(line, prefix);
        return name == "*"
            ? service.Actions.FindAll(action => action.Targets.Count > 0)
            : [service.FindAction(name) ?? throw line.Error($"unknown action \"{fullName}\"")];
    }
}
