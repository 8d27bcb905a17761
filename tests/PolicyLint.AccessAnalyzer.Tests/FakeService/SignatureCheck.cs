using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyLint.AccessAnalyzer.Tests.FakeService;

/// <summary>
/// Signature Version 4 as AWS describes it to those who write a client of their own, read from the side of the service. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.
/// </summary>
internal static class SignatureCheck
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>What is wrong with the signature of a request; null where it is right.</summary>
    public static string? FindProblem(SeenRequest request, Identity identity, string service, DateTimeOffset now)
    {
        string authorization = request.Headers.GetValueOrDefault("authorization", "");
        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            return "no signature";

        Dictionary<string, string> parts = PartsOf(authorization);
        string[] credential = parts["Credential"].Split('/');
        string date = request.Headers.GetValueOrDefault("x-amz-date", "");
        if (credential is not [var keyId, var day, var region, var scopeService, "aws4_request"])
            return "the credential has another form";

        if (keyId != identity.KeyId)
            return "another key";

        if (region != identity.Region || scopeService != service)
            return $"signed for {scopeService} in {region}";

        if (!DateTimeOffset.TryParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset signedAt)
            || (now - signedAt).Duration() > TimeSpan.FromMinutes(15)
            || !date.StartsWith(day, StringComparison.Ordinal))
        {
            return "signed at another time";
        }

        if (request.Headers.GetValueOrDefault("x-amz-security-token") != identity.SessionToken)
            return "another session token";

        IReadOnlyList<string> signed = SignedHeadersOf(authorization);
        string? unsigned = request.Headers.Keys.FirstOrDefault(name => (name == "host" || name.StartsWith("x-amz-", StringComparison.Ordinal)) && !signed.Contains(name));
        if (unsigned is not null)
            return $"{unsigned} is not signed";

        string payload = Hex(SHA256.HashData(request.Body));
        if (request.Headers.TryGetValue("x-amz-content-sha256", out string? stated) && stated != payload)
            return "the body is another one";

        return Sign(request, signed, payload, date, day, region, service, identity.SecretKey) == parts["Signature"] ? null : "the signature is wrong";
    }

    public static IReadOnlyList<string> SignedHeadersOf(string authorization) =>
        PartsOf(authorization).TryGetValue("SignedHeaders", out string? names) ? names.Split(';') : [];

    private static string Sign(SeenRequest request, IReadOnlyList<string> signed, string payload, string date, string day, string region, string service, string secret)
    {
        var canonical = new StringBuilder();
        canonical.Append(request.Method).Append('\n');
        canonical.Append(string.Join('/', request.Path.Split('/').Select(Encode))).Append('\n');
        canonical.Append(CanonicalQuery(request.Query)).Append('\n');
        foreach (string name in signed)
            canonical.Append(name).Append(':').Append(Squeeze(request.Headers.GetValueOrDefault(name, ""))).Append('\n');

        canonical.Append('\n').Append(string.Join(';', signed)).Append('\n').Append(payload);

        string scope = $"{day}/{region}/{service}/aws4_request";
        string toSign = $"{Algorithm}\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())))}";
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string step in (string[])[day, region, service, "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));

        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private static string CanonicalQuery(string query)
    {
        if (query.Length == 0)
            return "";

        return string.Join('&', query
            .Split('&')
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Encode(Uri.UnescapeDataString(pair[0])), Value: Encode(Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : ""))))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));
    }

    // Everything but the unreserved characters of RFC 3986, in UTF-8, with upper-case digits.
    private static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (byte unit in Encoding.UTF8.GetBytes(text))
        {
            char letter = (char)unit;
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~')
                encoded.Append(letter);
            else
                encoded.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    private static string Squeeze(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<string, string> PartsOf(string authorization) => authorization
        .Replace(Algorithm, "", StringComparison.Ordinal)
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .Where(part => part.Length == 2)
        .ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}

/// <summary>Whom the fake service knows.</summary>
internal sealed record Identity(string KeyId, string SecretKey, string Region, string? SessionToken = null);
