using System.Collections.Immutable;
using System.Text.Json;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint.Configuration;

/// <summary>Reads the rules that a configuration declares.</summary>
internal sealed class DeclaredRuleReader(ConfigurationProblems problems, RuleNames names, ServiceCatalog catalog)
{
    private static readonly ImmutableArray<(string, Effect)> Effects = [("Allow", Effect.Allow), ("Deny", Effect.Deny)];

    private static readonly ImmutableArray<(string, PolicyTypes)> Types =
        [.. Enum.GetValues<PolicyType>().Select(type => (type.ToName(), (PolicyTypes)(1 << (int)type)))];

    /// <summary>Reads one rule; null, with problems, where it cannot be made.</summary>
    public DeclaredRule? Read(JsonValue value)
    {
        const string what = "a custom rule";
        if (ObjectReader.Of(value, what, problems) is not { } rule)
            return null;

        Configured<string>? id = rule.RequiredText("id", what);
        Configured<string>? name = rule.RequiredText("name", what);
        Configured<string>? message = rule.RequiredText("message", what);
        Severity severity = rule.Choice("severity", ConfigurationWords.Severities)?.Value ?? Severity.Warning;
        Effect effect = rule.Choice("effect", Effects)?.Value ?? Effect.Allow;
        PolicyTypes types = ReadTypes(rule) ?? (effect == Effect.Deny ? PolicyTypes.All : PolicyTypes.Grants);
        string? why = rule.Text("why")?.Value;
        string? remedy = rule.Text("remedy")?.Value;
        Configured<string>? helpUri = rule.Text("helpUri");
        Demand<ActionSet>? actions = ReadDemand(rule, "actions", ReadActions);
        Demand<ResourcePattern>? resources = ReadDemand(rule, "resources", ReadResource);
        Demand<PrincipalPattern>? principals = ReadDemand(rule, "principals", ReadPrincipal);
        Demand<string>? conditions = ReadDemand(rule, "conditions", ReadKey, hasBeyond: false);
        rule.End();

        if (actions is null && resources is null && principals is null && conditions is null
            && !value.Members.Exists(member => member.Name is "actions" or "resources" or "principals" or "conditions"))
            problems.Add(value.Span, "a custom rule needs one of `actions`, `resources`, `principals`, `conditions`");

        if (helpUri is { } uri && !uri.Value.StartsWith("https://", StringComparison.Ordinal))
            problems.Add(uri.Place, "`helpUri` must start with `https://`");

        bool isNamed = IsId(id) & IsName(name);
        if (!isNamed || message is not { } said)
            return null;

        var descriptor = new RuleDescriptor
        {
            Id = id!.Value.Value,
            Name = name!.Value.Value,
            Category = RuleCategory.Security,
            DefaultSeverity = severity,
            AppliesTo = types,
            LooksAt = effect,
            Title = said.Value,
            Why = why ?? said.Value,
            Remedy = remedy ?? "",
            Sources = helpUri is { } page ? [page.Value] : [],
        };
        if (!names.TryAdd(descriptor, out string? taken))
        {
            problems.Add(taken == descriptor.Name ? name.Value.Place : id.Value.Place, $"another rule is called {taken.Quoted()}");
            return null;
        }

        return new DeclaredRule(descriptor, said.Value) { Actions = actions, Resources = resources, Principals = principals, Conditions = conditions };
    }

    private static PolicyTypes? ReadTypes(ObjectReader rule)
    {
        PolicyTypes? types = null;
        foreach (JsonValue item in rule.Items("types"))
            types = (types ?? PolicyTypes.None) | (rule.Choice(item, "types[]", Types)?.Value ?? PolicyTypes.None);

        return types;
    }

    // A bare list is the same as anyOf.
    private Demand<T>? ReadDemand<T>(ObjectReader rule, string name, Func<Configured<string>, T?> read, bool hasBeyond = true)
        where T : class
    {
        if (rule.Take(name) is not { } value)
            return null;

        if (value.Kind == JsonTokenType.StartArray)
            return new(Read(rule.Texts(name)), [], [], []);

        if (value.Kind != JsonTokenType.StartObject)
        {
            problems.Add(value.Span, $"`{name}` must be a list of strings or an object, not {value.Phrase}");
            return null;
        }

        ObjectReader demand = rule.Object(name)!;
        var demanded = new Demand<T>(
            Read(demand.Texts("anyOf")),
            Read(demand.Texts("allOf")),
            Read(demand.Texts("noneOf")),
            hasBeyond ? Read(demand.Texts("beyond")) : []);
        demand.End();
        if (value.Members.Count == 0)
            problems.Add(value.Span, $"`{name}` needs one of `anyOf`, `allOf`, `noneOf`{(hasBeyond ? ", `beyond`" : "")}");

        return demanded;

        ImmutableArray<T> Read(ImmutableArray<Configured<string>> texts) => [.. texts.Select(read).OfType<T>()];
    }

    private ActionSet? ReadActions(Configured<string> text)
    {
        ActionPattern pattern = ActionPattern.Parse(text.Value, catalog);
        ActionSet actions = pattern.Actions;
        if (!actions.IsEmpty)
            return actions;

        string? nearest = pattern.Service is { } service && !pattern.HasWildcard && catalog.FindNearestAction(service, pattern.Name) is { } action
            ? $"; did you mean `{service.Prefix}:{action}`?"
            : null;
        problems.Add(text.Place, $"{text.Value.Quoted()} is no action of the catalogue of {catalog.Date:yyyy-MM-dd}{nearest}");
        return null;
    }

    private ResourcePattern? ReadResource(Configured<string> text)
    {
        SourceText source = SourceText.From($"\"{text.Value}\"");
        var span = new TextSpan(0, source.Bytes.Length);
        var list = new PolicyStringList(source, "Resource", default, isList: false, [new StringPlace(span, hasEscapes: false)], indices: null, span, PolicyPath.Root);
        var pattern = new ResourcePattern(list, 0, policyVariables: false, ArnFormatCache.Of(catalog));
        if (pattern.Kind != ResourcePatternKind.Malformed)
            return pattern;

        problems.Add(text.Place, $"{text.Value.Quoted()} is neither `*` nor an ARN");
        return null;
    }

    private static PrincipalPattern ReadPrincipal(Configured<string> text) => new(text.Value);

    private string? ReadKey(Configured<string> text)
    {
        // A key that ends in a slash is a family of keys: any member tells.
        if (catalog.TryGetConditionKey(text.Value.EndsWith('/') ? $"{text.Value}x" : text.Value, out _))
            return text.Value;

        problems.Add(text.Place, $"{text.Value.Quoted()} is no condition key of the catalogue of {catalog.Date:yyyy-MM-dd}");
        return null;
    }

    private bool IsId(Configured<string>? id)
    {
        if (id is not { } written)
            return false;

        int letters = written.Value.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        if (letters > 0 && RuleDescriptor.IsIdWithPrefix(written.Value, written.Value[..letters]) && written.Value[..letters] != RuleDescriptor.OwnPrefix)
            return true;

        problems.Add(written.Place, $"`id`: {written.Value.Quoted()} is not capital letters of your own, other than `{RuleDescriptor.OwnPrefix}`, and four digits, such as `ACME0001`");
        return false;
    }

    private bool IsName(Configured<string>? name)
    {
        if (name is not { } written)
            return false;

        string text = written.Value;
        bool isKebab = char.IsAsciiLetterLower(text[0]) && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal)
            && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (!isKebab)
            problems.Add(written.Place, $"`name`: {text.Quoted()} is not small letters, digits and hyphens, such as `no-public-bucket`");

        return isKebab;
    }
}
