using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Accounts;

/// <summary>
/// Finds the policies in what <c>aws iam get-account-authorization-details</c> writes, and who has which of them. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">GetAccountAuthorizationDetails</see>.
/// </summary>
public static class AccountDumpReader
{
    /// <summary>Reads an account dump. Never throws on any content.</summary>
    /// <param name="file">The file.</param>
    public static SourceReading Read(SourceText file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file = Utf8File.Of(file);
        if (JsonTree.Read(file, out SourceProblem? problem) is not { } root)
            return new SourceReading(SourceKind.AccountDump, [], [], [problem!]);

        var reading = new AccountReading(file, root);
        return new SourceReading(SourceKind.AccountDump, reading.Policies, reading.Gaps, []) { Principals = reading.Principals };
    }
}

/// <summary>The reading of one dump.</summary>
internal sealed class AccountReading
{
    private readonly SourceText _file;
    private readonly ManagedPolicies _managed;
    private readonly Dictionary<string, HostedPrincipal> _groups = new(StringComparer.Ordinal);
    private readonly List<HostedPolicy> _policies = [];
    private readonly List<HostedPrincipal> _principals = [];
    private readonly List<NotEvaluated> _gaps = [];

    public AccountReading(SourceText file, HostNode root)
    {
        _file = file;
        _managed = new ManagedPolicies(file, root, _gaps);
        _policies.AddRange(_managed.All);
        foreach (HostNode group in root["GroupDetailList"]?.Items ?? [])
            _groups.TryAdd(NameOf(group, "GroupName"), ReadPrincipal(group, $"group/{NameOf(group, "GroupName")}", "GroupPolicyList"));

        foreach (HostNode user in root["UserDetailList"]?.Items ?? [])
            ReadPrincipal(user, $"user/{NameOf(user, "UserName")}", "UserPolicyList");

        foreach (HostNode role in root["RoleDetailList"]?.Items ?? [])
        {
            string address = $"role/{NameOf(role, "RoleName")}";
            Add(role["AssumeRolePolicyDocument"], $"{address} (trust policy)", PolicyType.Trust, PolicyResourceType.AssumeRolePolicyDocument);
            ReadPrincipal(role, address, "RolePolicyList");
        }

        _policies.Sort(static (left, right) => PlaceOf(left).CompareTo(PlaceOf(right)));
    }

    /// <summary>The policies, in the order of the file.</summary>
    public IReadOnlyList<HostedPolicy> Policies => _policies;

    /// <summary>Groups, users and roles.</summary>
    public IReadOnlyList<HostedPrincipal> Principals => _principals;

    /// <summary>What the dump does not have, or has and is not looked at.</summary>
    public IReadOnlyList<NotEvaluated> Gaps => _gaps;

    private static int PlaceOf(HostedPolicy policy) => policy.Text.Origin!.Locate(default).Start;

    private static string NameOf(HostNode node, string name) => node[name]?.Text ?? "(no name)";

    private HostedPrincipal ReadPrincipal(HostNode node, string address, string inlineList)
    {
        List<HostedPolicy> own = [];
        foreach (HostNode inline in node[inlineList]?.Items ?? [])
        {
            if (Add(inline["PolicyDocument"], $"{address} (inline policy \"{NameOf(inline, "PolicyName")}\")", PolicyType.Identity) is { } policy)
                own.Add(policy);
        }

        foreach (HostNode attached in node["AttachedManagedPolicies"]?.Items ?? [])
        {
            if (Find(attached["PolicyArn"], address, "attached policy") is { } policy)
                own.Add(policy with { Type = PolicyType.Identity });
        }

        HostedPolicy? boundary = Find(node["PermissionsBoundary"]?["PermissionsBoundaryArn"], address, "permissions boundary");
        List<HostedPrincipal> groups = [];
        foreach (HostNode name in node["GroupList"]?.Items ?? [])
        {
            if (name.Text is { } text && _groups.TryGetValue(text, out HostedPrincipal? group))
                groups.Add(group);
            else
                _gaps.Add(new NotEvaluated(_file, name.Span, "", "the group is not in the dump, so that what it allows is not known", address));
        }

        var principal = new HostedPrincipal(address, own, boundary is null ? null : boundary with { Type = PolicyType.Boundary }, groups);
        _principals.Add(principal);
        return principal;
    }

    private HostedPolicy? Find(HostNode? arn, string address, string what)
    {
        if (arn?.Text is not { } text)
            return null;

        if (_managed.Find(text) is { } policy)
            return policy;

        _gaps.Add(new NotEvaluated(_file, arn.Span, "", $"the document of this {what} is not in the dump", address));
        return null;
    }

    private HostedPolicy? Add(HostNode? document, string address, PolicyType type, PolicyResourceType? attachedTo = null)
    {
        if (AccountDocument.TextOf(_file, document, address) is not { } text)
            return null;

        var policy = new HostedPolicy(text, type, attachedTo);
        _policies.Add(policy);
        return policy;
    }
}
