using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.RuntimeDependencies;

namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>Says why a question has no answer. Never in the words of an exception: they may repeat the policy or a token.</summary>
internal static class FailureReason
{
    public static ConfirmationGap Of(Exception exception, string operation)
    {
        (ConfirmationGapKind kind, string reason) = Judge(exception, operation);
        return new ConfirmationGap(operation, kind, reason);
    }

    private static (ConfirmationGapKind Kind, string Reason) Judge(Exception exception, string operation) => exception switch
    {
        AmazonUnmarshallingException or InvalidDataException or JsonException or FormatException =>
            (ConfirmationGapKind.WrongAnswer, "the answer is cut off or is not what the service promises"),
        _ when NeedsAnotherPackage(exception) => (
            ConfirmationGapKind.NoCredentials,
            "the profile needs AWSSDK.SSO, AWSSDK.SSOOIDC or AWSSDK.SecurityToken, which are not here: `aws configure export-credentials` gives keys that do without"),
        TimeoutException or OperationCanceledException => (ConfirmationGapKind.TimedOut, "no answer came in time"),
        AmazonServiceException { StatusCode: not 0 } error => Judge(error, operation),
        AmazonClientException when exception.Message.Contains("region", StringComparison.OrdinalIgnoreCase) =>
            (ConfirmationGapKind.NoRegion, "no region is configured"),
        AmazonClientException => (ConfirmationGapKind.NoCredentials, "there are no credentials"),
        HttpRequestException or IOException or SocketException or AuthenticationException =>
            (ConfirmationGapKind.Unreachable, "there is no way to the service, or the connection was cut"),
        { InnerException: { } inner } => Judge(inner, operation),
        _ => (ConfirmationGapKind.ServiceFailed, $"the call failed with {exception.GetType().Name}"),
    };

    // AWSSDK.Core throws the first only in native programs, and of an SSO profile it says that it is "not allowed here".
    private static bool NeedsAnotherPackage(Exception exception) =>
        exception is MissingRuntimeDependencyException
        || (exception is InvalidOperationException && exception.Message.Contains("AWSSDK.", StringComparison.Ordinal))
        || (exception is AmazonClientException && exception.Message.Contains("is an SSO profile", StringComparison.Ordinal));

    private static (ConfirmationGapKind Kind, string Reason) Judge(AmazonServiceException error, string operation) => error.ErrorCode switch
    {
        "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" =>
            (ConfirmationGapKind.NoCredentials, "the credentials have expired"),
        "IncompleteSignature" or "IncompleteSignatureException" or "InvalidClientTokenId" or "InvalidSignatureException"
            or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" or "SignatureDoesNotMatch" or "UnrecognizedClientException" =>
            (ConfirmationGapKind.NoCredentials, "AWS does not take the credentials"),
        "ThrottlingException" or "Throttling" or "TooManyRequestsException" or "RequestLimitExceeded" =>
            (ConfirmationGapKind.Throttled, "there are too many calls"),
        _ => Judge(error.StatusCode, error.ErrorCode, operation),
    };

    private static (ConfirmationGapKind Kind, string Reason) Judge(HttpStatusCode status, string? code, string operation) => status switch
    {
        HttpStatusCode.TooManyRequests => (ConfirmationGapKind.Throttled, "there are too many calls"),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            (ConfirmationGapKind.AccessDenied, $"the caller may not use access-analyzer:{operation}"),
        >= HttpStatusCode.InternalServerError => (ConfirmationGapKind.ServiceFailed, $"the service failed ({(int)status})"),
        >= HttpStatusCode.BadRequest => (ConfirmationGapKind.Refused, $"the service does not take the question ({code ?? "no reason given"})"),
        _ => (ConfirmationGapKind.WrongAnswer, $"the answer is none ({(int)status})"),
    };
}
