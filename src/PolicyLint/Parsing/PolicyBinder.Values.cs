using System.Collections.Immutable;
using System.Text.Json;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <content>The values inside a statement.</content>
internal ref partial struct PolicyBinder
{
    private PolicyString? BindString(string name, PolicyPath path)
    {
        if (_cursor.Token == JsonTokenType.String)
            return ReadString(path);

        WrongType($"`{name}`", "a string", path);
        return null;
    }

    private PolicyStringList? BindStringList(string name, TextSpan nameSpan, PolicyPath path)
    {
        if (_cursor.Token == JsonTokenType.String)
        {
            StringPlace[] places = TakePlace(name, path, PolicyPath.NoIndex) is { } place ? [place] : [];
            return new PolicyStringList(_source, name, nameSpan, isList: false, places, _cursor.Span, path);
        }

        if (_cursor.Token != JsonTokenType.StartArray)
        {
            WrongType($"`{name}`", "a string or a list of strings", path);
            return null;
        }

        int start = _cursor.Start;
        _items.Clear();
        int index = 0;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndArray; index++)
        {
            if (_cursor.Token != JsonTokenType.String)
                WrongType($"An item of `{name}`", "a string", path.Item(index));
            else if (TakePlace(name, path, index) is { } item)
                _items.Add(item);
        }

        var span = TextSpan.FromBounds(start, _cursor.Position);
        if (index == 0)
            _problems.Add(GrammarRules.EmptyElement, CodeOfEmptyList(name), $"`{name}` is empty", span, path);

        return new PolicyStringList(_source, name, nameSpan, isList: true, [.. _items], span, path);
    }

    private Principal? BindPrincipal(string name, TextSpan nameSpan, PolicyPath path)
    {
        if (_cursor.Token == JsonTokenType.String)
        {
            return RejectEmpty(name, path) ? null : new Principal(name, nameSpan, ReadString(path), [], _cursor.Span, path);
        }

        if (_cursor.Token != JsonTokenType.StartObject)
        {
            WrongType($"`{name}`", "\"*\" or an object", path);
            return null;
        }

        int start = _cursor.Start;
        ImmutableArray<PolicyStringList>.Builder entries = ImmutableArray.CreateBuilder<PolicyStringList>(1);
        var names = new ElementNames();
        bool isEmpty = true;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndObject; isEmpty = false)
        {
            (int kind, TextSpan kindSpan, PolicyPath kindPath) = ReadName(ElementTable.PrincipalKinds, path, ref names);
            _cursor.Next();
            if (kind < 0)
            {
                _cursor.Skip();
                continue;
            }

            if (BindStringList(ElementTable.PrincipalKinds[kind], kindSpan, kindPath) is { } entry)
                entries.Add(entry);
        }

        var span = TextSpan.FromBounds(start, _cursor.Position);
        if (isEmpty)
            _problems.Add(GrammarRules.EmptyElement, name == "Principal" ? IssueCodes.EmptyObjectPrincipal : null, $"`{name}` is empty", span, path);

        return new Principal(name, nameSpan, text: null, entries.DrainToImmutable(), span, path);
    }

    private ConditionBlock? BindCondition(TextSpan nameSpan, PolicyPath path)
    {
        if (_cursor.Token != JsonTokenType.StartObject)
        {
            WrongType("`Condition`", "an object", path);
            return null;
        }

        int start = _cursor.Start;
        ImmutableArray<ConditionClause>.Builder clauses = ImmutableArray.CreateBuilder<ConditionClause>(1);
        var names = new NameSet();
        bool isEmpty = true;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndObject; isEmpty = false)
        {
            PolicyString operatorText = ReadKey(path, ref names, out PolicyPath operatorPath);
            _cursor.Next();
            if (BindClause(operatorText, operatorPath) is { } clause)
                clauses.Add(clause);
        }

        var span = TextSpan.FromBounds(start, _cursor.Position);
        if (isEmpty)
            _problems.Add(GrammarRules.EmptyCondition, "`Condition` is empty", span, path);

        return new ConditionBlock(nameSpan, clauses.DrainToImmutable(), span, path);
    }

    private ConditionClause? BindClause(PolicyString operatorText, PolicyPath path)
    {
        if (_cursor.Token != JsonTokenType.StartObject)
        {
            WrongType($"The operator {operatorText.Quoted()}", "an object of condition keys", path);
            return null;
        }

        int start = _cursor.Start;
        ConditionOperator? @operator = ConditionOperator.Parse(operatorText.Value);
        ImmutableArray<ConditionEntry>.Builder entries = ImmutableArray.CreateBuilder<ConditionEntry>(1);
        var names = new NameSet();
        bool isEmpty = true;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndObject; isEmpty = false)
        {
            PolicyString key = ReadKey(path, ref names, out PolicyPath keyPath);
            _cursor.Next();
            if (BindEntry(key, @operator, keyPath) is { } entry)
                entries.Add(entry);
        }

        var span = TextSpan.FromBounds(start, _cursor.Position);
        if (isEmpty)
            _problems.Add(GrammarRules.EmptyCondition, $"The operator {operatorText.Quoted()} has no condition key", span, path);

        return new ConditionClause(operatorText, @operator, entries.DrainToImmutable(), span, path);
    }

    private ConditionEntry? BindEntry(PolicyString key, ConditionOperator? @operator, PolicyPath path)
    {
        if (_cursor.Token != JsonTokenType.StartArray)
        {
            return ReadConditionValue(path, PolicyPath.NoIndex) is { } value
                ? new ConditionEntry(key, isList: false, [value], value.Span, path)
                : null;
        }

        int start = _cursor.Start;
        _values.Clear();
        int index = 0;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndArray; index++)
        {
            if (ReadConditionValue(path, index) is { } item)
                _values.Add(item);
        }

        var span = TextSpan.FromBounds(start, _cursor.Position);
        if (index == 0)
            _problems.Add(GrammarRules.EmptyElement, CodeOfNoValue(@operator), $"The condition key {key.Quoted()} has no value", span, path);

        return new ConditionEntry(key, isList: true, [.. _values], span, path);
    }

    private static IssueCode? CodeOfEmptyList(string name) => name switch
    {
        "Action" => IssueCodes.EmptyArrayAction,
        "Resource" => IssueCodes.EmptyArrayResource,
        "NotAction" or "NotResource" => null,
        _ => IssueCodes.EmptyArrayPrincipal,
    };

    private static IssueCode CodeOfNoValue(ConditionOperator? @operator) => @operator switch
    {
        { Qualifier: SetQualifier.ForAllValues } => IssueCodes.EmptyArrayConditionForAllValues,
        { Qualifier: SetQualifier.ForAnyValue } => IssueCodes.EmptyArrayConditionForAnyValue,
        { IfExists: true } => IssueCodes.EmptyArrayConditionIfExists,
        _ => IssueCodes.EmptyArrayCondition,
    };

    private ConditionValue? ReadConditionValue(PolicyPath path, int index)
    {
        switch (_cursor.Token)
        {
            case JsonTokenType.String:
                return new ConditionValue(_cursor.ReadText(path), ConditionValueKind.String, _cursor.Span, path, index);
            case JsonTokenType.True or JsonTokenType.False:
                return new ConditionValue(_cursor.ReadLiteral(), ConditionValueKind.Boolean, _cursor.Span, path, index);
            case JsonTokenType.Number:
                return new ConditionValue(_cursor.ReadLiteral(), ConditionValueKind.Number, _cursor.Span, path, index);
            default:
                WrongType("A condition value", "a string, a number or a Boolean", index == PolicyPath.NoIndex ? path : path.Item(index));
                return null;
        }
    }

    private readonly PolicyString ReadString(PolicyPath path)
    {
        _cursor.CheckEscapes(path);
        return new PolicyString(_source, _cursor.Span, path, PolicyPath.NoIndex, _cursor.HasEscapes);
    }

    // Null for the empty string, which names nothing.
    private readonly StringPlace? TakePlace(string name, PolicyPath path, int index)
    {
        if (RejectEmpty(name, path, index))
            return null;

        _cursor.CheckEscapes(path);
        TextSpan span = _cursor.Span;
        return new StringPlace(span.Start, span.Length, index, _cursor.HasEscapes);
    }

    private readonly bool RejectEmpty(string name, PolicyPath path, int index = PolicyPath.NoIndex)
    {
        if (!_cursor.Raw.IsEmpty)
            return false;

        PolicyPath place = index == PolicyPath.NoIndex ? path : path.Item(index);
        _problems.Add(GrammarRules.EmptyString, $"An empty string names nothing in `{name}`", _cursor.Span, place);
        return true;
    }

    private readonly PolicyString ReadKey(PolicyPath parent, ref NameSet names, out PolicyPath path)
    {
        string name = _cursor.ReadText(parent);
        path = parent.Member(name);
        if (!names.Add(name))
            ReportDuplicate(name, _cursor.Span, path);

        return new PolicyString(_source, _cursor.Span, path, PolicyPath.NoIndex, _cursor.HasEscapes, name);
    }

    private void WrongType(string what, string expected, PolicyPath path)
    {
        int start = _cursor.Start;
        string found = _cursor.Token switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => "a Boolean",
        };
        bool isScalar = _cursor.Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
        TextSpan span = isScalar ? _cursor.Span : new TextSpan(start, 1);
        _cursor.Skip();
        _problems.Add(GrammarRules.WrongType, $"{what} must be {expected}, not {found}", span, path);
    }
}
