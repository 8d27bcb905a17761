using System.Globalization;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>
/// Works out what the functions of a template give in one scenario. A value is worked out at its top: what is in a list or an object
/// is asked for when somebody gets there.
/// </summary>
/// <remarks>
/// A parameter is its default, for that is what the template says; an empty default says that somebody is to give a value.
/// What deployment decides is <see cref="PolicyString.Unknown"/>.
/// </remarks>
internal sealed class TemplateResolver(Template template, ScenarioSearch search, Scenario scenario)
{
    private const string NoValue = "AWS::NoValue";
    private const int MaxDepth = 64;
    private const int MaxCalls = 200_000;

    private readonly ForEachExpansion _forEach = new();
    private int _depth;
    private int _calls;

    /// <summary>The value; null where it is removed (<c>AWS::NoValue</c>).</summary>
    public HostNode? Resolve(HostNode node)
    {
        if (TemplateFunction.Of(node) is not { } function)
            return node;

        if (_depth >= MaxDepth || ++_calls > MaxCalls)
            return TemplateText.Unknown(node.Span);

        _depth++;
        HostNode? value = Call(function);
        _depth--;
        return value;
    }

    /// <summary>The items of a list, with their place in it; without those that are removed.</summary>
    public IEnumerable<(int Index, HostNode Value)> ItemsOf(HostSequence list)
    {
        for (int i = 0; i < list.Values.Count; i++)
        {
            if (Resolve(list.Values[i]) is { } value)
                yield return (i, value);
        }
    }

    /// <summary>The members of an object, their values worked out, loops unrolled; without those that are removed.</summary>
    public IEnumerable<HostMember> MembersOf(HostMapping map)
    {
        foreach (HostMember member in map.Entries.SelectMany(Unroll))
        {
            if (Resolve(member.Value) is { } value)
                yield return member with { Value = value };
        }
    }

    /// <summary>The resources of the template, loops unrolled.</summary>
    public IEnumerable<HostMember> Resources() => template.Resources?.Members.SelectMany(Unroll) ?? [];

    private IEnumerable<HostMember> Unroll(HostMember member) =>
        ForEachExpansion.IsLoop(member) ? _forEach.Unroll(member, ListOf) : [member];

    private HostNode? Call(TemplateFunction function) => function switch
    {
        { Name: "Ref", Arguments: HostScalar name } => Reference(name.Value, function.Span),
        { Name: "Fn::GetAtt" } => Attribute(function),
        { Name: "Fn::Sub" } => Substitute(function),
        { Name: "Fn::Join", Arguments: HostSequence { Values: [var delimiter, var items] } } => Join(delimiter, items, function.Span),
        { Name: "Fn::Select", Arguments: HostSequence { Values: [var index, var items] } } => Select(index, items, function.Span),
        { Name: "Fn::Split", Arguments: HostSequence { Values: [var delimiter, var text] } } => Split(delimiter, text, function.Span),
        { Name: "Fn::If", Arguments: HostSequence { Values: [var condition, var yes, var no] } } => Choose(condition, yes, no, function.Span),
        { Name: "Fn::FindInMap", Arguments: HostSequence { Values: [var map, var first, var second, ..] } } => Find(map, first, second, function.Span),

        // A property that takes the text of a policy takes the policy.
        { Name: "Fn::ToJsonString", Arguments: HostMapping map } => new HostMapping(map.Span, map.Entries) { IsBlock = map.IsBlock },
        _ => TemplateText.Unknown(function.Span),
    };

    private HostNode? Reference(string name, TextSpan place)
    {
        if (name == NoValue)
            return null;

        bool isChosen = scenario.TryGet(name, out string? value);
        if (template.ParameterOf(name) is { } parameter)
        {
            value = isChosen ? value : parameter.Default;
            if (string.IsNullOrEmpty(value))
                return TemplateText.Unknown(place);

            return parameter.IsList
                ? new HostSequence(place, [.. value.Split(',').Select(item => TemplateText.Of(item.Trim(), place))])
                : TemplateText.Of(value, place);
        }

        if (isChosen && value is not null)
            return TemplateText.Of(value, place);

        return TemplateText.Of(template.TypeOf(name) is { } type ? ResourceNames.OfReference(type) : ResourceNames.Unknown, place);
    }

    private HostScalar Attribute(TemplateFunction function)
    {
        string path = function.Arguments is HostScalar scalar ? scalar.Value : string.Join('.', function.List.Select(item => (item as HostScalar)?.Value));
        return Attribute(path, function.Span);
    }

    private HostScalar Attribute(string path, TextSpan place)
    {
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        return TemplateText.Of(dot > 0 && template.TypeOf(path[..dot]) is { } type ? ResourceNames.OfAttribute(type, path[(dot + 1)..]) : ResourceNames.Unknown, place);
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
    private HostScalar Substitute(TemplateFunction function)
    {
        (HostNode? written, HostNode? names) = function.Arguments switch
        {
            HostScalar only => ((HostNode)only, (HostNode?)null),
            HostSequence { Values: [var first, var second] } => (first, second),
            HostSequence { Values: [var first] } => (first, null),
            _ => (null, null),
        };
        if (written is not HostScalar scalar || (scalar.Tag is not null && scalar != function.Arguments))
            return TemplateText.Unknown(function.Span);

        var result = new TemplateText();
        var known = new Dictionary<string, HostNode?>(StringComparer.Ordinal);
        string value = scalar.Value;
        int at = 0;
        while (value.IndexOf("${", at, StringComparison.Ordinal) is var start and >= 0 && value.IndexOf('}', start) is var end and >= 0)
        {
            result.AppendPart(scalar, at, start - at);
            string name = value[(start + 2)..end].Trim();
            int length = end + 1 - start;
            if (name is ['!', .. var literal])
                result.AppendInPlace($"${{{literal}}}", scalar, start, length);
            else if (ValueOf(name, names, scalar.Span, known) is { } found)
                result.AppendInPlace(found is HostScalar text ? text.Value : ResourceNames.Unknown, scalar, start, length);
            else
                result.AppendPart(scalar, start, length);

            at = end + 1;
        }

        result.AppendPart(scalar, at, value.Length - at);
        return result.ToScalar(function.Span);
    }

    // Null for what is no name of the template's: a policy variable that the author forgot to escape.
    private HostNode? ValueOf(string name, HostNode? names, TextSpan place, Dictionary<string, HostNode?> known)
    {
        // A name that stands twice is worked out once: what doubles at each step has no end.
        if (!known.TryGetValue(name, out HostNode? value))
            known.Add(name, value = ValueOf(name, names, place));

        return value;
    }

    private HostNode? ValueOf(string name, HostNode? names, TextSpan place)
    {
        if (names?[name] is { } given)
            return Resolve(given) ?? TemplateText.Of("", place);

        if (name.Contains(':', StringComparison.Ordinal) && !name.StartsWith("AWS::", StringComparison.Ordinal))
            return null;

        return name.Contains('.', StringComparison.Ordinal) ? Attribute(name, place) : Reference(name, place) ?? TemplateText.Of("", place);
    }

    private HostScalar Join(HostNode delimiter, HostNode items, TextSpan place)
    {
        if (TextOf(delimiter) is not { } between || ListOf(items) is not { } values)
            return TemplateText.Unknown(place);

        var result = new TemplateText();
        for (int i = 0; i < values.Count; i++)
        {
            if (i > 0)
                result.Append(between, place);
            result.Append(values[i]);
        }

        return result.ToScalar(place);
    }

    private HostNode? Select(HostNode index, HostNode items, TextSpan place) =>
        ListOf(items) is { } values && int.TryParse(TextOf(index), NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < values.Count
            ? values[at]
            : TemplateText.Unknown(place);

    private HostNode Split(HostNode delimiter, HostNode text, TextSpan place) =>
        TextOf(delimiter) is { Length: > 0 } between && TextOf(text) is { } whole
            ? new HostSequence(place, [.. whole.Split(between).Select(part => TemplateText.Of(part, place))])
            : TemplateText.Unknown(place);

    private HostNode? Choose(HostNode condition, HostNode yes, HostNode no, TextSpan place)
    {
        if (condition is not HostScalar name)
            return TemplateText.Unknown(place);

        return Resolve(search.Ask(name.Value, scenario) ? yes : no);
    }

    private HostNode? Find(HostNode map, HostNode first, HostNode second, TextSpan place)
    {
        if (TextOf(map) is { } mapName && TextOf(first) is { } key && TextOf(second) is { } name && template.Mappings?[mapName]?[key]?[name] is { } found)
            return found;

        return TemplateText.Unknown(place);
    }

    // A text that is known from end to end.
    private string? TextOf(HostNode node) =>
        Resolve(node) is HostScalar { Value: var text } && !text.Contains(PolicyString.Unknown, StringComparison.Ordinal) ? text : null;

    private IReadOnlyList<HostNode>? ListOf(HostNode node) => Resolve(node) is HostSequence list ? [.. ItemsOf(list).Select(item => item.Value)] : null;
}
