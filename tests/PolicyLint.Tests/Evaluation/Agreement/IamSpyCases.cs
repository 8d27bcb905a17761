using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PolicyLint.Evaluation;
using static PolicyLint.Tests.Evaluation.Agreement.AgreementSuite;

namespace PolicyLint.Tests.Evaluation.Agreement;

/// <summary>Cases of IAMSpy: account dumps, with resource policies and SCPs beside them, and a question.</summary>
internal static class IamSpyCases
{
    private static readonly string[] InlineLists = ["UserPolicyList", "RolePolicyList", "GroupPolicyList"];

    public static AgreementCase Of(JsonNode test)
    {
        JsonNode documents = test["documents"]!;
        JsonArray query = test["query"]!.AsArray();
        string principal = Word(query[0]);
        string resource = Word(query[2]);
        var policies = new ApplicablePolicies
        {
            Resource = ResourcePolicy(documents["resources"], resource),
            Scps = Scps(documents["scps"], RequestPrincipal.Parse(principal).Account!),
        };
        foreach (JsonNode? dump in documents["gaads"]!.AsArray())
            policies = WithIdentity(policies, dump!, principal);

        AccessResult result = new AccessEvaluator(policies).Evaluate(new AccessRequest
        {
            Action = Word(query[1]),
            Resource = resource,
            Principal = RequestPrincipal.Parse(principal),
            Context = Texts(query.Count > 3 ? query[3] : null).Select(pair => pair.Split('=', 2))
                .Aggregate(RequestContext.Empty, (context, pair) => context.With(pair[0], pair[1])),
        });
        return new(NameOf(test) + " " + test["files"]!.ToJsonString(), Word(test["expected"]![0]!["value"]), result.Decision == AccessDecision.Allowed ? "true" : "false");
    }

    private static ApplicablePolicies WithIdentity(ApplicablePolicies policies, JsonNode dump, string principal)
    {
        JsonNode? found = dump["UserDetailList"]!.AsArray().Concat(dump["RoleDetailList"]!.AsArray()).FirstOrDefault(one => (string)one!["Arn"]! == principal);
        if (found is null)
            return policies;

        IEnumerable<JsonNode?> groups = dump["GroupDetailList"]!.AsArray().Where(group => Texts(found["GroupList"]).Contains((string)group!["GroupName"]!));
        IEnumerable<JsonNode?> owners = groups.Prepend(found);
        return policies with
        {
            Identity =
            [
                .. from owner in owners
                   from list in InlineLists
                   from inline in owner[list]?.AsArray() ?? []
                   select Policy(inline!["PolicyDocument"], PolicyType.Identity)!,
                .. from owner in owners
                   from attached in owner["AttachedManagedPolicies"]?.AsArray() ?? []
                   select Managed(dump, (string)attached!["PolicyArn"]!, PolicyType.Identity),
            ],
            Boundary = found["PermissionsBoundary"] is { } boundary ? Managed(dump, (string)boundary["PermissionsBoundaryArn"]!, PolicyType.Boundary) : null,
        };
    }

    private static PolicyDocument Managed(JsonNode dump, string arn, PolicyType type)
    {
        JsonNode policy = dump["Policies"]!.AsArray().First(one => (string)one!["Arn"]! == arn)!;
        JsonNode version = policy["PolicyVersionList"]!.AsArray().First(one => (bool)one!["IsDefaultVersion"]!)!;
        return Policy(version["Document"], type)!;
    }

    private static PolicyDocument? ResourcePolicy(JsonNode? files, string resource)
    {
        foreach (JsonNode? entry in (files?.AsArray() ?? []).SelectMany(file => file is JsonArray list ? list : [file]))
        {
            if ((string?)entry!["Resource"] == resource)
                return Policy(entry["Policy"], PolicyType.Resource);
        }

        return null;
    }

    // The way from the root of the organization down to the account.
    private static IEnumerable<JsonNode> WayTo(string account, IEnumerable<JsonNode?> units)
    {
        foreach (JsonNode unit in units.OfType<JsonNode>())
        {
            JsonNode[] below = [.. WayTo(account, unit["Children"]?.AsArray() ?? [])];
            if (below.Length > 0 || (string?)unit["Id"] == account)
                return below.Prepend(unit);
        }

        return [];
    }

    private static ImmutableArray<ImmutableArray<PolicyDocument>> Scps(JsonNode? roots, string account) =>
    [
        .. from unit in WayTo(account, roots?.AsArray() ?? [])
           select unit["Policies"]!.AsArray().Select(policy => Policy(policy!["Content"], PolicyType.Scp)!).ToImmutableArray(),
    ];
}
