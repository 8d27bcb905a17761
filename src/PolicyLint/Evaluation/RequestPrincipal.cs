using System.Diagnostics.CodeAnalysis;

namespace PolicyLint.Evaluation;

/// <summary>Who makes a request.</summary>
public enum RequestPrincipalKind
{
    /// <summary>Not told: some principal of the resource's account, the one that the identity policies are attached to.</summary>
    Unspecified,

    /// <summary>Nobody: a request without credentials.</summary>
    Anonymous,

    /// <summary>The root user of an account.</summary>
    RootUser,

    /// <summary>An IAM user.</summary>
    User,

    /// <summary>A role, in a session whose name does not matter.</summary>
    Role,

    /// <summary>A role in a session of a certain name.</summary>
    RoleSession,

    /// <summary>A session that a user made with <c>sts:GetFederationToken</c>.</summary>
    FederatedUser,

    /// <summary>A service of AWS, under its own name.</summary>
    Service,

    /// <summary>Somebody whom a provider of SAML or OpenID Connect vouches for, who asks for a role.</summary>
    Federated,
}

/// <summary>
/// The principal of a request. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">principals</see>.
/// </summary>
public sealed class RequestPrincipal
{
    private RequestPrincipal(RequestPrincipalKind kind, string text, string? account = null, string? name = null, string? partition = null)
    {
        Kind = kind;
        Text = text;
        Account = account;
        Name = name;
        Partition = partition ?? "aws";
    }

    /// <summary>A principal that is not told.</summary>
    public static RequestPrincipal Unspecified { get; } = new(RequestPrincipalKind.Unspecified, "");

    /// <summary>A request without credentials.</summary>
    public static RequestPrincipal Anonymous { get; } = new(RequestPrincipalKind.Anonymous, "anonymous");

    /// <summary>What it is.</summary>
    public RequestPrincipalKind Kind { get; }

    /// <summary>The ARN, or the name of the service or provider.</summary>
    public string Text { get; }

    /// <summary>The account of twelve digits; null for services, providers, anonymous requests, and where it is not told.</summary>
    public string? Account { get; }

    /// <summary>The name of the user or role, without its path; the name of the federated user.</summary>
    public string? Name { get; }

    internal string Partition { get; }

    /// <summary>Whether it belongs to an account, so that the policies of an identity and of an organization concern it.</summary>
    internal bool IsIdentity => Kind is not (RequestPrincipalKind.Anonymous or RequestPrincipalKind.Service or RequestPrincipalKind.Federated);

    /// <summary>
    /// Whether it is a service-linked role: "SCPs do not affect any service-linked role", nor do RCPs. See
    /// <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">SCPs</see>.
    /// </summary>
    internal bool IsServiceLinked => Kind switch
    {
        RequestPrincipalKind.Role => Text.Contains(":role/aws-service-role/", StringComparison.Ordinal),
        RequestPrincipalKind.RoleSession => Name!.StartsWith("AWSServiceRoleFor", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>
    /// Reads the ARN of a user, role, session of a role, federated user, root user or provider; an account of twelve digits for
    /// its root user; the name of a service (<c>ec2.amazonaws.com</c>) or of a provider (<c>accounts.google.com</c>); or
    /// <c>anonymous</c>.
    /// </summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static RequestPrincipal Parse(string text) =>
        TryParse(text, out RequestPrincipal? principal) ? principal : throw new FormatException($"'{text}' is no principal.");

    /// <summary>Reads what <see cref="Parse"/> reads; false for a text that is none of it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RequestPrincipal? principal)
    {
        principal = text switch
        {
            null or "" => null,
            "anonymous" => Anonymous,
            _ when AwsAccount.IsOne(text) => new(RequestPrincipalKind.RootUser, $"arn:aws:iam::{text}:root", text),
            _ when text.StartsWith("arn:", StringComparison.Ordinal) => OfArn(text),
            _ when text.Contains(':', StringComparison.Ordinal) || !text.Contains('.', StringComparison.Ordinal) => null,
            _ when IsServiceName(text) => new(RequestPrincipalKind.Service, text),
            _ => new(RequestPrincipalKind.Federated, text),
        };
        return principal is not null;
    }

    /// <summary>The ARN, or the name.</summary>
    public override string ToString() => Text;

    private static RequestPrincipal? OfArn(string arn)
    {
        if (arn.Split(':', 6) is not [_, var partition, var service, "", var account, var resource] || !AwsAccount.IsOne(account))
            return null;

        return (service, resource.Split('/')) switch
        {
            ("iam", ["root"]) => Make(RequestPrincipalKind.RootUser, null),
            ("iam", ["user", .., not "" and var name]) => Make(RequestPrincipalKind.User, name),
            ("iam", ["role", .., not "" and var name]) => Make(RequestPrincipalKind.Role, name),
            ("iam", ["saml-provider" or "oidc-provider", ..]) => new(RequestPrincipalKind.Federated, arn),
            ("sts", ["assumed-role", not "" and var name, not ""]) => Make(RequestPrincipalKind.RoleSession, name),
            ("sts", ["federated-user", not "" and var name]) => Make(RequestPrincipalKind.FederatedUser, name),
            _ => null,
        };

        RequestPrincipal Make(RequestPrincipalKind kind, string? name) => new(kind, arn, account, name, partition);
    }

    private static bool IsServiceName(string text) =>
        text.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".amazonaws.com.cn", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Account numbers.</summary>
internal static class AwsAccount
{
    public static bool IsOne(ReadOnlySpan<char> text) => text.Length == 12 && !text.ContainsAnyExceptInRange('0', '9');
}
