using System.Collections.Immutable;
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
    private readonly List<PolicyString> _items = [];
    private readonly List<ConditionValue> _values = [];

    private JsonCursor _cursor;
    private int _start;
    private int _end;

    public PolicyBinder(SourceText source, ProblemList problems)
    {
        _source = source;
        _problems = problems;
        _cursor = new JsonCursor(source, problems);
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

    public ElementSet Present { get; private set; }

    /// <summary>Whether the JSON looks like a policy at all: it has a Statement, or a Version of the policy language.</summary>
    public readonly bool IsPolicy =>
        Present.Has(DocumentElement.Statement) || (Version is not null && PolicyGrammar.Versions.Contains(Version.Value));

    /// <summary>Reads the document; false where the text is no JSON, or JSON of another kind.</summary>
    public bool Bind()
    {
        bool isWhole = false;
        try
        {
            _cursor.Next();
            BindDocument();
            isWhole = true;
            _end = _cursor.Position;
            _cursor.Next();
        }
        catch (JsonException exception)
        {
            ReportBrokenJson(exception, isWhole);
            return false;
        }

        if (!IsPolicy)
            _problems.Add(GrammarRules.NotAPolicy, "This JSON is not a policy: it has no Statement", new TextSpan(_start, 1), PolicyPath.Root);

        return true;
    }

    private void BindDocument()
    {
        _start = _cursor.Start;
        if (_cursor.Token != JsonTokenType.StartObject)
        {
            _cursor.Skip();
            return;
        }

        var unknown = new NameSet();
        while (_cursor.Next() && _cursor.Token != JsonTokenType.EndObject)
        {
            (int element, TextSpan nameSpan, PolicyPath path) = ReadName(ElementTable.Document, PolicyPath.Root, Present, ref unknown, GrammarRules.UnknownElement);
            _cursor.Next();
            switch (element)
            {
                case DocumentElement.Version:
                    Version = BindString("Version", path) ?? Version;
                    break;
                case DocumentElement.Id:
                    Id = BindString("Id", path) ?? Id;
                    break;
                case DocumentElement.Statement:
                    BindStatements(nameSpan, path);
                    break;
                default:
                    _cursor.Skip();
                    continue;
            }

            Present = Present.With(element);
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
        var present = new ElementSet();
        var unknown = new NameSet();
        PolicyString? sid = null, effect = null;
        Principal? principal = null, notPrincipal = null;
        PolicyStringList? action = null, notAction = null, resource = null, notResource = null;
        ConditionBlock? condition = null;
        while (_cursor.Next() && _cursor.Token != JsonTokenType.EndObject)
        {
            (int element, TextSpan nameSpan, PolicyPath elementPath) = ReadName(ElementTable.Statement, path, present, ref unknown, GrammarRules.UnknownElement);
            _cursor.Next();
            switch (element)
            {
                case StatementElement.Sid:
                    sid = BindString("Sid", elementPath);
                    break;
                case StatementElement.Effect:
                    effect = BindString("Effect", elementPath);
                    break;
                case StatementElement.Principal:
                    principal = BindPrincipal("Principal", nameSpan, elementPath);
                    break;
                case StatementElement.NotPrincipal:
                    notPrincipal = BindPrincipal("NotPrincipal", nameSpan, elementPath);
                    break;
                case StatementElement.Action:
                    action = BindStringList("Action", nameSpan, elementPath);
                    break;
                case StatementElement.NotAction:
                    notAction = BindStringList("NotAction", nameSpan, elementPath);
                    break;
                case StatementElement.Resource:
                    resource = BindStringList("Resource", nameSpan, elementPath);
                    break;
                case StatementElement.NotResource:
                    notResource = BindStringList("NotResource", nameSpan, elementPath);
                    break;
                case StatementElement.Condition:
                    condition = BindCondition(nameSpan, elementPath);
                    break;
                default:
                    _cursor.Skip();
                    continue;
            }

            present = present.With(element);
        }

        return new Statement(TextSpan.FromBounds(start, _cursor.Position), path, Statements.Count)
        {
            Sid = sid,
            EffectText = effect,
            Effect = effect?.Value switch { "Allow" => Effect.Allow, "Deny" => Effect.Deny, _ => Effect.None },
            Principal = principal,
            NotPrincipal = notPrincipal,
            Action = action,
            NotAction = notAction,
            Resource = resource,
            NotResource = notResource,
            Condition = condition,
            Present = present,
        };
    }

    // The name of a member: known names are matched by their bytes and are not decoded. A misspelt name is reported
    // and then taken for what it means, so that its value is checked too.
    private readonly (int Element, TextSpan Span, PolicyPath Path) ReadName(ElementTable table, PolicyPath parent, ElementSet present, ref NameSet unknown, RuleDescriptor unknownRule)
    {
        TextSpan span = _cursor.Span;
        int element = _cursor.HasEscapes ? -1 : table.Find(_cursor.Raw);
        if (element >= 0)
        {
            PolicyPath path = parent.Member(table[element]);
            if (present.Has(element))
                ReportDuplicate(table[element], span, path);

            return (element, span, path);
        }

        string name = _cursor.ReadText(parent);
        PolicyPath unknownPath = parent.Member(name);
        if (table.Find(System.Text.Encoding.UTF8.GetBytes(name)) is var escaped and >= 0)
        {
            if (present.Has(escaped))
                ReportDuplicate(name, span, unknownPath);

            return (escaped, span, unknownPath);
        }

        if (!unknown.Add(name))
            ReportDuplicate(name, span, unknownPath);

        int meant = table.FindMisspelt(name);
        string hint = meant < 0 ? "" : $"; did you mean `{table[meant]}`?";
        _problems.Add(unknownRule, $"{name.Quoted()} is not an element of the policy language{hint}", span, unknownPath);
        return (meant >= 0 && !present.Has(meant) ? meant : -1, span, unknownPath);
    }

    private readonly void ReportDuplicate(string name, TextSpan span, PolicyPath path) =>
        _problems.Add(GrammarRules.DuplicateKey, $"{name.Quoted()} stands twice in this object", span, path);

    private void ReportBrokenJson(JsonException exception, bool isWhole)
    {
        ReadOnlySpan<byte> bytes = _source.Bytes.Span;
        int at = OffsetOf(bytes, exception);
        if (isWhole)
        {
            _problems.Add(GrammarRules.ContentAfterDocument, "Something stands after the end of the policy", new TextSpan(at, Math.Min(1, bytes.Length - at)), PolicyPath.Root);
        }
        else if (_cursor.Depth >= JsonCursor.MaxDepth - 1 && at < bytes.Length && bytes[at] is (byte)'[' or (byte)'{')
        {
            _problems.Add(GrammarRules.TooDeep, $"Brackets are nested more than {JsonCursor.MaxDepth} deep", new TextSpan(at, Math.Min(1, bytes.Length - at)), PolicyPath.Root);
        }
        else
        {
            (string message, TextSpan span) = JsonSyntaxDiagnosis.Explain(bytes, at, _cursor.Last, _cursor.LastEnd);
            _problems.Add(GrammarRules.InvalidJson, message, span, PolicyPath.Root);
        }
    }

    // The reader counts lines by LF alone, from the start of what it was given.
    private readonly int OffsetOf(ReadOnlySpan<byte> bytes, JsonException exception)
    {
        int at = _source.ContentStart;
        for (long line = exception.LineNumber ?? 0; line > 0; line--)
            at += bytes[at..].IndexOf((byte)'\n') + 1;

        return Math.Min(bytes.Length, at + (int)(exception.BytePositionInLine ?? 0));
    }
}
