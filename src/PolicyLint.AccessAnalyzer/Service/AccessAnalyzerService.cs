using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer.Client;
using PolicyLint.AccessAnalyzer.Client.Model;

namespace PolicyLint.AccessAnalyzer;

/// <summary>
/// Asks AWS. The client is made at the first question, so that a machine without a region or credentials gets an answer
/// that is not there and not a program that does not start.
/// </summary>
/// <remarks>
/// With the package AWSSDK.AccessAnalyzer this is the file to change: its types have the names of those here, in the
/// namespaces <c>Amazon.AccessAnalyzer</c> and <c>Amazon.AccessAnalyzer.Model</c>.
/// </remarks>
public sealed class AccessAnalyzerService : IPolicyValidationService, IDisposable
{
    private const int MaxPages = 1000;

    private readonly Lazy<IAmazonAccessAnalyzer> _client;

    /// <summary>Asks with what the environment, a profile or the machine gives.</summary>
    public AccessAnalyzerService()
        : this(() => new AmazonAccessAnalyzerClient())
    {
    }

    /// <summary>Asks with a client of the caller's.</summary>
    /// <param name="makeClient">Makes the client, at the first question.</param>
    public AccessAnalyzerService(Func<IAmazonAccessAnalyzer> makeClient)
    {
        _client = new Lazy<IAmazonAccessAnalyzer>(makeClient);
    }

    /// <inheritdoc/>
    public string Region => _client.Value.Config is var config && config.RegionEndpoint is { } region
        ? region.SystemName
        : config.AuthenticationRegion ?? config.ServiceURL ?? "";

    /// <inheritdoc/>
    public async Task<ImmutableArray<ServiceFinding>> ValidateAsync(ValidationQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ImmutableArray<ServiceFinding>.Builder findings = ImmutableArray.CreateBuilder<ServiceFinding>();
        var request = new ValidatePolicyRequest { PolicyDocument = question.PolicyDocument, PolicyType = question.PolicyType };
        if (question.ResourceType is { } resourceType)
            request.ValidatePolicyResourceType = resourceType;

        var tokens = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            ValidatePolicyResponse page = await _client.Value.ValidatePolicyAsync(request, cancellationToken).ConfigureAwait(false);
            findings.AddRange(page.Findings!.Select(Read));
            if (string.IsNullOrEmpty(page.NextToken))
                return findings.ToImmutable();

            if (tokens.Count == MaxPages || !tokens.Add(page.NextToken))
                throw new InvalidDataException("The pages do not end.");

            request.NextToken = page.NextToken;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> IsGrantedAsync(AccessQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var request = new CheckAccessNotGrantedRequest
        {
            PolicyDocument = question.PolicyDocument,
            PolicyType = question.PolicyType,
            Access = [new Access { Actions = [.. question.Actions], Resources = question.Resources.IsEmpty ? null : [.. question.Resources] }],
        };

        CheckAccessNotGrantedResponse answer = await _client.Value.CheckAccessNotGrantedAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Result?.Value switch
        {
            "FAIL" => true,
            "PASS" => false,
            _ => throw new InvalidDataException("The result is neither PASS nor FAIL."),
        };
    }

    /// <summary>Closes the client, where one was made.</summary>
    public void Dispose()
    {
        if (_client.IsValueCreated)
            _client.Value.Dispose();
    }

    private static ServiceFinding Read(ValidatePolicyFinding finding) =>
        new(finding.IssueCode!, finding.FindingType!.Value, finding.FindingDetails!, finding.LearnMoreLink!, [.. finding.Locations!.Select(Read)]);

    private static ServiceLocation Read(Location location) =>
        new([.. location.Path!.Select(Read)], Read(location.Span!.Start!), Read(location.Span.End!));

    private static PathStep Read(PathElement step) =>
        PathStep.From(step.Value, step.Key, step.Index, step.Substring?.Start, step.Substring?.Length);

    // The service counts columns from 0.
    private static LinePosition Read(Position position) => new(position.Line ?? 0, (position.Column ?? 0) + 1);
}
