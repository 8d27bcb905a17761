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
/// <remarks>A view of one entry of an <see cref="ActionPatternList"/>.</remarks>
public readonly struct ActionPattern
{
    private readonly ActionPatternList _list;
    private readonly int _index;

    internal ActionPattern(ActionPatternList list, int index)
    {
        _list = list;
        _index = index;
    }

    /// <summary>Reads a pattern that stands in no policy.</summary>
    /// <param name="text">The pattern as a policy would have it: <c>s3:Get*</c>.</param>
    /// <param name="catalog">The catalogue to look actions up in.</param>
    public static ActionPattern Parse(string text, ServiceCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(catalog);
        SourceText source = SourceText.From($"\"{text}\"");
        var span = new TextSpan(0, source.Bytes.Length);
        var value = new PolicyStringList(source, "Action", default, isList: false, [new StringPlace(span, hasEscapes: false)], indices: null, span, PolicyPath.Root);
        return new ActionPatternList(value, catalog)[0];
    }

    /// <summary>The value as written.</summary>
    public PolicyString Text => _list.TextOf(_index);

    /// <summary>What it is.</summary>
    public ActionPatternKind Kind => _list.KindOf(_index);

    /// <summary>
    /// The actions that match. A pattern for every name of a service holds the service's phantom too, a narrower one does
    /// not; only <see cref="ActionPatternKind.Everything"/> holds the phantom of unknown services. Empty where nothing
    /// matches, or where that is not known.
    /// </summary>
    public ActionSet Actions => _list.ActionsOf(_index);

    /// <summary>Whether the action matches.</summary>
    public bool Holds(CatalogAction action) => _list.Holds(_index, action);

    /// <summary>The action, where the kind is <see cref="ActionPatternKind.Exact"/>.</summary>
    public CatalogAction? Action => _list.ActionOf(_index);

    /// <summary>The service, where its prefix is written without wildcards and the catalogue has it.</summary>
    public CatalogService? Service => _list.ServiceOf(_index);

    /// <summary>The text before the colon; empty where there is no colon.</summary>
    public string Prefix => Text.Value[..Math.Max(Colon, 0)];

    /// <summary>The text after the colon; the whole value where there is no colon.</summary>
    public string Name => Text.Value[(Colon + 1)..];

    /// <summary>Whether a <c>*</c> or <c>?</c> is in it.</summary>
    public bool HasWildcard => _list.Utf8Of(_index).ContainsAny((byte)'*', (byte)'?');

    /// <summary>Whether a <c>*</c> or <c>?</c> is in the text before the colon, or there is no colon.</summary>
    public bool HasWildcardInService => Text.Value.AsSpan(0, Colon < 0 ? Text.Value.Length : Colon).ContainsAny('*', '?');

    /// <summary>Whether a part is not known before deployment.</summary>
    public bool HasUnknown => Kind == ActionPatternKind.Unresolved;

    /// <summary>The value as written.</summary>
    public override string ToString() => Text.Value;

    private int Colon => Text.Value.IndexOf(':', StringComparison.Ordinal);
}
