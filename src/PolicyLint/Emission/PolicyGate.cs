using System.Diagnostics.CodeAnalysis;

namespace PolicyLint;

/// <summary>
/// Lets a policy out only when it is clean: lints it, has it confirmed where that is asked for, and only then gives its text.
/// This is the call to make before a program creates a policy. Immutable, and safe for any number of threads.
/// </summary>
/// <example>
/// <code>
/// string json = await PolicyGate.Default.EmitAsync(policy);   // Default: package PolicyLint.Rules
/// await iam.CreatePolicyAsync(new() { PolicyName = name, PolicyDocument = json });
/// </code>
/// </example>
public sealed class PolicyGate
{
    private readonly PolicyLinter _linter;
    private readonly IFindingConfirmer? _confirmer;

    /// <summary>Makes a gate.</summary>
    /// <param name="linter">The rules that a policy must satisfy.</param>
    /// <param name="confirmer">Who is asked as well; null for nobody.</param>
    public PolicyGate(PolicyLinter linter, IFindingConfirmer? confirmer = null)
    {
        ArgumentNullException.ThrowIfNull(linter);
        _linter = linter;
        _confirmer = confirmer;
    }

    /// <summary>The least severity that keeps a policy in.</summary>
    public Severity RejectFrom { get; init; } = Severity.Warning;

    /// <summary>Which white space the text is written with. What is written is what is held against the size quotas.</summary>
    public PolicyFormat Format { get; init; }

    /// <summary>Gives the text of a clean policy, and throws for another.</summary>
    /// <param name="policy">The policy, in any state.</param>
    /// <param name="cancellationToken">Ends the confirmation.</param>
    /// <returns>The policy as JSON.</returns>
    /// <exception cref="PolicyRejectedException">The policy is not clean, or a confirmation that is required is missing.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    public async Task<string> EmitAsync(PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        GateResult result = await TryEmitAsync(policy, cancellationToken).ConfigureAwait(false);
        return result.IsEmitted ? result.Policy : throw new PolicyRejectedException(result.Result);
    }

    /// <summary>Gives the text of a clean policy, and no text for another: for a caller who shows the findings.</summary>
    /// <param name="policy">The policy, in any state.</param>
    /// <param name="cancellationToken">Ends the confirmation.</param>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    public async Task<GateResult> TryEmitAsync(PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        LintResult result = _linter.Lint(policy);
        if (_confirmer is not null)
            result = await _confirmer.ConfirmAsync(result, cancellationToken).ConfigureAwait(false);

        if (!IsAccepted(result))
            return new GateResult(result, null);

        // What goes out is what was judged: another white space may count against a quota.
        string text = PolicyWriter.Write(policy, Format);
        LintResult written = _linter.Lint(PolicyDocument.Parse(SourceText.From(text, policy.Source.Path), policy.Type));
        return IsAccepted(written) ? new GateResult(result, text) : new GateResult(written, null);
    }

    private bool IsAccepted(LintResult result) => result.IsClean(RejectFrom) && result.NotEvaluated.IsEmpty;
}

/// <summary>What became of a policy at a <see cref="PolicyGate"/>.</summary>
public sealed class GateResult
{
    internal GateResult(LintResult result, string? policy)
    {
        Result = result;
        Policy = policy;
    }

    /// <summary>The findings. A policy that was let out may have some that weigh less than <see cref="PolicyGate.RejectFrom"/>.</summary>
    public LintResult Result { get; }

    /// <summary>The text of the policy; null where it was not let out.</summary>
    public string? Policy { get; }

    /// <summary>Whether the policy was let out.</summary>
    [MemberNotNullWhen(true, nameof(Policy))]
    public bool IsEmitted => Policy is not null;
}
