using System.Net;
using Amazon.Runtime;

namespace PolicyLint.AccessAnalyzer.Client;

/// <summary>The service refused or failed. The message holds names of errors only, never what the service said about the policy.</summary>
public class AmazonAccessAnalyzerException : AmazonServiceException
{
    internal AmazonAccessAnalyzerException(string message, Exception? inner, string code, string? requestId, HttpStatusCode status)
        : base(message, inner, (int)status < 500 ? ErrorType.Sender : ErrorType.Receiver, code, requestId, status)
    {
    }
}
