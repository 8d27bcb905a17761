using System.Collections.Immutable;

namespace PolicyLint.AccessAnalyzer;

/// <summary>
/// The second witness: whoever asks Access Analyzer. <see cref="AccessAnalyzerService"/> does it without the package
/// AWSSDK.AccessAnalyzer; a caller who has that package implements this in a few lines. May throw whatever a call throws: a
/// question without an answer is <see cref="Confirmation.Unavailable"/>.
/// </summary>
public interface IPolicyValidationService
{
    /// <summary>The region that is asked, or the address where there is none: kept answers are kept for it.</summary>
    string Region { get; }

    /// <summary>Asks ValidatePolicy, all pages of it.</summary>
    /// <param name="question">The policy.</param>
    /// <param name="cancellationToken">Ends the call, also at its time limit.</param>
    Task<ImmutableArray<ServiceFinding>> ValidateAsync(ValidationQuestion question, CancellationToken cancellationToken);

    /// <summary>Asks CheckAccessNotGranted.</summary>
    /// <param name="question">The policy and the access.</param>
    /// <param name="cancellationToken">Ends the call, also at its time limit.</param>
    /// <returns>True for <c>FAIL</c>: some of the access is granted. False for <c>PASS</c>: none of it.</returns>
    Task<bool> IsGrantedAsync(AccessQuestion question, CancellationToken cancellationToken);
}

/// <summary>What ValidatePolicy is asked, in the service's own words.</summary>
/// <param name="PolicyDocument">The policy, as JSON text.</param>
/// <param name="PolicyType"><c>IDENTITY_POLICY</c>, <c>RESOURCE_POLICY</c>, <c>SERVICE_CONTROL_POLICY</c> or <c>RESOURCE_CONTROL_POLICY</c>.</param>
/// <param name="ResourceType">What a resource policy is attached to, <c>AWS::S3::Bucket</c>; null where that is not said.</param>
public sealed record ValidationQuestion(string PolicyDocument, string PolicyType, string? ResourceType)
{
    /// <summary>The type, without the policy.</summary>
    public override string ToString() => $"ValidatePolicy of {PolicyType} {ResourceType}".TrimEnd();
}

/// <summary>What CheckAccessNotGranted is asked, in the service's own words.</summary>
/// <param name="PolicyDocument">The policy, as JSON text.</param>
/// <param name="PolicyType"><c>IDENTITY_POLICY</c> or <c>RESOURCE_POLICY</c>.</param>
/// <param name="Actions">At most 100 actions.</param>
/// <param name="Resources">At most 100 ARNs; empty for any resource.</param>
public sealed record AccessQuestion(string PolicyDocument, string PolicyType, ImmutableArray<string> Actions, ImmutableArray<string> Resources)
{
    /// <summary>The type and the numbers, without the policy.</summary>
    public override string ToString() => $"CheckAccessNotGranted of {PolicyType}: {Actions.Length} actions, {Resources.Length} resources";
}
