namespace PolicyLint.AccessAnalyzer.Tests.FakeService;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, as written.</param>
/// <param name="Query">The query, as written, without its question mark.</param>
/// <param name="Headers">The headers, by lower-case name.</param>
/// <param name="Body">The body.</param>
internal sealed record SeenRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string BodyText => System.Text.Encoding.UTF8.GetString(Body);

    /// <summary>The names that the signature covers.</summary>
    public IReadOnlyList<string> SignedHeaders => SignatureCheck.SignedHeadersOf(Headers.GetValueOrDefault("authorization", ""));
}
