using System.Net;
using Amazon.Runtime;

namespace PolicyLint.AccessAnalyzer.Client.Model;

/// <summary>Who asks may not use the operation.</summary>
public sealed class AccessDeniedException : AmazonAccessAnalyzerException
{
    internal AccessDeniedException(string message, Exception? inner, string code, string? requestId, HttpStatusCode status)
        : base(message, inner, code, requestId, status)
    {
    }
}

/// <summary>The service failed.</summary>
public sealed class InternalServerException : AmazonAccessAnalyzerException
{
    internal InternalServerException(string message, Exception? inner, string code, string? requestId, HttpStatusCode status)
        : base(message, inner, code, requestId, status)
    {
    }

    /// <inheritdoc/>
    public override RetryableDetails Retryable { get; } = new(throttling: false);
}

/// <summary>A parameter is not one that the operation takes: a policy that only denies, say.</summary>
public sealed class InvalidParameterException : AmazonAccessAnalyzerException
{
    internal InvalidParameterException(string message, Exception? inner, string code, string? requestId, HttpStatusCode status)
        : base(message, inner, code, requestId, status)
    {
    }
}

/// <summary>There were too many calls.</summary>
public sealed class ThrottlingException : AmazonAccessAnalyzerException
{
    internal ThrottlingException(string message, Exception? inner, string code, string? requestId, HttpStatusCode status)
        : base(message, inner, code, requestId, status)
    {
    }

    /// <inheritdoc/>
    public override RetryableDetails Retryable { get; } = new(throttling: true);
}

/// <summary>The policy is too large or too complex to be judged.</summary>
public sealed class UnprocessableEntityException : AmazonAccessAnalyzerException
{
    internal UnprocessableEntityException(string message, Exception? inner, string code, string? requestId, HttpStatusCode status)
        : base(message, inner, code, requestId, status)
    {
    }

    /// <inheritdoc/>
    public override RetryableDetails Retryable { get; } = new(throttling: false);
}

/// <summary>The request is not one that the operation takes.</summary>
public sealed class ValidationException : AmazonAccessAnalyzerException
{
    internal ValidationException(string message, Exception? inner, string code, string? requestId, HttpStatusCode status)
        : base(message, inner, code, requestId, status)
    {
    }

    /// <summary>What is wrong with it: <c>fieldValidationFailed</c>…; null where the service does not say.</summary>
    public string? Reason { get; internal init; }
}
