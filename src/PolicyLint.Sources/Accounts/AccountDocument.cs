using PolicyLint.Sources.Documents;
using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.Accounts;

/// <summary>A policy document of a dump: an object, or a string with URL encoding.</summary>
internal static class AccountDocument
{
    /// <summary>Its text; null where there is none.</summary>
    public static SourceText? TextOf(SourceText file, HostNode? node, string address) => node switch
    {
        HostMapping => DocumentText.OfPart(file, node, address),
        HostScalar { IsString: true } text when !DocumentText.IsBlank(text) => UrlEncodedText.Decode(file, text).ToPolicy(file, address),
        _ => null,
    };
}
