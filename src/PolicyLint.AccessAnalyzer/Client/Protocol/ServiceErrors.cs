using System.Net;
using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using PolicyLint.AccessAnalyzer.Client.Model;

namespace PolicyLint.AccessAnalyzer.Client.Protocol;

/// <summary>
/// Makes an exception of an error answer. Of what the service says only the names are kept: its sentences may repeat the
/// policy, and those about a wrong signature repeat the headers with the session token.
/// </summary>
internal static class ServiceErrors
{
    private const int MaxNameLength = 64;

    public static AmazonAccessAnalyzerException Read(JsonUnmarshallerContext answer, Exception? inner, HttpStatusCode status)
    {
        string? code = answer.ResponseData.GetHeaderValue("x-amzn-ErrorType");
        string? reason = null;
        try
        {
            using JsonDocument body = JsonDocument.Parse(answer.Stream);
            if (string.IsNullOrEmpty(code))
                code = body.RootElement.OptionalString("__type") ?? body.RootElement.OptionalString("code");

            reason = body.RootElement.OptionalString("reason");
        }
        catch (Exception exception) when (exception is JsonException or WrongShapeException)
        {
            // A proxy's page, or nothing: the status says enough.
        }

        return Make(NameIn(code) ?? "UnknownError", NameIn(reason), inner, status, answer.ResponseData.GetHeaderValue("x-amzn-RequestId"));
    }

    private static AmazonAccessAnalyzerException Make(string code, string? reason, Exception? inner, HttpStatusCode status, string? requestId)
    {
        string message = $"Access Analyzer answered {(int)status} {code}{(reason is null ? "" : $" ({reason})")}";
        return code switch
        {
            "AccessDeniedException" => new AccessDeniedException(message, inner, code, requestId, status),
            "InternalServerException" => new InternalServerException(message, inner, code, requestId, status),
            "InvalidParameterException" => new InvalidParameterException(message, inner, code, requestId, status),
            "ThrottlingException" => new ThrottlingException(message, inner, code, requestId, status),
            "UnprocessableEntityException" => new UnprocessableEntityException(message, inner, code, requestId, status),
            "ValidationException" => new ValidationException(message, inner, code, requestId, status) { Reason = reason },
            _ => new AmazonAccessAnalyzerException(message, inner, code, requestId, status),
        };
    }

    // "aws.protocols#ThrottlingException:http://…" is called ThrottlingException. What is no name is not repeated.
    private static string? NameIn(string? text)
    {
        if (text is null)
            return null;

        ReadOnlySpan<char> name = text.AsSpan(text.IndexOf('#', StringComparison.Ordinal) + 1);
        int colon = name.IndexOf(':');
        name = colon < 0 ? name : name[..colon];
        foreach (char letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
                return null;
        }

        return name.Length is > 0 and <= MaxNameLength ? name.ToString() : null;
    }
}
