using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>A user, group or role, and the documents that say what it may do.</summary>
/// <param name="Name">What people call it: <c>role/Train</c>.</param>
/// <param name="Documents">Its identity policies, and its permissions boundary where it has one.</param>
/// <param name="Groups">The groups of a user.</param>
public sealed record EscalationPrincipal(string Name, ImmutableArray<PolicyAccess> Documents, ImmutableArray<EscalationPrincipal> Groups);
