using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyLint.Configuration;

/// <summary>
/// Reads the members of an object by their names. A member is asked for once, so the names asked for are those that the
/// object may have: <see cref="End"/> reports the others.
/// </summary>
internal sealed class ObjectReader
{
    private readonly ConfigurationProblems _problems;
    private readonly Dictionary<string, JsonMember> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private ObjectReader(JsonValue value, ConfigurationProblems problems)
    {
        Value = value;
        _problems = problems;
        foreach (JsonMember member in value.Members)
        {
            if (!_members.TryAdd(member.Name, member))
                problems.Add(member.NameSpan, $"the key {member.Name.Quoted()} stands here twice");
        }
    }

    /// <summary>The object.</summary>
    public JsonValue Value { get; }

    /// <summary>Reads an object; null, with a problem, for any other value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="what">What it is called in a message.</param>
    /// <param name="problems">Where to report.</param>
    public static ObjectReader? Of(JsonValue value, string what, ConfigurationProblems problems)
    {
        if (value.Kind == JsonTokenType.StartObject)
            return new ObjectReader(value, problems);

        problems.Add(value.Span, $"{what} must be an object, not {value.Phrase}");
        return null;
    }

    /// <summary>The value of a member, whatever it is; null where it is not there.</summary>
    public JsonValue? Take(string name)
    {
        _known.Add(name);
        return _members.TryGetValue(name, out JsonMember member) ? member.Value : null;
    }

    /// <summary>A member that is an object.</summary>
    public ObjectReader? Object(string name) => Take(name) is { } value ? Of(value, $"`{name}`", _problems) : null;

    /// <summary>A member that is a string with at least one character.</summary>
    public Configured<string>? Text(string name)
    {
        if (Take(name) is not { } value || !Expect(value, JsonTokenType.String, name, "a string"))
            return null;

        if (!string.IsNullOrWhiteSpace(value.Text))
            return new(value.Text, value.Span);

        _problems.Add(value.Span, $"`{name}` is empty");
        return null;
    }

    /// <summary>A member that is a string and must be there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="what">What needs it: <c>a suppression</c>.</param>
    public Configured<string>? RequiredText(string name, string what)
    {
        Require(name, what);
        return Text(name);
    }

    /// <summary>Reports that a member is missing.</summary>
    public void Require(string name, string what)
    {
        if (!_members.ContainsKey(name))
            _problems.Add(Value.Span, $"{what} needs a `{name}`");
    }

    /// <summary>A member that is true or false.</summary>
    public Configured<bool>? Flag(string name)
    {
        if (Take(name) is not { } value)
            return null;

        if (value.Kind is JsonTokenType.True or JsonTokenType.False)
            return new(value.Kind == JsonTokenType.True, value.Span);

        _problems.Add(value.Span, $"`{name}` must be true or false, not {value.Phrase}");
        return null;
    }

    /// <summary>A member that is one word of a few.</summary>
    public Configured<T>? Choice<T>(string name, ImmutableArray<(string Word, T Value)> choices) =>
        Take(name) is { } value ? Choice(value, name, choices) : null;

    /// <summary>A value that is one word of a few.</summary>
    public Configured<T>? Choice<T>(JsonValue value, string name, ImmutableArray<(string Word, T Value)> choices)
    {
        if (!Expect(value, JsonTokenType.String, name, "a string"))
            return null;

        foreach (var (word, meaning) in choices)
        {
            if (word == value.Text)
                return new(meaning, value.Span);
        }

        string[] words = [.. choices.Select(choice => choice.Word)];
        _problems.Add(value.Span, $"`{name}`: {value.Text.Quoted()} is none of {string.Join(", ", words)}{ConfigurationProblems.DidYouMean(value.Text, words)}");
        return null;
    }

    /// <summary>The items of a member that is a list; none where it is not there.</summary>
    public IReadOnlyList<JsonValue> Items(string name) =>
        Take(name) is { } value && Expect(value, JsonTokenType.StartArray, name, "a list") ? value.Items : [];

    /// <summary>The items of a member that is a list of strings, at least one of them.</summary>
    public ImmutableArray<Configured<string>> Texts(string name)
    {
        ImmutableArray<Configured<string>>.Builder texts = ImmutableArray.CreateBuilder<Configured<string>>();
        if (Take(name) is not { } value || !Expect(value, JsonTokenType.StartArray, name, "a list of strings"))
            return [];

        if (value.Items.Count == 0)
            _problems.Add(value.Span, $"`{name}` is empty");

        foreach (JsonValue item in value.Items)
        {
            if (Expect(item, JsonTokenType.String, $"{name}[]", "a string"))
                texts.Add(new(item.Text, item.Span));
        }

        return texts.DrainToImmutable();
    }

    /// <summary>The members, for an object whose names are not fixed.</summary>
    public IReadOnlyList<JsonMember> AllMembers() => [.. _members.Values];

    /// <summary>Reports the members that nobody asked for.</summary>
    public void End()
    {
        foreach (JsonMember member in _members.Values.Where(member => !_known.Contains(member.Name)))
            _problems.Add(member.NameSpan, $"unknown key {member.Name.Quoted()}{ConfigurationProblems.DidYouMean(member.Name, _known)}");
    }

    private bool Expect(JsonValue value, JsonTokenType kind, string name, string phrase)
    {
        if (value.Kind == kind)
            return true;

        _problems.Add(value.Span, $"`{name}` must be {phrase}, not {value.Phrase}");
        return false;
    }
}
