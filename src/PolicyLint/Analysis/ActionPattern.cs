using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>What a value of Action or NotAction is.</summary>
public enum ActionPatternKind
{
    /// <summary>The name of an action that the catalogue has.</summary>
    Exact,

    /// <summary>A pattern with <c>*</c> or <c>?</c>, whether it matches anything or not.</summary>
    Wildcard,

    /// <summary>Every action of every service: <c>*</c>, <c>*:*</c>, <c>**</c>, <c>?*:?*</c>.</summary>
    Everything,

    /// <summary>Not of the form <c>service:name</c>: IAM refuses it.</summary>
    Malformed,

    /// <summary>The catalogue has no service of this prefix.</summary>
    UnknownService,

    /// <summary>The catalogue has the service but no action of this name.</summary>
    UnknownAction,

    /// <summary>A part that is not known before deployment decides what it is.</summary>
    Unresolved,
}

/// <summary>
/// One value of Action or NotAction against the catalogue; case is ignored. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</see>.
/// </summary>
public sealed class ActionPattern
{
    private readonly ServiceCatalog _catalog;
    private readonly int _colon;

    internal ActionPattern(PolicyString text, ServiceCatalog catalog)
    {
        Text = text;
        _catalog = catalog;
        string value = text.Value;
        _colon = value.IndexOf(':', StringComparison.Ordinal);
        Kind = Classify(value);
    }

    /// <summary>Reads a pattern that stands in no policy.</summary>
    /// <param name="text">The pattern as a policy would have it: <c>s3:Get*</c>.</param>
    /// <param name="catalog">The catalogue to look actions up in.</param>
    public static ActionPattern Parse(string text, ServiceCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(catalog);
        SourceText literal = SourceText.From($"\"{text}\"");
        return new(new PolicyString(literal, text, new TextSpan(0, literal.Bytes.Length), PolicyPath.Root, PolicyPath.NoIndex, hasEscapes: false), catalog);
    }

    /// <summary>The value as written.</summary>
    public PolicyString Text { get; }

    /// <summary>What it is.</summary>
    public ActionPatternKind Kind { get; }

    /// <summary>
    /// The actions that match. A pattern for every name of a service holds the service's phantom too, a narrower one does
    /// not; only <see cref="ActionPatternKind.Everything"/> holds the phantom of unknown services. Empty where nothing
    /// matches, or where that is not known.
    /// </summary>
    public ActionSet Actions => field ??= Expand();

    /// <summary>The action, where the kind is <see cref="ActionPatternKind.Exact"/>.</summary>
    public CatalogAction? Action { get; private set; }

    /// <summary>The service, where its prefix is written without wildcards and the catalogue has it.</summary>
    public CatalogService? Service { get; private set; }

    /// <summary>The text before the colon; empty where there is no colon.</summary>
    public string Prefix => _colon < 0 ? "" : Text.Value[.._colon];

    /// <summary>The text after the colon; the whole value where there is no colon.</summary>
    public string Name => Text.Value[(_colon + 1)..];

    /// <summary>Whether a <c>*</c> or <c>?</c> is in it.</summary>
    public bool HasWildcard => Text.Value.AsSpan().ContainsAny('*', '?');

    /// <summary>Whether a <c>*</c> or <c>?</c> is in the text before the colon, or there is no colon.</summary>
    public bool HasWildcardInService => Text.Value.AsSpan(0, _colon < 0 ? Text.Value.Length : _colon).ContainsAny('*', '?');

    /// <summary>Whether a part is not known before deployment.</summary>
    public bool HasUnknown => Text.HasUnknown;

    /// <summary>The value as written.</summary>
    public override string ToString() => Text.Value;

    // The usual value names an action: one look-up, and the set of one is made only when somebody asks.
    internal void AddTo(ActionSetBuilder builder)
    {
        if (Action is { } action)
            builder.Add(action.Ordinal, action.Ordinal + 1);
        else
            builder.Add(Actions);
    }

    private ActionPatternKind Classify(string value)
    {
        if (value.AsSpan().ContainsAny('*', '?', PolicyString.Unknown))
            return ClassifyPattern(value);

        ReadOnlySpan<char> prefix = value.AsSpan(0, Math.Max(_colon, 0));
        ReadOnlySpan<char> name = value.AsSpan(_colon + 1);
        if (!IsWellFormed(prefix, name))
            return ActionPatternKind.Malformed;

        if (!_catalog.TryGetService(prefix, out CatalogService service))
            return ActionPatternKind.UnknownService;

        Service = service;
        if (!service.TryGetAction(name, out CatalogAction action))
            return ActionPatternKind.UnknownAction;

        Action = action;
        return ActionPatternKind.Exact;
    }

    private ActionPatternKind ClassifyPattern(string value)
    {
        if (HasUnknown)
            return ActionPatternKind.Unresolved;

        if (_colon < 0)
            return value.AsSpan().Trim('*').IsEmpty ? ActionPatternKind.Everything : ActionPatternKind.Malformed;

        ReadOnlySpan<char> prefix = value.AsSpan(0, _colon);
        ReadOnlySpan<char> name = value.AsSpan(_colon + 1);
        if (!IsWellFormed(prefix, name))
            return ActionPatternKind.Malformed;

        if (prefix.ContainsAny('*', '?'))
            return ActionExpansion.IsEveryName(prefix) && ActionExpansion.IsEveryName(name) ? ActionPatternKind.Everything : ActionPatternKind.Wildcard;

        if (!_catalog.TryGetService(prefix, out CatalogService service))
            return ActionPatternKind.UnknownService;

        Service = service;
        return ActionPatternKind.Wildcard;
    }

    private ActionSet Expand()
    {
        switch (Kind)
        {
            case ActionPatternKind.Exact:
                return ActionSet.FromRange(Action!.Value.Ordinal, Action.Value.Ordinal + 1);
            case ActionPatternKind.Everything:
                return ActionSet.All(_catalog);
            case ActionPatternKind.Wildcard:
                return new ActionExpansion(_catalog, Name).In(Service, Prefix);
            default:
                return ActionSet.Empty;
        }
    }

    // Both parts are there, and no blank, control character or second colon is in them.
    private static bool IsWellFormed(ReadOnlySpan<char> prefix, ReadOnlySpan<char> name)
    {
        if (prefix.IsEmpty || name.IsEmpty || name.Contains(':'))
            return false;

        foreach (char c in prefix)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
                return false;
        }

        foreach (char c in name)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
                return false;
        }

        return true;
    }
}
