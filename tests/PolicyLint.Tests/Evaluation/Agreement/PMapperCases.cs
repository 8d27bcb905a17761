using System.Text.Json.Nodes;
using PolicyLint.Evaluation;
using static PolicyLint.Tests.Evaluation.Agreement.AgreementSuite;

namespace PolicyLint.Tests.Evaluation.Agreement;

/// <summary>
/// Cases of Principal Mapper. Where it looks at the policies of an identity alone, a resource policy that leaves everything to
/// the account takes the other side's part.
/// </summary>
internal static class PMapperCases
{
    private const string Account = "000000000000";

    private static readonly PolicyDocument TrustsTheAccount = PolicyDocument.Parse(
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{Account}}"},"Action":"*","Resource":"*"}]}""", PolicyType.Resource);

    public static AgreementCase Of(JsonNode test)
    {
        JsonArray args = test["args"]!.AsArray();
        JsonNode expected = test["expected"]![0]!["value"]!;
        return (string)test["fn"]! switch
        {
            "local_check_authorization" => Case(Allows(Check(args, 0)), Word(expected)),
            "local_check_authorization_handling_mfa" => Case(HandlingMfa(args), $"{Word(expected[0])},{Word(expected[1])}"),
            "local_check_authorization_full" => Case(Allows(CheckFull(args)), Word(expected)),
            "resource_policy_authorization" => Case(OnResource(args), Word(expected)),
            "has_matching_statement" => Case(HasMatching(args), Word(expected)),
            "_statement_matches_action" => Case(Matches(args, "Action", action: Word(args[1])), Word(expected)),
            "_statement_matches_resource" => Case(Matches(args, "Resource", resource: Word(args[1])), Word(expected)),
            "_get_condition_match" => Case(MatchesCondition(args), Word(expected)),
            "_matches_after_expansion" => Case(MatchesPattern(args), Word(expected)),
            var other => throw new NotSupportedException(other),
        };

        AgreementCase Case(string actual, string wanted) => new(NameOf(test), wanted, actual);
    }

    private static AccessResult Check(JsonArray args, int first, RequestContext? more = null)
    {
        JsonNode node = args[first]!;
        return new AccessEvaluator(PoliciesOf(node) with { Resource = TrustsTheAccount })
            .Evaluate(Request(node, Word(args[first + 1]), Word(args[first + 2]), ContextOf(args[first + 3], more)));
    }

    private static string HandlingMfa(JsonArray args)
    {
        if (Check(args, 0).Decision == AccessDecision.Allowed)
            return "true,false";

        RequestContext withMfa = RequestContext.Empty.With("aws:MultiFactorAuthPresent", "true").With("aws:MultiFactorAuthAge", "1");
        return Check(args, 0, withMfa).Decision == AccessDecision.Allowed ? "true,true" : "false,false";
    }

    private static AccessResult CheckFull(JsonArray args)
    {
        JsonNode node = args[0]!;
        ApplicablePolicies policies = PoliciesOf(node) with { Resource = Policy(args[4], PolicyType.Resource) };
        return new AccessEvaluator(policies).Evaluate(
            Request(node, Word(args[1]), Word(args[2]), ContextOf(args[3])) with { ResourceAccount = Word(args[5]) });
    }

    private static string OnResource(JsonArray args)
    {
        AccessRequest request = new()
        {
            Action = Word(args[3]),
            Resource = Word(args[4]),
            ResourceAccount = Word(args[1]),
            Principal = RequestPrincipal.Parse(args[0] is JsonObject node ? (string)node["node"]! : Word(args[0])),
            Context = ContextOf(args[5]),
        };
        AccessResult result = new AccessEvaluator(new ApplicablePolicies { Resource = Policy(args[2], PolicyType.Resource) }).Evaluate(request);
        LayerResult layer = result.Layers.Single(one => one.Layer == PolicyLayer.Resource);
        return layer.Decision == AccessDecision.ExplicitlyDenied ? "DENY_MATCH" : layer.Grant switch
        {
            ResourceGrant.None => "NO_MATCH",
            ResourceGrant.Account => "ROOT_MATCH",
            _ => request.Principal.Kind == RequestPrincipalKind.Service ? "SERVICE_MATCH" : "NODE_MATCH",
        };
    }

    // Whether a statement of this effect applies, whatever the others say.
    private static string HasMatching(JsonArray args)
    {
        JsonNode node = args[0]!.DeepClone();
        string effect = Word(args[1]);
        foreach (JsonNode document in DocumentsOf(node))
        {
            JsonArray statements = document["Statement"] is JsonArray list ? list : [document["Statement"]!.DeepClone()];
            document["Statement"] = new JsonArray([.. statements.Where(one => (string?)one!["Effect"] == effect).Select(one => one!.DeepClone())]);
        }

        AccessResult result = new AccessEvaluator(PoliciesOf(node) with { Resource = TrustsTheAccount })
            .Evaluate(Request(node, Word(args[2]), Word(args[3]), ContextOf(args[4])));
        return Bool(result.Decision == (effect == "Allow" ? AccessDecision.Allowed : AccessDecision.ExplicitlyDenied));
    }

    private static string Matches(JsonArray args, string element, string action = "iam:GetRole", string resource = "arn:aws:s3:::bucket")
    {
        var statement = new JsonObject { ["Effect"] = "Allow" };
        JsonNode given = args[0]!;
        string other = element == "Action" ? "Resource" : "Action";
        foreach (string name in new[] { element, $"Not{element}" })
        {
            if (given[name] is { } values)
                statement[name] = values.DeepClone();
        }

        statement[other] = "*";
        JsonNode? context = args.Count > 2 && args[2] is JsonObject ? args[2] : null;
        return Allows(Alone(statement, action, resource, ContextOf(context)));
    }

    private static string MatchesCondition(JsonArray args) => Allows(Alone(
        new JsonObject { ["Effect"] = "Allow", ["Action"] = "*", ["Resource"] = "*", ["Condition"] = args[0]!.DeepClone() },
        "iam:GetRole",
        "*",
        ContextOf(args[1])));

    private static string MatchesPattern(JsonArray args)
    {
        var condition = new JsonObject { ["StringLike"] = new JsonObject { ["test:key"] = Word(args[1]) } };
        var statement = new JsonObject { ["Effect"] = "Allow", ["Action"] = "*", ["Resource"] = "*", ["Condition"] = condition };
        return Allows(Alone(statement, "iam:GetRole", "*", ContextOf(args[2]).With("test:key", Word(args[0]))));
    }

    private static AccessResult Alone(JsonObject statement, string action, string resource, RequestContext context)
    {
        var policy = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statement) };
        return new AccessEvaluator(new ApplicablePolicies { Identity = [Policy(policy, PolicyType.Identity)!] })
            .Evaluate(new AccessRequest { Action = action, Resource = resource, Context = context });
    }

    private static ApplicablePolicies PoliciesOf(JsonNode node) => new()
    {
        Identity = [.. DocumentsOf(node).Select(document => Policy(document, PolicyType.Identity)!)],
        Boundary = node["boundary"] is { } boundary ? Policy(boundary["doc"], PolicyType.Boundary) : null,
    };

    private static IEnumerable<JsonNode> DocumentsOf(JsonNode node) =>
        node["policies"]!.AsArray().Concat(node["groups"]!.AsArray().SelectMany(group => group!["policies"]!.AsArray())).Select(policy => policy!["doc"]!);

    private static AccessRequest Request(JsonNode node, string action, string resource, RequestContext context)
    {
        // The tags of the node are keys of the request.
        foreach (KeyValuePair<string, JsonNode?> tag in node["tags"]!.AsObject())
            context = context.With($"aws:PrincipalTag/{tag.Key}", Word(tag.Value));

        return new() { Action = action, Resource = resource, ResourceAccount = Account, Principal = RequestPrincipal.Parse((string)node["node"]!), Context = context };
    }

    private static RequestContext ContextOf(JsonNode? keys, RequestContext? start = null) =>
        (keys as JsonObject ?? []).Aggregate(start ?? RequestContext.Empty, (built, key) => built.With(key.Key, Texts(key.Value)));

    private static string Allows(AccessResult result) => Bool(result.Decision == AccessDecision.Allowed);

    private static string Bool(bool value) => value ? "true" : "false";
}
