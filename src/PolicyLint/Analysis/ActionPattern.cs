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
    private const int None = -1;

    private readonly ServiceCatalog _catalog;
    private int _ordinal = None;
    private int _service = None;

    // Nearly every string of a policy comes through here: it is looked up as the bytes that it is in the source.
    internal ActionPattern(PolicyString text, ServiceCatalog catalog, ActionPattern? before = null)
    {
        Text = text;
        _catalog = catalog;
        Kind = Classify(text.Utf8, before?._service ?? None);
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
    public CatalogAction? Action => _ordinal == None ? null : _catalog.GetAction(_ordinal);

    /// <summary>The service, where its prefix is written without wildcards and the catalogue has it.</summary>
    public CatalogService? Service => _service == None ? null : _catalog.GetService(_service);

    /// <summary>The text before the colon; empty where there is no colon.</summary>
    public string Prefix => Colon < 0 ? "" : Text.Value[..Colon];

    /// <summary>The text after the colon; the whole value where there is no colon.</summary>
    public string Name => Text.Value[(Colon + 1)..];

    /// <summary>Whether a <c>*</c> or <c>?</c> is in it.</summary>
    public bool HasWildcard => Text.Utf8.ContainsAny((byte)'*', (byte)'?');

    /// <summary>Whether a <c>*</c> or <c>?</c> is in the text before the colon, or there is no colon.</summary>
    public bool HasWildcardInService => Text.Value.AsSpan(0, Colon < 0 ? Text.Value.Length : Colon).ContainsAny('*', '?');

    /// <summary>Whether a part is not known before deployment.</summary>
    public bool HasUnknown => Text.HasUnknown;

    /// <summary>The value as written.</summary>
    public override string ToString() => Text.Value;

    private int Colon => Text.Value.IndexOf(':', StringComparison.Ordinal);

    // The set of one action is made only when somebody asks for it.
    internal void AddTo(ActionSetBuilder builder)
    {
        if (_ordinal != None)
            builder.Add(_ordinal, _ordinal + 1);
        else
            builder.Add(Actions);
    }

    private ActionPatternKind Classify(ReadOnlySpan<byte> value, int serviceBefore)
    {
        int colon = value.IndexOf((byte)':');
        bool hasWildcard = value.ContainsAny((byte)'*', (byte)'?');
        if (HasUnknown)
            return ActionPatternKind.Unresolved;

        if (colon < 0)
            return value.Trim((byte)'*').IsEmpty ? ActionPatternKind.Everything : ActionPatternKind.Malformed;

        ReadOnlySpan<byte> prefix = value[..colon];
        ReadOnlySpan<byte> name = value[(colon + 1)..];
        if (!IsWellFormed(prefix, name))
            return ActionPatternKind.Malformed;

        if (hasWildcard && prefix.ContainsAny((byte)'*', (byte)'?'))
            return ActionExpansion.IsEveryName(prefix) && ActionExpansion.IsEveryName(name) ? ActionPatternKind.Everything : ActionPatternKind.Wildcard;

        // Lists name the actions of one service one after the other.
        if (!_catalog.IsPrefixOf(serviceBefore, prefix, out CatalogService service) && !_catalog.TryGetService(prefix, out service))
            return ActionPatternKind.UnknownService;

        _service = service.Index;
        if (hasWildcard)
            return ActionPatternKind.Wildcard;

        if (!_catalog.TryGetAction(service, name, out CatalogAction action))
            return ActionPatternKind.UnknownAction;

        _ordinal = action.Ordinal;
        return ActionPatternKind.Exact;
    }

    private ActionSet Expand()
    {
        switch (Kind)
        {
            case ActionPatternKind.Exact:
                return ActionSet.FromRange(_ordinal, _ordinal + 1);
            case ActionPatternKind.Everything:
                return ActionSet.All(_catalog);
            case ActionPatternKind.Wildcard:
                return new ActionExpansion(_catalog, Name).In(Service, Prefix);
            default:
                return ActionSet.Empty;
        }
    }

    // Both parts are there, and no blank, control character or second colon is in them.
    private static bool IsWellFormed(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> name) =>
        !prefix.IsEmpty
        && !name.IsEmpty
        && !name.Contains((byte)':')
        && prefix.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0
        && name.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
}
