using System.Collections.Immutable;
using System.Text.Json;
using PolicyLint.Rules;

namespace PolicyLint.Parsing;

/// <content>The values inside a statement.</content>
internal ref partial struct PolicyBinder
{
    private PolicyString? BindString(string name, PolicyPlace place)
    {
        if (_cursor.Token == JsonTokenType.String)
            return ReadString(place);

        WrongType($"`{name}`", "a string", place);
        return null;
    }

    private PolicyStringList? BindStringList(string name, TextSpan nameSpan, PolicyPlace place)
    {
        if (_cursor.Token == JsonTokenType.String)
        {
            StringPlace[] places = TakePlace(name, place) is { } only ? [only] : [];
            return new PolicyStringList(_source, name, nameSpan, isList: false, places, indices: null, _cursor.Span, place);
        }

        if (_cursor.Token != JsonTokenType.StartArray)
        {
            WrongType($"`{name}`", "a string or a list of strings", place);
            return null;
        }

        int start = _cursor.Start;
        _items.Clear();
        _indices.Clear();
        int index = 0;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndArray; index++)
        {
            if (_cursor.Token != JsonTokenType.String)
                WrongType($"An item of `{name}`", "a string", ItemOf(place, index));
            else if (TakePlace(name, place, index) is { } item)
            {
                _items.Add(item);
                _indices.Add(index);
            }
        }

        var span = TextSpan.FromBounds(start, _cursor.Position);
        if (index == 0)
            _problems.Add(GrammarRules.EmptyElement, CodeOfEmptyList(name), $"`{name}` is empty", span, place);

        return new PolicyStringList(_source, name, nameSpan, isList: true, [.. _items], _indices.Count == index ? null : [.. _indices], span, place);
    }

    private Principal? BindPrincipal(string name, TextSpan nameSpan, PolicyPlace place)
    {
        if (_cursor.Token == JsonTokenType.String)
        {
            return RejectEmpty(name, place) ? null : new Principal(name, nameSpan, ReadString(place), [], _cursor.Span, place);
        }

        if (_cursor.Token != JsonTokenType.StartObject)
        {
            WrongType($"`{name}`", "\"*\" or an object", place);
            return null;
        }

        int start = _cursor.Start;
        PolicyPath path = place.ToPath();
        ImmutableArray<PolicyStringList>.Builder entries = ImmutableArray.CreateBuilder<PolicyStringList>(1);
        var names = new ElementNames();
        bool isEmpty = true;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndObject; isEmpty = false)
        {
            (int kind, TextSpan kindSpan, PolicyPlace kindPlace) = ReadName(ElementTable.PrincipalKinds, path, ref names);
            _cursor.Next();
            if (kind < 0)
            {
                _cursor.Skip();
                continue;
            }

            if (BindStringList(ElementTable.PrincipalKinds[kind], kindSpan, kindPlace) is { } entry)
                entries.Add(entry);
        }

        var span = TextSpan.FromBounds(start, _cursor.Position);
        if (isEmpty)
            _problems.Add(GrammarRules.EmptyElement, name == "Principal" ? IssueCodes.EmptyObjectPrincipal : null, $"`{name}` is empty", span, path);

        return new Principal(name, nameSpan, text: null, entries.DrainToImmutable(), span, path);
    }

    private ConditionBlock? BindCondition(TextSpan nameSpan, PolicyPlace place)
    {
        if (_cursor.Token != JsonTokenType.StartObject)
        {
            WrongType("`Condition`", "an object", place);
            return null;
        }

        int start = _cursor.Start;
        PolicyPath path = place.ToPath();
        ImmutableArray<ConditionClause>.Builder clauses = ImmutableArray.CreateBuilder<ConditionClause>(1);
        var names = new NameSet();
        bool isEmpty = true;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndObject; isEmpty = false)
        {
            PolicyString operatorText = ReadKey(path, ref names, out PolicyPlace operatorPlace);
            _cursor.Next();
            if (BindClause(operatorText, operatorPlace) is { } clause)
                clauses.Add(clause);
        }

        var span = TextSpan.FromBounds(start, _cursor.Position);
        if (isEmpty)
            _problems.Add(GrammarRules.EmptyCondition, "`Condition` is empty", span, path);

        return new ConditionBlock(nameSpan, clauses.DrainToImmutable(), span, path);
    }

    private ConditionClause? BindClause(PolicyString operatorText, PolicyPlace place)
    {
        if (_cursor.Token != JsonTokenType.StartObject)
        {
            WrongType($"The operator {operatorText.Quoted()}", "an object of condition keys", place);
            return null;
        }

        int start = _cursor.Start;
        ConditionOperator? @operator = ConditionOperator.Parse(operatorText.Value);
        PolicyPath path = place.ToPath();
        ImmutableArray<ConditionEntry>.Builder entries = ImmutableArray.CreateBuilder<ConditionEntry>(1);
        var names = new NameSet();
        bool isEmpty = true;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndObject; isEmpty = false)
        {
            PolicyString key = ReadKey(path, ref names, out PolicyPlace keyPlace);
            _cursor.Next();
            if (BindEntry(key, @operator, keyPlace) is { } entry)
                entries.Add(entry);
        }

        var span = TextSpan.FromBounds(start, _cursor.Position);
        if (isEmpty)
            _problems.Add(GrammarRules.EmptyCondition, $"The operator {operatorText.Quoted()} has no condition key", span, path);

        return new ConditionClause(operatorText, @operator, entries.DrainToImmutable(), span, path);
    }

    private ConditionEntry? BindEntry(PolicyString key, ConditionOperator? @operator, PolicyPlace place)
    {
        if (_cursor.Token != JsonTokenType.StartArray)
        {
            return ReadConditionValue(place) is { } value
                ? new ConditionEntry(key, isList: false, [value], value.Span, place)
                : null;
        }

        int start = _cursor.Start;
        PolicyPath path = place.ToPath();
        _values.Clear();
        int index = 0;
        for (; _cursor.Next() && _cursor.Token != JsonTokenType.EndArray; index++)
        {
            if (ReadConditionValue(new PolicyPlace(path, Index: index)) is { } item)
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

    private ConditionValue? ReadConditionValue(PolicyPlace place)
    {
        switch (_cursor.Token)
        {
            case JsonTokenType.String:
                return new ConditionValue(_cursor.ReadText(place), ConditionValueKind.String, _cursor.Span, place);
            case JsonTokenType.True or JsonTokenType.False:
                return new ConditionValue(_cursor.ReadLiteral(), ConditionValueKind.Boolean, _cursor.Span, place);
            case JsonTokenType.Number:
                return new ConditionValue(_cursor.ReadLiteral(), ConditionValueKind.Number, _cursor.Span, place);
            default:
                WrongType("A condition value", "a string, a number or a Boolean", place);
                return null;
        }
    }

    private readonly PolicyString ReadString(PolicyPlace place)
    {
        _cursor.CheckEscapes(place);
        return new PolicyString(_source, _cursor.Span, place, _cursor.HasEscapes);
    }

    // Null for the empty string, which names nothing.
    private readonly StringPlace? TakePlace(string name, PolicyPlace place, int index = PolicyPath.NoIndex)
    {
        if (RejectEmpty(name, place, index))
            return null;

        _cursor.CheckEscapes(place);
        return new StringPlace(_cursor.Span, _cursor.HasEscapes);
    }

    private static PolicyPlace ItemOf(PolicyPlace list, int index) => new(list.ToPath(), Index: index);

    private readonly bool RejectEmpty(string name, PolicyPlace place, int index = PolicyPath.NoIndex)
    {
        if (!_cursor.Raw.IsEmpty)
            return false;

        _problems.Add(GrammarRules.EmptyString, $"An empty string names nothing in `{name}`", _cursor.Span, index == PolicyPath.NoIndex ? place : ItemOf(place, index));
        return true;
    }

    private readonly PolicyString ReadKey(PolicyPath parent, ref NameSet names, out PolicyPlace place)
    {
        string name = _cursor.ReadText(parent);
        place = new PolicyPlace(parent, name);
        if (!names.Add(name))
            ReportDuplicate(name, _cursor.Span, place);

        return new PolicyString(_source, _cursor.Span, place, _cursor.HasEscapes, name);
    }

    private void WrongType(string what, string expected, PolicyPlace place)
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
        _problems.Add(GrammarRules.WrongType, $"{what} must be {expected}, not {found}", span, place);
    }
}
