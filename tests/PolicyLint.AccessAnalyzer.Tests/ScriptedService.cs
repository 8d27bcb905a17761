using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace PolicyLint.AccessAnalyzer.Tests;

/// <summary>A second witness who says what the test has it say, and writes down what it was asked.</summary>
internal sealed class ScriptedService : IPolicyValidationService
{
    private readonly ConcurrentQueue<ValidationQuestion> _validations = new();
    private readonly ConcurrentQueue<AccessQuestion> _accesses = new();

    public Func<ValidationQuestion, ImmutableArray<ServiceFinding>> Findings { get; init; } = _ => [];

    public Func<AccessQuestion, bool> IsGranted { get; init; } = _ => true;

    public IReadOnlyList<ValidationQuestion> Validations => [.. _validations];

    public IReadOnlyList<AccessQuestion> Accesses => [.. _accesses];

    public string Region { get; init; } = "eu-west-1";

    public Task<ImmutableArray<ServiceFinding>> ValidateAsync(ValidationQuestion question, CancellationToken cancellationToken)
    {
        _validations.Enqueue(question);
        return Task.FromResult(Findings(question));
    }

    public Task<bool> IsGrantedAsync(AccessQuestion question, CancellationToken cancellationToken)
    {
        _accesses.Enqueue(question);
        return Task.FromResult(IsGranted(question));
    }

    /// <summary>A finding at a JSON pointer of simple names.</summary>
    public static ServiceFinding Finding(string code, string pointer, string type = "WARNING", string details = "Something is wrong.") =>
        new(code, type, details, "https://docs.aws.amazon.com/IAM/latest/UserGuide/x.html", [At(pointer)]);

    public static ServiceLocation At(string pointer) =>
        new([.. pointer.Split('/').Skip(1).Select(StepOf)], new LinePosition(1, 1), new LinePosition(1, 1));

    private static PathStep StepOf(string name) =>
        int.TryParse(name, out int index) ? new PathStep(PathStepKind.Index, Number: index) : new PathStep(PathStepKind.Value, name);
}
