using System.Buffers;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace PolicyLint.AccessAnalyzer.Client.Protocol;

/// <summary>
/// One operation on the wire: a POST with JSON both ways, as the protocol restJson1 has it. See
/// <see href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html">AWS restJson1</see>.
/// </summary>
/// <param name="path">The path of the operation.</param>
internal abstract class Operation<TRequest, TResponse>(string path) : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = (TRequest)input;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteBody(json, request);
            json.WriteEndObject();
        }

        var wire = new DefaultRequest(request, AmazonAccessAnalyzerConfig.ServiceName)
        {
            HttpMethod = "POST",
            ResourcePath = path,
            Content = buffer.WrittenSpan.ToArray(),
        };
        wire.Headers["Content-Type"] = "application/json";
        AddQuery(wire.Parameters, request);
        wire.UseQueryString = wire.Parameters.Count > 0;
        return wire;
    }

    /// <summary>Reads an answer. One that is cut off, is no JSON or lacks what it must have is no answer.</summary>
    /// <exception cref="AmazonUnmarshallingException">With where in the answer it is wrong, and nothing of what stands there.</exception>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        try
        {
            using JsonDocument body = JsonDocument.Parse(input.Stream);
            return ReadBody(body.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or WrongShapeException)
        {
            string place = exception is WrongShapeException wrong ? wrong.Place : "the body";
            throw new AmazonUnmarshallingException(input.ResponseData.GetHeaderValue("x-amzn-RequestId"), place, innerException: null, HttpStatusCode.OK);
        }
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        ServiceErrors.Read(input, innerException, statusCode);

    protected virtual void AddQuery(IDictionary<string, string> query, TRequest request)
    {
    }

    protected abstract void WriteBody(Utf8JsonWriter json, TRequest request);

    protected abstract TResponse ReadBody(JsonElement body);
}
