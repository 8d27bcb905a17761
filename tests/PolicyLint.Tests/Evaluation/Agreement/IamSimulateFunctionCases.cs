using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyLint.Evaluation;
using static PolicyLint.Tests.Evaluation.Agreement.AgreementSuite;

namespace PolicyLint.Tests.Evaluation.Agreement;

/// <summary>
/// Cases of iam-simulate about one part of a statement. Each becomes a policy of one statement: the part holds if the
/// statement applies.
/// </summary>
internal static class IamSimulateFunctionCases
{
    private const string Account = "123456789012";

    // A role: requests of users would have aws:username, which the cases leave open.
    private static readonly RequestPrincipal Caller = RequestPrincipal.Parse($"arn:aws:iam::{Account}:role/caller");

    public static AgreementCase OfOperator(JsonNode test)
    {
        RequestContext context = ContextOf(test["requestContext"]).With("test:key", Word(test["requestValue"]));
        var condition = new JsonObject { [(string)test["operator"]!] = new JsonObject { ["test:key"] = test["policyValues"]!.DeepClone() } };
        bool holds = Applies(Statement("Allow", condition: condition), context) == AccessDecision.Allowed;
        return new(NameOf(test), (string)test["expected"]![0]!["id"]!, holds ? "match" : "nomatch");
    }

    public static AgreementCase OfFunction(JsonNode test)
    {
        string function = (string)test["fn"]!;
        JsonArray args = test["args"]!.AsArray();
        return function.EndsWith("Actions", StringComparison.Ordinal) ? OfActions(test, function, args)
            : function.EndsWith("Resources", StringComparison.Ordinal) ? OfResources(test, function, args)
            : OfConditions(test, args);
    }

    private static AgreementCase OfActions(JsonNode test, string function, JsonArray args)
    {
        string element = function["requestMatches".Length..^1];
        JsonObject statement = Statement("Allow");
        statement.Remove("Action");
        statement[element] = Values(args[1]!);
        AccessDecision decision = Applies(statement, RequestContext.Empty, action: (string)args[0]!["actionString"]!);
        return Bool(test, decision == AccessDecision.Allowed);
    }

    private static AgreementCase OfResources(JsonNode test, string function, JsonArray args)
    {
        string effect = (string)args[3]!;
        JsonObject statement = Statement(effect);
        statement.Remove("Resource");
        statement[function["requestMatches".Length..^1]] = Values(args[1]!);
        string resource = (string)args[0]!["resourceIdentifier"]!["resource"]!;

        // Recorded without the values of its policy variables.
        bool needsContext = (bool)test["expected"]![0]!["value"]!["matches"]!
            && args[1]!.ToJsonString().Contains("PrincipalTag/Foo}", StringComparison.Ordinal);
        if (needsContext)
            return Bool(test, null);

        // An action of the catalogue in place of one that is none: with resource-level permission, or without.
        bool isStar = (bool)args[0]!["wildcardOnlyAction"]!;
        AccessDecision decision = Applies(statement, RequestContext.Empty, isStar ? "s3:ListAllMyBuckets" : "s3:GetBucket", resource, (string)args[4]!);
        return Bool(test, decision == (effect == "Allow" ? AccessDecision.Allowed : AccessDecision.ExplicitlyDenied));
    }

    private static AgreementCase OfConditions(JsonNode test, JsonArray args)
    {
        JsonNode[] conditions = args[1] is JsonArray list ? [.. list.Select(one => one!)] : [args[1]!];
        string effect = args[2] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string)value! : "Allow";
        if (RecordedContext.Of(test, conditions) is not { } context)
            return Bool(test, null);

        var block = new JsonObject();
        foreach (JsonNode condition in conditions)
        {
            string name = (string)condition["op"]!;
            if (!block.ContainsKey(name))
                block[name] = new JsonObject();

            block[name]![(string)condition["key"]!] = condition["values"]!.DeepClone();
        }

        AccessDecision decision = Applies(Statement(effect, condition: block), context);
        return Bool(test, decision == (effect == "Allow" ? AccessDecision.Allowed : AccessDecision.ExplicitlyDenied));
    }

    private static AgreementCase Bool(JsonNode test, bool? holds)
    {
        JsonNode expected = test["expected"]![0]!["value"]!["matches"]!;
        bool wanted = expected.GetValueKind() == JsonValueKind.String ? (string)expected! == "Match" : (bool)expected!;
        return new(NameOf(test), wanted.ToString(), holds?.ToString());
    }

    private static JsonObject Statement(string effect, JsonObject? condition = null)
    {
        var statement = new JsonObject { ["Effect"] = effect, ["Principal"] = "*", ["Action"] = "*", ["Resource"] = "*" };
        if (condition is not null)
            statement["Condition"] = condition;

        return statement;
    }

    private static JsonArray Values(JsonNode list) => [.. list.AsArray().Select(value => value!["rawValue"]!.DeepClone())];

    private static RequestContext ContextOf(JsonNode? keys) =>
        (keys?.AsObject() ?? []).Aggregate(RequestContext.Empty, (built, key) => built.With(key.Key, Texts(key.Value)));

    // Everything else allows, so that the decision is that of the one statement.
    private static AccessDecision Applies(
        JsonObject statement, RequestContext context, string action = "s3:GetBucket", string resource = "arn:aws:s3:::bucket", string layer = "identity")
    {
        var policy = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statement) };
        PolicyDocument tested = PolicyDocument.Parse(policy.ToJsonString());
        PolicyDocument open = PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""");
        bool isDeny = (string)statement["Effect"]! == "Deny";
        ApplicablePolicies others = new() { Identity = layer == "identity" && !isDeny || layer == "resource" && !isDeny ? [] : [open] };
        ApplicablePolicies policies = layer switch
        {
            "identity" => others with { Identity = others.Identity.Add(tested) },
            "resource" => others with { Resource = tested },
            "session" => others with { Session = isDeny ? [tested, open] : [tested] },
            "pb" => others with { Boundary = tested },
            "scp" => others with { Scps = [isDeny ? [tested, open] : [tested]] },
            "rcp" => others with { Rcps = [tested] },
            "vpce" => others with { VpcEndpoint = tested },
            _ => throw new ArgumentOutOfRangeException(nameof(layer)),
        };
        AccessResult result = new AccessEvaluator(policies).Evaluate(new AccessRequest
        {
            Action = action,
            Resource = resource,
            ResourceAccount = Account,
            Principal = Caller,
            Context = context,
        });
        return context.IsComplete && !resource.AsSpan().ContainsAny('*', '?') ? result.Decision : result.BestCase;
    }
}
