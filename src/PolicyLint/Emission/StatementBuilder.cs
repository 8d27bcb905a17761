using System.Text.Json;

namespace PolicyLint;

/// <summary>
/// Says what one statement of a <see cref="PolicyBuilder"/> is about. Each call adds to what was said before. The elements
/// are written in the order of the IAM user guide, whatever the order of the calls.
/// </summary>
/// <remarks>
/// There is no NotPrincipal: AWS advises against it, and a condition on <c>aws:PrincipalArn</c> says the same.
/// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</see>.
/// </remarks>
public sealed class StatementBuilder
{
    private const string Everyone = "*";

    private readonly Effect _effect;
    private readonly ValueLists _principals = new("AWS", "Service", "Federated", "CanonicalUser");
    private readonly ValueLists _lists = new("Action", "NotAction", "Resource", "NotResource");
    private readonly OrderedDictionary<string, ValueLists> _conditions = new(StringComparer.OrdinalIgnoreCase);
    private string? _sid;
    private bool _isEverybody;

    internal StatementBuilder(Effect effect)
    {
        _effect = effect;
    }

    /// <summary>Sets the statement's id. A second call replaces the first.</summary>
    /// <param name="sid">The id: ASCII letters and digits in an identity policy, and unique in its document.</param>
    /// <exception cref="ArgumentException">The text has half a surrogate pair, which no JSON can carry.</exception>
    public StatementBuilder Sid(string sid)
    {
        _sid = ValueLists.Checked(sid, nameof(sid));
        return this;
    }

    /// <summary>Adds actions, such as <c>sagemaker:DescribeEndpoint</c>; <c>*</c> and <c>?</c> are wildcards.</summary>
    /// <exception cref="ArgumentException">A value is null or has half a surrogate pair.</exception>
    public StatementBuilder Actions(params ReadOnlySpan<string> actions) => AddTo(_lists, "Action", actions);

    /// <summary>
    /// Adds actions that are not meant: the statement is about all others, also those that AWS adds later.
    /// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html">NotAction</see>.
    /// </summary>
    /// <exception cref="ArgumentException">A value is null or has half a surrogate pair.</exception>
    public StatementBuilder NotActions(params ReadOnlySpan<string> actions) => AddTo(_lists, "NotAction", actions);

    /// <summary>Adds resources: ARNs, in which <c>*</c> and <c>?</c> are wildcards, or <c>*</c> for every resource.</summary>
    /// <exception cref="ArgumentException">A value is null or has half a surrogate pair.</exception>
    public StatementBuilder Resources(params ReadOnlySpan<string> arns) => AddTo(_lists, "Resource", arns);

    /// <summary>
    /// Adds resources that are not meant: the statement is about all others.
    /// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html">NotResource</see>.
    /// </summary>
    /// <exception cref="ArgumentException">A value is null or has half a surrogate pair.</exception>
    public StatementBuilder NotResources(params ReadOnlySpan<string> arns) => AddTo(_lists, "NotResource", arns);

    /// <summary>Adds principals: ARNs of roles, users or accounts, or account ids.</summary>
    /// <exception cref="ArgumentException">A value is null or has half a surrogate pair.</exception>
    public StatementBuilder AwsPrincipals(params ReadOnlySpan<string> principals) => AddTo(_principals, "AWS", principals);

    /// <summary>Adds AWS services, such as <c>sagemaker.amazonaws.com</c>.</summary>
    /// <exception cref="ArgumentException">A value is null or has half a surrogate pair.</exception>
    public StatementBuilder ServicePrincipals(params ReadOnlySpan<string> services) => AddTo(_principals, "Service", services);

    /// <summary>Adds identity providers: a host name, or the ARN of a SAML or OIDC provider.</summary>
    /// <exception cref="ArgumentException">A value is null or has half a surrogate pair.</exception>
    public StatementBuilder FederatedPrincipals(params ReadOnlySpan<string> providers) => AddTo(_principals, "Federated", providers);

    /// <summary>Adds canonical user ids of Amazon S3.</summary>
    /// <exception cref="ArgumentException">A value is null or has half a surrogate pair.</exception>
    public StatementBuilder CanonicalUserPrincipals(params ReadOnlySpan<string> ids) => AddTo(_principals, "CanonicalUser", ids);

    /// <summary>
    /// Means everybody, also the anonymous: <c>"Principal": "*"</c>, and beside other principals <c>"AWS": "*"</c>, which is the same.
    /// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous">all principals</see>.
    /// </summary>
    public StatementBuilder Everybody()
    {
        _isEverybody = true;
        return this;
    }

    /// <summary>
    /// Adds a condition. Conditions with different operators or keys must all hold; said again with the same operator and key,
    /// it adds values.
    /// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">how conditions combine</see>.
    /// </summary>
    /// <param name="operator">The operator with its qualifier, such as <c>StringEquals</c> or <c>ForAnyValue:StringLike</c>. Case does not matter.</param>
    /// <param name="key">The condition key. Case does not matter.</param>
    /// <param name="values">The values, of which one must match; with a negated operator such as <c>StringNotEquals</c>, none may.</param>
    /// <exception cref="ArgumentException">The operator does not exist, or a text is null or has half a surrogate pair.</exception>
    public StatementBuilder When(string @operator, string key, params ReadOnlySpan<string> values)
    {
        ArgumentNullException.ThrowIfNull(@operator);
        if (ConditionOperator.Parse(@operator) is null)
            throw new ArgumentException($"There is no condition operator {@operator.Quoted()}.", nameof(@operator));

        if (!_conditions.TryGetValue(@operator, out ValueLists? keys))
            _conditions.Add(@operator, keys = new ValueLists());

        return AddTo(keys, ValueLists.Checked(key, nameof(key)), values);
    }

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (_sid is not null)
            json.WriteString("Sid", _sid);

        json.WriteString("Effect", _effect.ToString());
        WritePrincipal(json);
        _lists.WriteTo(json);
        WriteConditions(json);
        json.WriteEndObject();
    }

    private void WritePrincipal(Utf8JsonWriter json)
    {
        if (_isEverybody && _principals.IsEmpty)
        {
            json.WriteString("Principal", Everyone);
        }
        else if (!_principals.IsEmpty)
        {
            json.WriteStartObject("Principal");
            (_isEverybody ? _principals.With("AWS", Everyone) : _principals).WriteTo(json);
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
            keys.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private StatementBuilder AddTo(ValueLists lists, string name, ReadOnlySpan<string> values)
    {
        lists.Add(name, values);
        return this;
    }
}
