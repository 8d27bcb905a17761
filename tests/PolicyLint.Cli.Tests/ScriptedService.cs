using System.Collections.Immutable;
using PolicyLint.AccessAnalyzer;

namespace PolicyLint.Cli.Tests;

/// <summary>A service that says what a test tells it to.</summary>
internal sealed class ScriptedService : IPolicyValidationService
{
    public Func<ImmutableArray<ServiceFinding>> Findings { get; init; } = () => [];

    public Func<bool> Grants { get; init; } = () => true;

    public List<string> Asked { get; } = [];

    public string Region => "eu-west-1";

    public Task<ImmutableArray<ServiceFinding>> ValidateAsync(ValidationQuestion question, CancellationToken cancellationToken)
    {
        Asked.Add(question.PolicyDocument);
        return Task.FromResult(Findings());
    }

    public Task<bool> IsGrantedAsync(AccessQuestion question, CancellationToken cancellationToken) => Task.FromResult(Grants());
}
