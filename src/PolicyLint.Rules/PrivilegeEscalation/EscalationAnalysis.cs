using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>Privilege escalation as a library call, for one document or all those of a principal.</summary>
/// <example>
/// <code>
/// PolicyAccess[] documents = [PolicyAccess.Of(inline), PolicyAccess.Of(attached), PolicyAccess.Of(boundary)];
/// foreach (Escalation open in EscalationAnalysis.Find(documents))
///     Console.WriteLine($"{open.Risk}: {open.Path.Id}, to {open.Path.Gives}");
/// </code>
/// </example>
public static class EscalationAnalysis
{
    /// <summary>
    /// The paths that the documents leave open together, the gravest first. Also those of no <see cref="Escalation.Risk"/>, which
    /// no rule reports, and those whose <see cref="Escalation.Reach"/> is not known before deployment.
    /// </summary>
    /// <param name="documents">
    /// The documents of one principal: identity policies grant and deny, a boundary and the policies of an organisation only take
    /// away. Trust policies and policies of resources say nothing about a principal and are passed over.
    /// </param>
    /// <exception cref="ArgumentException">The documents do not share one catalogue.</exception>
    public static ImmutableArray<Escalation> Find(IEnumerable<PolicyAccess> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ImmutableArray<PolicyAccess> own = [.. documents.Where(static document => IsOfPrincipal(document.Document.Type))];
        if (own.IsEmpty)
            return [];

        if (own.Any(document => document.Catalog != own[0].Catalog))
            throw new ArgumentException("The documents must share one catalogue.", nameof(documents));

        return
        [
            .. EscalationSearch.Run(EscalationIndex.Of(own[0].Catalog), own)
                .Concat(EscalationSearch.Run(EscalationIndex.OfGuardrails(own[0].Catalog), own))
                .OrderByDescending(static open => open.Risk),
        ];
    }

    /// <summary>
    /// Findings of the escalation rules that no single policy of a principal gives, but several together do: one lets it make a
    /// function, another pass any role. What one policy opens, or one of its groups, is found there and not again here.
    /// </summary>
    /// <param name="principal">The principal. Each finding belongs to the policy with the action that tells the path from others.</param>
    /// <param name="options">The options of the run; null for the default ones.</param>
    /// <exception cref="ArgumentException">The documents do not share one catalogue.</exception>
    public static ImmutableArray<Finding> FindTogether(EscalationPrincipal principal, LintOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return EscalationTogether.Find(principal, options ?? LintOptions.Default);
    }

    internal static bool IsOfPrincipal(PolicyType type) => type is PolicyType.Identity or PolicyType.Boundary or PolicyType.Scp;
}
