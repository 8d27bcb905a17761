using PolicyLint.AccessAnalyzer.Caching;

namespace PolicyLint.AccessAnalyzer;

/// <summary>What a run makes of Access Analyzer.</summary>
public enum ConfirmationMode
{
    /// <summary>Nobody is asked.</summary>
    Off,

    /// <summary>Ask, and go on without what could not be asked.</summary>
    BestEffort,

    /// <summary>A result without every answer is not complete.</summary>
    Required,
}

/// <summary>How an <see cref="AccessAnalyzerPass"/> asks.</summary>
public sealed record ConfirmationOptions
{
    /// <summary>Best effort, with the defaults below.</summary>
    public static ConfirmationOptions Default => new();

    /// <summary>What is made of answers that are missing.</summary>
    public ConfirmationMode Mode { get; init; } = ConfirmationMode.BestEffort;

    /// <summary>The longest that one question may take, with its retries and all its pages.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most questions that wait for their answers at once.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>
    /// Whether grants that are too wide are held against CheckAccessNotGranted, for which AWS charges by the call; where not,
    /// they are <see cref="Confirmation.NotCheckable"/>. ValidatePolicy is free.
    /// </summary>
    public bool CheckGrants { get; init; } = true;

    /// <summary>Keeps answers, so that a question that was asked before costs no call; null to ask each time.</summary>
    public IConfirmationCache? Cache { get; init; } = new MemoryConfirmationCache();

    /// <summary>What resource policies are attached to, <c>AWS::S3::Bucket</c>, where the caller knows. Trust policies need no word.</summary>
    public string? ResourceType { get; init; }

    internal TimeProvider Clock { get; init; } = TimeProvider.System;
}
