using System.Runtime.CompilerServices;
using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>The paths in the terms of one catalogue, found by the actions of their key steps.</summary>
internal sealed class EscalationIndex
{
    private static readonly ConditionalWeakTable<ServiceCatalog, EscalationIndex> Main = [];
    private static readonly ConditionalWeakTable<ServiceCatalog, EscalationIndex> Guardrails = [];

    private readonly Dictionary<int, List<KnownPath>> _byKey = [];

    private EscalationIndex(ServiceCatalog catalog, bool ofGuardrails)
    {
        List<KnownPath> paths = [];
        Dictionary<(int, string), KnownAction> shared = [];
        foreach (EscalationPath path in EscalationPaths.All)
        {
            if (IsGuardrail(path.Kind) == ofGuardrails && KnownPath.TryRead(path, catalog, paths.Count, shared) is { } known)
                paths.Add(known);
        }

        foreach (KnownPath path in paths)
        {
            foreach (KnownAction key in path.Key.Actions)
            {
                if (!_byKey.TryGetValue(key.Action.Ordinal, out List<KnownPath>? same))
                    _byKey.Add(key.Action.Ordinal, same = []);

                same.Add(path);
            }
        }

        Count = paths.Count;
        Steps = new ActionMask(catalog, paths.SelectMany(static path => path.Steps).SelectMany(static step => step.Actions, static (_, known) => known.Action));
        Keys = MaskOf(catalog, paths);
        KeysWithoutPassRole = MaskOf(catalog, paths.Where(static path => !path.Path.PassesRole));
    }

    /// <summary>The number of paths.</summary>
    public int Count { get; }

    /// <summary>The actions of every step.</summary>
    public ActionMask Steps { get; }

    /// <summary>The actions of every key step: a policy without one of them leaves no path open.</summary>
    public ActionMask Keys { get; }

    /// <summary>The same for a policy that lets nobody pass a role.</summary>
    public ActionMask KeysWithoutPassRole { get; }

    /// <summary>The paths that somebody takes to more access.</summary>
    public static EscalationIndex Of(ServiceCatalog catalog) => Main.GetValue(catalog, static catalog => new(catalog, ofGuardrails: false));

    /// <summary>The paths that do damage without more access, and the reading of secrets: strict shops ask for them.</summary>
    public static EscalationIndex OfGuardrails(ServiceCatalog catalog) => Guardrails.GetValue(catalog, static catalog => new(catalog, ofGuardrails: true));

    /// <summary>The paths whose key step this action is.</summary>
    public IReadOnlyList<KnownPath> PathsOf(int action) => _byKey[action];

    private static bool IsGuardrail(EscalationKind kind) => kind is EscalationKind.Secrets or EscalationKind.Exposure or EscalationKind.Tampering;

    private static ActionMask MaskOf(ServiceCatalog catalog, IEnumerable<KnownPath> paths) =>
        new(catalog, paths.SelectMany(static path => path.Key.Actions, static (_, key) => key.Action));
}

/// <summary>A path whose every step has an action that the catalogue has.</summary>
internal sealed record KnownPath(EscalationPath Path, KnownStep[] Steps, int Number)
{
    public KnownStep Key => Steps[Path.Steps.IndexOf(Path.Key)];

    public static KnownPath? TryRead(EscalationPath path, ServiceCatalog catalog, int number, Dictionary<(int, string), KnownAction> shared)
    {
        var steps = new KnownStep[path.Steps.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = new KnownStep(path.Steps[i], [.. KnownAction.Of(path.Steps[i], catalog, shared)], path.Decides(path.Steps[i]));
            if (steps[i].Actions.Length == 0)
                return null;
        }

        return new(path, steps, number);
    }
}

/// <summary>A step with its actions in the catalogue, and whether its resources decide how far the path reaches.</summary>
internal sealed record KnownStep(EscalationStep Step, KnownAction[] Actions, bool Decides);

/// <summary>An action with the types of resource that it is asked about. Steps that ask the same share one.</summary>
internal sealed class KnownAction(CatalogAction action, CatalogResourceType[] types)
{
    public CatalogAction Action { get; } = action;

    public CatalogResourceType[] Types { get; } = types;

    public static IEnumerable<KnownAction> Of(EscalationStep step, ServiceCatalog catalog, Dictionary<(int, string), KnownAction> shared)
    {
        foreach (string name in step.Actions)
        {
            int colon = name.IndexOf(':', StringComparison.Ordinal);
            if (!catalog.TryGetAction(name.AsSpan(0, colon), name.AsSpan(colon + 1), out CatalogAction action))
                continue;

            (int, string) key = (action.Ordinal, string.Join(' ', step.On));
            if (shared.TryGetValue(key, out KnownAction? same))
            {
                yield return same;
                continue;
            }

            CatalogResourceType[] types = [.. action.ResourceTypes.Select(static resource => resource.Type)];
            CatalogResourceType[] deciding = [.. types.Where(type => step.On.Contains(type.Name))];
            var known = new KnownAction(action, deciding.Length > 0 ? deciding : types);
            shared.Add(key, known);
            yield return known;
        }
    }
}
