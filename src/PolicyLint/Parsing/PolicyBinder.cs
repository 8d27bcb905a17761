using System.Text;
using System.Text.Json;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <summary>
/// Reads the tokens of a document into its model: what every policy type has in common. A value of a wrong type is
/// reported, stepped over and left out; reading goes on behind it. Where the text stops being JSON, what was complete
/// until then is kept.
/// </summary>
internal ref partial struct PolicyBinder
{
    private readonly SourceText _source;
    private readonly ProblemList _problems;

    // Filled and emptied again for each list.
    private readonly List<StringPlace> _items = [];
    private readonly List<int> _indices = [];
    private readonly List<ConditionValue> _values = [];

    private JsonCursor _cursor;
    private ElementNames _names;
    private JsonTokenType _root;
    private int _start;
    private int _end;

    public PolicyBinder(SourceText source, bool isLenient, ProblemList problems)
    {
        _source = source;
        _problems = problems;
        _cursor = new JsonCursor(source, isLenient, problems);
        _start = source.ContentStart;
        _end = source.Bytes.Length;
        Statements = [];
    }

    /// <summary>Where the document stands.</summary>
    public readonly TextSpan Span => TextSpan.FromBounds(_start, _end);

    public List<Statement> Statements { get; }

    public bool StatementIsList { get; private set; }

    public PolicyString? Version { get; private set; }

    public PolicyString? Id { get; private set; }

    public readonly ElementSet Present => _names.Present;

    /// <summary>Whether the document was read to its closing brace: only then is what is missing known to be missing.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether the JSON looks like a policy at all: it has a Statement, or a Version of the policy language.</summary>
    public readonly bool IsPolicy =>
        Present.Has(DocumentElement.Statement) || (Version is not null && PolicyGrammar.Versions.Contains(Version.Value));

    /// <summary>Reads the document; false where the text stops being JSON: what was complete until then is kept.</summary>
    public bool Bind()
    {
        try
        {
            _cursor.Next();
            BindDocument();
            IsWhole = true;
            _end = _cursor.Position;
            _cursor.Next();
        }
        catch (JsonException)
        {
            return false;
        }

        if (!IsPolicy)
            ReportNoPolicy();

        return true;
    }

    private void BindDocument()
    {
        _start = _cursor.Start;
        _root = _cursor.Token;
        if (_root != JsonTokenType.StartObject)
        {
            _cursor.Skip();
            return;
        }

        while (_cursor.Next() && _cursor.Token != JsonTokenType.EndObject)
        {
            (int element, TextSpan nameSpan, PolicyPlace place) = ReadName(ElementTable.Document, PolicyPath.Root, ref _names);
            _cursor.Next();
            switch (element)
            {
                case DocumentElement.Version:
                    Version = BindString("Version", place) ?? Version;
                    break;
                case DocumentElement.Id:
                    Id = BindString("Id", place) ?? Id;
                    break;
                case DocumentElement.Statement:
                    BindStatements(nameSpan, place.ToPath());
                    break;
                default:
                    _cursor.Skip();
                    break;
            }
        }
    }

    private void BindStatements(TextSpan nameSpan, PolicyPath path)
    {
        if (_cursor.Token == JsonTokenType.StartObject)
        {
            Statements.Add(BindStatement(path));
            return;
        }

        if (_cursor.Token != JsonTokenType.StartArray)
        {
            WrongType("Statement", "an object or a list of objects", path);
            return;
        }

        StatementIsList = true;
        int index = 0;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndArray; index++)
        {
            PolicyPath itemPath = path.Item(index);
            if (_cursor.Token == JsonTokenType.StartObject)
                Statements.Add(BindStatement(itemPath));
            else
                WrongType("A statement", "an object", itemPath);
        }

        if (index == 0)
            _problems.Add(GrammarRules.EmptyStatementList, "The policy has no statement", TextSpan.FromBounds(nameSpan.Start, _cursor.Position), path);
    }

    private Statement BindStatement(PolicyPath path)
    {
        int start = _cursor.Start;
        var names = new ElementNames();
        PolicyString? sid = null, effect = null;
        Principal? principal = null, notPrincipal = null;
        PolicyStringList? action = null, notAction = null, resource = null, notResource = null;
        ConditionBlock? condition = null;
        while (_cursor.Next() && _cursor.Token != JsonTokenType.EndObject)
        {
            (int element, TextSpan nameSpan, PolicyPlace place) = ReadName(ElementTable.Statement, path, ref names);
            _cursor.Next();
            switch (element)
            {
                case StatementElement.Sid:
                    sid = BindString("Sid", place);
                    break;
                case StatementElement.Effect:
                    effect = BindString("Effect", place);
                    break;
                case StatementElement.Principal:
                    principal = BindPrincipal("Principal", nameSpan, place);
                    break;
                case StatementElement.NotPrincipal:
                    notPrincipal = BindPrincipal("NotPrincipal", nameSpan, place);
                    break;
                case StatementElement.Action:
                    action = BindStringList("Action", nameSpan, place);
                    break;
                case StatementElement.NotAction:
                    notAction = BindStringList("NotAction", nameSpan, place);
                    break;
                case StatementElement.Resource:
                    resource = BindStringList("Resource", nameSpan, place);
                    break;
                case StatementElement.NotResource:
                    notResource = BindStringList("NotResource", nameSpan, place);
                    break;
                case StatementElement.Condition:
                    condition = BindCondition(nameSpan, place);
                    break;
                default:
                    _cursor.Skip();
                    break;
            }
        }

        return new Statement(TextSpan.FromBounds(start, _cursor.Position), path, Statements.Count)
        {
            Sid = sid,
            EffectText = effect,
            Effect = EffectOf(effect),
            Principal = principal,
            NotPrincipal = notPrincipal,
            Action = action,
            NotAction = notAction,
            Resource = resource,
            NotResource = notResource,
            Condition = condition,
            Present = names.Present,
        };
    }

    private static Effect EffectOf(PolicyString? text)
    {
        if (text is null)
            return Effect.None;

        ReadOnlySpan<byte> value = text.Utf8;
        return value.SequenceEqual("Allow"u8) ? Effect.Allow : value.SequenceEqual("Deny"u8) ? Effect.Deny : Effect.None;
    }

    // The name of a member: known names are matched by their bytes and are not decoded. A misspelt name is reported
    // and then taken for what it means, so that its value is checked too.
    private readonly (int Element, TextSpan Span, PolicyPlace Place) ReadName(ElementTable table, PolicyPath parent, ref ElementNames names)
    {
        TextSpan span = _cursor.Span;
        int element = _cursor.HasEscapes ? -1 : table.Find(_cursor.Raw);
        string name = element >= 0 ? table[element] : _cursor.ReadText(parent);
        if (element < 0 && _cursor.HasEscapes)
            element = table.Find(Encoding.UTF8.GetBytes(name));

        var place = new PolicyPlace(parent, name);
        if (element >= 0)
        {
            if (!names.AddElement(element))
                ReportDuplicate(name, span, place);

            return (element, span, place);
        }

        if (!names.AddUnknown(name))
            ReportDuplicate(name, span, place);

        int meant = table.FindMisspelt(name);
        string hint = meant < 0 ? "" : $"; did you mean `{table[meant]}`?";
        _problems.Add(table.UnknownRule, $"{name.Quoted()} is not {table.Kind}{hint}", span, place);
        return (meant >= 0 && names.AddMeant(meant) ? meant : -1, span, place);
    }

    private readonly void ReportDuplicate(string name, TextSpan span, PolicyPlace place) =>
        _problems.Add(GrammarRules.DuplicateKey, $"{name.Quoted()} stands twice in this object", span, place);

    private readonly void ReportNoPolicy()
    {
        (string reason, IssueCode code) = _root switch
        {
            JsonTokenType.StartObject => ("it has no `Statement`", IssueCodes.MissingStatement),
            JsonTokenType.StartArray => ("it is a list, and a policy is an object", IssueCodes.DataTypeMismatch),
            _ => ("it is a single value, and a policy is an object", IssueCodes.DataTypeMismatch),
        };
        _problems.Add(GrammarRules.NotAPolicy, code, $"This JSON is not a policy: {reason}", new TextSpan(_start, 1), PolicyPath.Root);
    }

    /// <summary>Says where and why the text stops being JSON.</summary>
    public readonly void ReportBrokenJson()
    {
        SyntaxError error = JsonSyntaxDiagnosis.Explain(_source.Bytes.Span, _source.ContentStart);
        _problems.Add(error.Rule, error.Message, error.Span, PolicyPath.Root);
    }
}
