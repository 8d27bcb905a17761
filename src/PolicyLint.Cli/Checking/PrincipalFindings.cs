using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.PrivilegeEscalation;
using PolicyLint.Sources;

namespace PolicyLint.Cli.Checking;

/// <summary>
/// What the policies of each principal of a host file open together. Each finding is reported with the policy that it belongs to.
/// </summary>
internal sealed class PrincipalFindings
{
    private readonly ServiceCatalog _catalog;
    private readonly Dictionary<HostedPolicy, PolicyAccess> _accesses = [];
    private readonly Dictionary<HostedPrincipal, EscalationPrincipal> _principals = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<Finding>> _byPolicy = new(StringComparer.Ordinal);

    /// <param name="principals">The principals; none for a file that does not tell.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="catalog">The catalogue to read the policies with.</param>
    public PrincipalFindings(IReadOnlyList<HostedPrincipal> principals, LintOptions options, ServiceCatalog catalog)
    {
        _catalog = catalog;
        foreach (HostedPrincipal principal in principals)
        {
            foreach (Finding finding in EscalationAnalysis.FindTogether(ToPrincipal(principal), options))
            {
                if (!_byPolicy.TryGetValue(finding.Policy!, out List<Finding>? same))
                    _byPolicy.Add(finding.Policy!, same = []);

                same.Add(finding);
            }
        }
    }

    /// <summary>A result with the findings that belong to its policy.</summary>
    public LintResult AddTo(LintResult result) =>
        result.Document.Source.Origin is { } origin && _byPolicy.Remove(origin.Address, out List<Finding>? own) ? result.With(result.Findings.Concat(own)) : result;

    private EscalationPrincipal ToPrincipal(HostedPrincipal principal)
    {
        if (!_principals.TryGetValue(principal, out EscalationPrincipal? known))
        {
            IEnumerable<HostedPolicy> documents = principal.Boundary is { } boundary ? principal.Policies.Append(boundary) : principal.Policies;
            known = new EscalationPrincipal(principal.Address, [.. documents.Select(ToAccess)], [.. principal.Groups.Select(ToPrincipal)]);
            _principals.Add(principal, known);
        }

        return known;
    }

    // A policy that many have is read once, and known again as the same.
    private PolicyAccess ToAccess(HostedPolicy policy)
    {
        if (!_accesses.TryGetValue(policy, out PolicyAccess? access))
            _accesses.Add(policy, access = PolicyAccess.Of(policy.Parse(), _catalog));

        return access;
    }
}
