using PolicyLint.Cli.Configuration;
using PolicyLint.Sources;

namespace PolicyLint.Cli.Input;

/// <summary>Finds the policies of an input.</summary>
internal static class PolicyInputs
{
    /// <summary>
    /// The policies of a file; null where it is nothing that holds any, and nobody named it. What somebody names and nothing is
    /// known of is taken for a policy, so that he hears why it is none.
    /// </summary>
    public static SourceReading? Of(SourceText text, bool isNamed)
    {
        SourceKind kind = PolicySources.Detect(text);
        if (kind == SourceKind.Other && !isNamed)
            return null;

        return PolicySources.Read(text, kind == SourceKind.Other ? SourceKind.Policy : kind);
    }

    /// <summary>A policy as a typed document: where it stands says more of its type than the call or the configuration, which speaks of all of them.</summary>
    public static PolicyDocument Parse(HostedPolicy policy, CheckPlan plan) =>
        policy.Type is null ? PolicyDocument.Parse(policy.Text, plan.Type, plan.ResourceType) : policy.Parse();
}
