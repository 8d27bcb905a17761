using Amazon.Runtime;

namespace PolicyLint.AccessAnalyzer.Client.Protocol;

/// <summary>
/// One HTTP client that reads an answer to its end before it hands it on. The runtime would read the body where neither its
/// time limit nor cancellation reaches, so that a server which stops in the middle would hold a thread for ever.
/// </summary>
internal sealed class BufferedHttpClientFactory : HttpClientFactory
{
    /// <summary>Findings for the largest policy that the service takes fill a small part of this.</summary>
    internal const int MaxAnswerBytes = 16 * 1024 * 1024;

    private readonly Lock _lock = new();
    private HttpClient? _client;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        lock (_lock)
            return _client ??= Make(clientConfig);
    }

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    private static HttpClient Make(IClientConfig config)
    {
        var handler = new SocketsHttpHandler
        {
            // A signature is for one host.
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        };

        if (config.ConnectTimeout is { } connect)
            handler.ConnectTimeout = connect;

        if ((config.UseHttp ? config.GetHttpProxy() : config.GetHttpsProxy()) is { } proxy)
            handler.Proxy = proxy;

        var client = new HttpClient(new BodyReader(handler));
        if (config.Timeout is { } timeout)
            client.Timeout = timeout;

        return client;
    }

    private sealed class BodyReader(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            try
            {
                await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }
}
