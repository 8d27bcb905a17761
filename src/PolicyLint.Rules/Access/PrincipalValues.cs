using System.Buffers;
using PolicyLint.Analysis;

namespace PolicyLint.Rules.Access;

/// <summary>What a federated principal is.</summary>
internal enum FederatedKind
{
    /// <summary>Neither of the two.</summary>
    None,

    /// <summary>A SAML provider: <c>arn:aws:iam::111122223333:saml-provider/name</c>.</summary>
    Saml,

    /// <summary>An OpenID Connect provider: a domain, or <c>arn:aws:iam::111122223333:oidc-provider/host/path</c>.</summary>
    OpenIdConnect,
}

/// <summary>
/// The values of a Principal. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</see>.
/// </summary>
internal static class PrincipalValues
{
    public const string Account = "AWS", Service = "Service", Federated = "Federated";

    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly string[] ServiceDomains =
        [".amazonaws.com", ".amazon.com", ".amazonaws.com.cn", ".aws.internal", ".amazonaws.eu", ".c2s.ic.gov", ".sc2s.sgov.gov", ".csp.hci.ic.gov"];

    /// <summary>The values of one kind, in the order written.</summary>
    public static IEnumerable<PolicyString> Of(this Principal? principal, string kind)
    {
        foreach (PolicyStringList entry in principal?.Entries ?? [])
        {
            if (entry.Name != kind)
                continue;

            foreach (PolicyString value in entry.Values)
                yield return value;
        }
    }

    /// <summary>Whether there is a value of this kind: a quick look before a thorough one.</summary>
    public static bool Has(this Principal? principal, string kind)
    {
        if (principal is null)
            return false;

        foreach (PolicyStringList entry in principal.Entries)
        {
            if (entry.Name == kind && entry.Count > 0)
                return true;
        }

        return false;
    }

    /// <summary>What a value of Federated is. A domain may be followed by a path.</summary>
    public static FederatedKind KindOfFederated(string text)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
            return IsDomain(text) ? FederatedKind.OpenIdConnect : FederatedKind.None;

        return text.Split(':', 6) is [_, not "", "iam", "", not "", var resource] ? KindOfProvider(resource) : FederatedKind.None;
    }

    /// <summary>What the condition keys of an OpenID Connect provider start with, before the colon: its host, perhaps with a path.</summary>
    public static string IssuerOf(string federated)
    {
        const string Provider = ":oidc-provider/";
        int start = federated.IndexOf(Provider, StringComparison.Ordinal);
        return start < 0 ? federated : federated[(start + Provider.Length)..];
    }

    /// <summary>Whether a text has the form of a service principal: a domain of AWS's, all in lower case.</summary>
    public static bool IsServicePrincipal(string text)
    {
        foreach (string domain in ServiceDomains)
        {
            if (text.EndsWith(domain, StringComparison.Ordinal))
                return IsLowerCaseDomain(text);
        }

        return false;
    }

    /// <summary>Whether every action is one of STS: the statement is about assuming a role.</summary>
    public static bool OnlyAssumesRole(this StatementAccess statement)
    {
        if (statement.IsNotAction || statement.ActionPatterns.IsEmpty)
            return false;

        foreach (ActionPattern pattern in statement.ActionPatterns)
        {
            if (!pattern.Text.Value.StartsWith("sts:", StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    private static FederatedKind KindOfProvider(string resource)
    {
        if (resource.StartsWith("saml-provider/", StringComparison.Ordinal) && !resource.EndsWith('/'))
            return FederatedKind.Saml;

        return resource.StartsWith("oidc-provider/", StringComparison.Ordinal) && !resource.EndsWith('/') ? FederatedKind.OpenIdConnect : FederatedKind.None;
    }

    private static bool IsDomain(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string host = slash < 0 ? text : text[..slash];
        return host.Contains('.', StringComparison.Ordinal) && IsLowerCaseDomain(host.ToLowerInvariant());
    }

    private static bool IsLowerCaseDomain(string host)
    {
        foreach (Range label in host.AsSpan().Split('.'))
        {
            ReadOnlySpan<char> text = host.AsSpan()[label];
            if (text.IsEmpty || text.ContainsAnyExcept(LabelCharacters))
                return false;
        }

        return true;
    }
}
