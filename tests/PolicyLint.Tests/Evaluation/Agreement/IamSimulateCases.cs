using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyLint.Evaluation;
using static PolicyLint.Tests.Evaluation.Agreement.AgreementSuite;

namespace PolicyLint.Tests.Evaluation.Agreement;

/// <summary>
/// Cases of iam-simulate about whole requests. It answers a request for a pattern of resources by "is there one", and in
/// discovery mode takes every key that it is not told about to be as access needs it: both are our best case.
/// </summary>
internal static class IamSimulateCases
{
    private static readonly string Unknown = PolicyString.Unknown.ToString();

    public static AgreementCase OfCore(JsonNode test)
    {
        JsonNode policies = test["policies"]!;
        var stack = new ApplicablePolicies
        {
            Identity = Documents(policies["identity"], PolicyType.Identity),
            Resource = Policy(policies["resource"], PolicyType.Resource),
            Boundary = Documents(policies["boundaries"], PolicyType.Boundary).SingleOrDefault(),
            Session = policies["session"] is { } session ? [Policy(session, PolicyType.Identity)!] : [],
            Scps = Levels(policies["scps"], PolicyType.Scp),
            Rcps = [.. Levels(policies["rcps"], PolicyType.Rcp).SelectMany(level => level)],
            VpcEndpoint = Documents(policies["endpoint"], PolicyType.VpcEndpoint).SingleOrDefault(),
        };
        return Evaluate(test, stack, test["request"]!, "context", test["simulation"], "mode");
    }

    public static AgreementCase OfIntegration(JsonNode test)
    {
        JsonNode simulation = test["simulation"]!;
        var stack = new ApplicablePolicies
        {
            Identity = Named(simulation["identityPolicies"], PolicyType.Identity),
            Resource = Policy(simulation["resourcePolicy"], PolicyType.Resource),
            Boundary = Named(simulation["permissionBoundaryPolicies"], PolicyType.Boundary).SingleOrDefault(),
            Session = simulation["sessionPolicy"] is { } session ? [Policy(session, PolicyType.Identity)!] : [],
            Scps = [.. Organization(simulation["serviceControlPolicies"], PolicyType.Scp)],
            Rcps = [.. Organization(simulation["resourceControlPolicies"], PolicyType.Rcp).SelectMany(level => level)],
            VpcEndpoint = Named(simulation["vpcEndpointPolicies"], PolicyType.VpcEndpoint).SingleOrDefault(),
        };
        return Evaluate(test, stack, simulation["request"]!, "contextVariables", test["options"], "simulationMode");
    }

    private static AgreementCase Evaluate(JsonNode test, ApplicablePolicies stack, JsonNode request, string contextName, JsonNode? options, string modeName)
    {
        bool isDiscovery = (string?)options?[modeName] == "Discovery";
        string resource = (string)request["resource"]!["resource"]!;
        AccessResult result = new AccessEvaluator(stack).Evaluate(new AccessRequest
        {
            Action = (string)request["action"]!,
            Resource = resource,
            ResourceAccount = (string)request["resource"]!["accountId"]!,
            Principal = PrincipalOf(request["principal"]!, isDiscovery),
            Context = isDiscovery
                ? Discovered(request[contextName], options!["discoveryContextKeyConstraints"], stack)
                : Given(request[contextName], RequestContext.Empty),
        });
        bool isOpen = isDiscovery || resource.AsSpan().ContainsAny('*', '?');
        return new(NameOf(test), (string)test["expected"]![0]!["id"]!, (isOpen ? result.BestCase : result.Decision).ToString());
    }

    // Discovery asks about a role, whatever its session is called.
    private static RequestPrincipal PrincipalOf(JsonNode principal, bool isDiscovery)
    {
        if (principal is JsonObject)
            return RequestPrincipal.Anonymous;

        RequestPrincipal told = RequestPrincipal.Parse((string)principal!);
        return isDiscovery && told.Kind is RequestPrincipalKind.Role or RequestPrincipalKind.RoleSession
            ? RequestPrincipal.Parse($"arn:aws:sts::{told.Account}:assumed-role/{told.Name}/{Unknown}")
            : told;
    }

    private static RequestContext Given(JsonNode? context, RequestContext start) =>
        context is null ? start : context.AsObject().Aggregate(start, (built, key) => built.With(key.Key, Texts(key.Value)));

    // Only keys with a constraint are told: whether they are there, and maybe their values.
    private static RequestContext Discovered(JsonNode? context, JsonNode? constraints, ApplicablePolicies stack)
    {
        var given = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, JsonNode?> key in context?.AsObject() ?? [])
            given[key.Key] = Texts(key.Value);

        // What follows from the principal does not count either.
        RequestContext told = RequestContext.Open.With("aws:username", Unknown).With("aws:PrincipalArn", Unknown);
        foreach (JsonNode? constraint in constraints?.AsArray() ?? [])
        {
            string name = (string)constraint!["keyName"]!;
            foreach (string key in name is ['/', .. var pattern, '/'] ? KeysOf(stack).Where(key => Regex.IsMatch(key, pattern)) : [name])
            {
                if (given.TryGetValue(key, out string[]? values))
                    told = told.With(key, (bool)constraint["valueIsKnown"]! ? values : [Unknown]);
                else if ((bool)constraint["presenceIsKnown"]!)
                    told = told.Without(key);
            }
        }

        return told;
    }

    private static IEnumerable<string> KeysOf(ApplicablePolicies stack) =>
        from policy in stack.Identity.Concat(stack.Rcps).Concat(stack.Scps.SelectMany(level => level)).Append(stack.Resource).OfType<PolicyDocument>()
        from statement in policy.Statements
        where statement.Condition is not null
        from clause in statement.Condition!.Clauses
        from entry in clause.Entries
        select entry.Key.Value;

    private static ImmutableArray<PolicyDocument> Documents(JsonNode? list, PolicyType type) =>
        [.. (list?.AsArray() ?? []).Select(policy => Policy(policy, type)!)];

    private static ImmutableArray<PolicyDocument> Named(JsonNode? list, PolicyType type) =>
        [.. (list?.AsArray() ?? []).Select(named => Policy(named!["policy"], type)!)];

    private static ImmutableArray<ImmutableArray<PolicyDocument>> Levels(JsonNode? list, PolicyType type) =>
        [.. (list?.AsArray() ?? []).Select(level => Documents(level!["policies"], type))];

    private static IEnumerable<ImmutableArray<PolicyDocument>> Organization(JsonNode? list, PolicyType type) =>
        (list?.AsArray() ?? []).Select(level => Named(level!["policies"], type));
}
