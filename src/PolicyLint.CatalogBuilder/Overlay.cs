using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>
/// What is known and the data does not say, from <c>overlay/*.jsonl</c>. Every line has a reason (<c>why</c>) and a
/// <c>source</c>. A line that says what the data says by now is an error, so that the overlay never outlives its use; only
/// over data that is newer than the overlay, and that nobody has reviewed it for, such lines are left out.
/// </summary>
public sealed class Overlay
{
    private readonly CatalogModel _model;
    private readonly List<string>? _outlived;

    private Overlay(CatalogModel model, List<string>? outlived)
    {
        _model = model;
        _outlived = outlived;
    }

    private static readonly Dictionary<string, PrefixNoteKind> Kinds = new(StringComparer.Ordinal)
    {
        ["retired"] = PrefixNoteKind.Retired,
        ["renamed"] = PrefixNoteKind.Renamed,
        ["sdk-client"] = PrefixNoteKind.SdkClient,
    };

    /// <summary>Applies the overlay of a folder to the data that it was reviewed for.</summary>
    /// <exception cref="CatalogSourceException">A line is not understood, or does not fit the data.</exception>
    public static void Apply(string folder, CatalogModel model) =>
        new Overlay(model, outlived: null).Apply(file => TextLine.ReadAll(Path.Combine(folder, file)));

    /// <summary>Applies the overlay of the assembly to other data.</summary>
    /// <returns>What was left out, because the data says it by now or lacks what it is about: one message each.</returns>
    public static IReadOnlyList<string> ApplyTo(CatalogModel model)
    {
        List<string> outlived = [];
        new Overlay(model, outlived).Apply(ReviewedText.OverlayLines);
        return outlived;
    }

    private void Apply(Func<string, IEnumerable<TextLine>> linesOf)
    {
        Each(linesOf("gaps.jsonl"), ApplyGap);
        Each(linesOf("risks.jsonl"), ApplyRisk);
        Each(linesOf("prefixes.jsonl"), ApplyPrefix);
        Each(linesOf("operations.jsonl"), ApplyOperation);
        Each(linesOf("partitions.jsonl"), line => _model.Partitions.Add(line.Take("partition")));
    }

    private void Each(IEnumerable<TextLine> lines, Action<TextLine> apply)
    {
        foreach (TextLine line in lines)
        {
            if (string.IsNullOrWhiteSpace(line.Take("why")) || string.IsNullOrWhiteSpace(line.Take("source")))
                throw line.Error("a line of the overlay needs a reason and a source");

            try
            {
                apply(line);
            }
            catch (CatalogSourceException problem) when (_outlived is not null)
            {
                _outlived.Add(problem.Message);
                line.Drop();
            }
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
        if (_model.FindService(service.Prefix) is not null)
            throw line.Error($"the data has {service.Prefix} by now");

        _model.Services.Add(service);
        _model.Services.Sort((left, right) => string.CompareOrdinal(left.Prefix, right.Prefix));
    }

    private void AddKey(TextLine line)
    {
        List<KeyModel> keys = line.TakeOrNull("of") is { } prefix ? ServiceOf(line, prefix).Keys : _model.GlobalKeys;
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

    private void AddAll<T>(TextLine line, List<T> known, List<T> added, Func<T, string> nameOf)
    {
        foreach (T item in added)
        {
            if (!known.Exists(other => nameOf(other) == nameOf(item)))
                known.Add(item);
            else if (_outlived is null)
                throw line.Error($"the data has {nameOf(item)} by now");
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
        if (_model.FindService(prefix) is not null)
            throw line.Error($"{prefix} is a service");

        if (use is not null && _model.FindService(use) is null)
            throw line.Error($"unknown service \"{use}\"");

        if (!Kinds.TryGetValue(kind, out PrefixNoteKind known))
            throw line.Error($"unknown kind of prefix \"{kind}\"");

        _model.PrefixNotes.Add(new PrefixNote(prefix, known, use, line.TakeFlag("accepted"), line.Take("note")));
    }

    private void ApplyOperation(TextLine line)
    {
        string operation = line.Take("operation");
        string action = line.Take("action");
        ActionsOf(line, action);
        if (operation.Split(':') is not [string prefix, string name] || ServiceOf(line, prefix).FindAction(name) is not null)
            throw line.Error($"{operation} is an action");

        _model.Operations.Add((operation, action));
    }

    private ServiceModel ServiceOf(TextLine line, string prefix) =>
        _model.FindService(prefix) ?? throw line.Error($"unknown service \"{prefix}\"");

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
