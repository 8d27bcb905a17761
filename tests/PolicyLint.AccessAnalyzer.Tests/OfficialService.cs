#nullable disable warnings // AWS's packages say nothing about null.
#pragma warning disable CA1050 // It stands in the docs as a file of its own.
using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer.Client;
using PolicyLint.AccessAnalyzer.Client.Model;
using PolicyLint;
using PolicyLint.AccessAnalyzer;

public sealed class OfficialService(IAmazonAccessAnalyzer client) : IPolicyValidationService
{
    public string Region => client.Config.RegionEndpoint?.SystemName ?? client.Config.ServiceURL;

    public async Task<ImmutableArray<ServiceFinding>> ValidateAsync(ValidationQuestion question, CancellationToken cancellationToken)
    {
        var request = new ValidatePolicyRequest { PolicyDocument = question.PolicyDocument, PolicyType = question.PolicyType };
        if (question.ResourceType is not null)
            request.ValidatePolicyResourceType = question.ResourceType;

        var findings = ImmutableArray.CreateBuilder<ServiceFinding>();
        do
        {
            ValidatePolicyResponse page = await client.ValidatePolicyAsync(request, cancellationToken);
            findings.AddRange(page.Findings.Select(Read));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        return findings.ToImmutable();
    }

    public async Task<bool> IsGrantedAsync(AccessQuestion question, CancellationToken cancellationToken)
    {
        var access = new Access { Actions = [.. question.Actions], Resources = question.Resources.IsEmpty ? null : [.. question.Resources] };
        var answer = await client.CheckAccessNotGrantedAsync(
            new() { PolicyDocument = question.PolicyDocument, PolicyType = question.PolicyType, Access = [access] }, cancellationToken);
        return answer.Result?.Value switch { "FAIL" => true, "PASS" => false, _ => throw new InvalidDataException("Neither PASS nor FAIL.") };
    }

    private static ServiceFinding Read(ValidatePolicyFinding finding) =>
        new(finding.IssueCode, finding.FindingType.Value, finding.FindingDetails, finding.LearnMoreLink, [.. finding.Locations.Select(Read)]);

    private static ServiceLocation Read(Location location) => new(
        [.. location.Path.Select(step => PathStep.From(step.Value, step.Key, step.Index, step.Substring?.Start, step.Substring?.Length))],
        Read(location.Span.Start),
        Read(location.Span.End));

    private static LinePosition Read(Position position) => new(position.Line ?? 0, (position.Column ?? 0) + 1);
}
