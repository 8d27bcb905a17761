using System.Text.Json;

namespace PolicyLint;

/// <summary>Says what one statement of a <see cref="PolicyBuilder"/> is about. Each call adds to what was said before.</summary>
public sealed class StatementBuilder
{
    private readonly Effect _effect;
    private readonly Dictionary<string, List<string>> _lists = [];
    private readonly Dictionary<string, List<string>> _principals = [];
    private readonly Dictionary<string, Dictionary<string, List<string>>> _conditions = [];
    private string? _sid;
    private bool _isEverybody;

    internal StatementBuilder(Effect effect)
    {
        _effect = effect;
    }

    /// <summary>Sets the statement's id.</summary>
    public StatementBuilder Sid(string sid)
    {
        _sid = sid;
        return this;
    }

    /// <summary>Adds actions, such as <c>sagemaker:DescribeEndpoint</c>.</summary>
    public StatementBuilder Actions(params ReadOnlySpan<string> actions) => Add("Action", actions);

    /// <summary>Adds actions that are not meant.</summary>
    public StatementBuilder NotActions(params ReadOnlySpan<string> actions) => Add("NotAction", actions);

    /// <summary>Adds resources: ARNs, or <c>*</c>.</summary>
    public StatementBuilder Resources(params ReadOnlySpan<string> arns) => Add("Resource", arns);

    /// <summary>Adds resources that are not meant.</summary>
    public StatementBuilder NotResources(params ReadOnlySpan<string> arns) => Add("NotResource", arns);

    /// <summary>Adds principals: ARNs of roles, users or accounts, or account ids.</summary>
    public StatementBuilder AwsPrincipals(params ReadOnlySpan<string> principals) => AddPrincipals("AWS", principals);

    /// <summary>Adds services, such as <c>sagemaker.amazonaws.com</c>.</summary>
    public StatementBuilder ServicePrincipals(params ReadOnlySpan<string> services) => AddPrincipals("Service", services);

    /// <summary>Adds identity providers.</summary>
    public StatementBuilder FederatedPrincipals(params ReadOnlySpan<string> providers) => AddPrincipals("Federated", providers);

    /// <summary>Means everybody: <c>"Principal": "*"</c>.</summary>
    public StatementBuilder Everybody()
    {
        _isEverybody = true;
        return this;
    }

    /// <summary>Adds a condition.</summary>
    /// <param name="operator">The operator with its qualifier, such as <c>StringEquals</c> or <c>ForAnyValue:StringLike</c>.</param>
    /// <param name="key">The condition key.</param>
    /// <param name="values">The values, of which one must match.</param>
    /// <exception cref="ArgumentException">The operator does not exist.</exception>
    public StatementBuilder When(string @operator, string key, params ReadOnlySpan<string> values)
    {
        ArgumentNullException.ThrowIfNull(@operator);
        ArgumentNullException.ThrowIfNull(key);
        if (ConditionOperator.Parse(@operator) is null)
            throw new ArgumentException($"There is no condition operator {@operator.Quoted()}.", nameof(@operator));

        if (!_conditions.TryGetValue(@operator, out Dictionary<string, List<string>>? keys))
            _conditions.Add(@operator, keys = []);

        Add(keys, key, values);
        return this;
    }

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (_sid is not null)
            json.WriteString("Sid", _sid);

        json.WriteString("Effect", _effect.ToString());
        WritePrincipal(json);
        foreach (var (name, values) in _lists)
            WriteValues(json, name, values);

        WriteConditions(json);
        json.WriteEndObject();
    }

    private void WritePrincipal(Utf8JsonWriter json)
    {
        if (_isEverybody)
        {
            json.WriteString("Principal", "*");
        }
        else if (_principals.Count > 0)
        {
            json.WriteStartObject("Principal");
            foreach (var (kind, values) in _principals)
                WriteValues(json, kind, values);

            json.WriteEndObject();
        }
    }

    private void WriteConditions(Utf8JsonWriter json)
    {
        if (_conditions.Count == 0)
            return;

        json.WriteStartObject("Condition");
        foreach (var (name, keys) in _conditions)
        {
            json.WriteStartObject(name);
            foreach (var (key, values) in keys)
                WriteValues(json, key, values);

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // One value stands alone, as people write it.
    private static void WriteValues(Utf8JsonWriter json, string name, List<string> values)
    {
        if (values is [var single])
        {
            json.WriteString(name, single);
            return;
        }

        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);

        json.WriteEndArray();
    }

    private StatementBuilder Add(string element, ReadOnlySpan<string> values)
    {
        Add(_lists, element, values);
        return this;
    }

    private StatementBuilder AddPrincipals(string kind, ReadOnlySpan<string> values)
    {
        Add(_principals, kind, values);
        return this;
    }

    private static void Add(Dictionary<string, List<string>> lists, string name, ReadOnlySpan<string> values)
    {
        if (!lists.TryGetValue(name, out List<string>? list))
            lists.Add(name, list = []);

        list.AddRange(values);
    }
}
