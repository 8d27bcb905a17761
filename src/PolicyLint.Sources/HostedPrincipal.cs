namespace PolicyLint.Sources;

/// <summary>A user, group or role of a host file, and its policies. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">policy evaluation</see>.</summary>
/// <param name="Address">What people call it: <c>role/Train</c>.</param>
/// <param name="Policies">Its inline policies and those attached to it, each the same as one of <see cref="SourceReading.Policies"/>. Those of its groups are not among them.</param>
/// <param name="Boundary">Its permissions boundary; null where it has none, or one whose document is not in the file.</param>
/// <param name="Groups">The groups of a user.</param>
public sealed record HostedPrincipal(string Address, IReadOnlyList<HostedPolicy> Policies, HostedPolicy? Boundary, IReadOnlyList<HostedPrincipal> Groups);
