using System.Collections.Immutable;

namespace PolicyLint.Rules.PrivilegeEscalation;

/// <summary>Every known path, those of machine learning first.</summary>
public static class EscalationPaths
{
    // The reviewed text itself is in the assembly: nothing is generated from it that could differ.
    private static readonly ImmutableArray<string> Sections =
    [
        "1-sagemaker", "2-sagemaker-tampering", "3-bedrock", "4-data-and-batch", "5-iam", "6-identity", "7-compute", "8-secrets", "9-exposure",
    ];

    private static readonly Lazy<ImmutableArray<EscalationPath>> Read =
        new(static () => [.. Sections.SelectMany(static section => EscalationText.Read($"PolicyLint.Rules.Escalation.{section}"))]);

    /// <summary>The paths, read when first asked for.</summary>
    public static ImmutableArray<EscalationPath> All => Read.Value;
}
