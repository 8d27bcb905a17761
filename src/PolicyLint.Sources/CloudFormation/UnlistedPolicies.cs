using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>
/// Finds what looks like a policy in a property of which the table says nothing: a custom resource, or a resource type that is
/// newer than the table. That is told, for silence would look like a clean policy.
/// </summary>
internal static class UnlistedPolicies
{
    /// <summary>The objects that have a <c>Statement</c> with an <c>Effect</c> in it, outside of places that were looked at.</summary>
    public static IEnumerable<HostMapping> In(HostNode? node, HashSet<TextSpan> known)
    {
        if (node is null || known.Contains(node.Span))
            return [];

        return node switch
        {
            HostMapping map when map["Statement"] is { } statement && HasEffect(statement) && !known.Contains(statement.Span) => [map],
            HostMapping map => map.Entries.SelectMany(member => In(member.Value, known)),
            HostSequence list => list.Values.SelectMany(item => In(item, known)),
            _ => [],
        };
    }

    private static bool HasEffect(HostNode node) => node switch
    {
        HostMapping map => map["Effect"] is not null || map.Entries.Any(member => HasEffect(member.Value)),
        HostSequence list => list.Values.Any(HasEffect),
        _ => false,
    };
}
