using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Accounts;

/// <summary>The managed policies of a dump, each in the version that is in force.</summary>
internal sealed class ManagedPolicies
{
    private static readonly string[] Principals = ["UserDetailList", "GroupDetailList", "RoleDetailList"];

    private readonly Dictionary<string, HostedPolicy> _byArn = new(StringComparer.Ordinal);

    /// <param name="file">The dump.</param>
    /// <param name="root">The same as a tree.</param>
    /// <param name="gaps">Takes what is not looked at.</param>
    public ManagedPolicies(SourceText file, HostNode root, List<NotEvaluated> gaps)
    {
        HashSet<string> attached = [.. ArnsOf(root, "AttachedManagedPolicies", static list => list.Items.Select(static item => item["PolicyArn"]))];
        HashSet<string> boundaries = [.. ArnsOf(root, "PermissionsBoundary", static boundary => [boundary["PermissionsBoundaryArn"]])];
        foreach (HostNode policy in root["Policies"]?.Items ?? [])
        {
            string arn = policy["Arn"]?.Text ?? policy["PolicyName"]?.Text ?? "(no name)";
            string address = $"policy/{arn}";
            string? inForce = policy["DefaultVersionId"]?.Text;
            HostNode? version = policy["PolicyVersionList"]?.Items.FirstOrDefault(version => IsInForce(version, inForce));
            if (AccountDocument.TextOf(file, version?["Document"], address) is { } text)
                _byArn.TryAdd(arn, new HostedPolicy(text, boundaries.Contains(arn) && !attached.Contains(arn) ? PolicyType.Boundary : PolicyType.Identity));
            else
                gaps.Add(new NotEvaluated(file, policy.Span with { Length = 1 }, "", "the version that is in force is not in the dump", address));

            // One entry for all of them: an account has thousands.
            HostNode[] others = [.. (policy["PolicyVersionList"]?.Items ?? []).Where(other => other != version)];
            if (others is [var first, ..])
                gaps.Add(new NotEvaluated(file, (first["VersionId"] ?? first).Span, "", $"not in force, so not checked: {string.Join(", ", others.Select(NameOf))}", address));
        }
    }

    /// <summary>All of them, in the order of the dump.</summary>
    public IEnumerable<HostedPolicy> All => _byArn.Values;

    /// <summary>The policy of an ARN; null where its document is not in the dump.</summary>
    public HostedPolicy? Find(string arn) => _byArn.GetValueOrDefault(arn);

    private static bool IsInForce(HostNode version, string? inForce) =>
        inForce is not null ? version["VersionId"]?.Text == inForce : version["IsDefaultVersion"] is HostScalar { IsBoolean: true, Value: "true" };

    private static string NameOf(HostNode version) => version["VersionId"]?.Text ?? "a version without an id";

    private static IEnumerable<string> ArnsOf(HostNode root, string member, Func<HostNode, IEnumerable<HostNode?>> select) =>
        Principals
            .SelectMany(list => root[list]?.Items ?? [])
            .Select(principal => principal[member])
            .OfType<HostNode>()
            .SelectMany(select)
            .Select(static arn => arn?.Text)
            .OfType<string>();
}
