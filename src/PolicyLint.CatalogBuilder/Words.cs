using System.Text.RegularExpressions;
using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>The words of the data and what they mean here. A word that is not in these tables is an error, never a guess.</summary>
public static partial class Words
{
    /// <summary>Access levels of the npm package. Since 2026 AWS gives combined ones.</summary>
    private static readonly Dictionary<string, AccessLevel> PackageLevels = new(StringComparer.Ordinal)
    {
        ["List"] = AccessLevel.List,
        ["Read"] = AccessLevel.Read,
        ["Write"] = AccessLevel.Write,
        ["Tagging, Write"] = AccessLevel.Tagging,
        ["Permissions management, Write"] = AccessLevel.PermissionsManagement,
    };

    private static readonly Dictionary<string, ConditionKeyType> KeyTypes = new(StringComparer.Ordinal)
    {
        ["String"] = ConditionKeyType.String,
        ["ArrayOfString"] = ConditionKeyType.ArrayOfString,
        ["ARN"] = ConditionKeyType.Arn,
        ["ArrayOfARN"] = ConditionKeyType.ArrayOfArn,
        ["Bool"] = ConditionKeyType.Bool,
        ["ArrayOfBool"] = ConditionKeyType.ArrayOfBool,
        ["Numeric"] = ConditionKeyType.Numeric,
        ["Date"] = ConditionKeyType.Date,
        ["IPAddress"] = ConditionKeyType.IPAddress,
        ["Binary"] = ConditionKeyType.Binary,
    };

    public static bool TryReadPackageLevel(string word, out AccessLevel level) => PackageLevels.TryGetValue(word, out level);

    /// <summary>The text has the names of the enum.</summary>
    public static bool TryReadLevel(string word, out AccessLevel level) =>
        Enum.TryParse(word, out level) && level.ToString() == word;

    public static bool TryReadRisk(string word, out ActionRisk risk) => Enum.TryParse(word, out risk) && risk.ToString() == word;

    public static bool TryReadKeyType(string word, out ConditionKeyType type) => KeyTypes.TryGetValue(word, out type);

    public static string NameOf(ConditionKeyType type) => KeyTypes.Single(pair => pair.Value == type).Key;

    /// <summary>
    /// A condition key with its open parts as <c>${…}</c>. The data also writes them <c>&lt;key&gt;</c>, <c>tag-key</c>, and
    /// not at all after a final slash. <see langword="null"/> when the notation is none of these.
    /// </summary>
    public static string? NormaliseKey(string key)
    {
        string normal = AngleBrackets().Replace(key, "$${$1}");
        if (normal.EndsWith("/tag-key", StringComparison.Ordinal))
            normal = normal[..^"tag-key".Length] + "${TagKey}";
        else if (normal.EndsWith('/'))
            normal += "${TagKey}";

        return IsNormalKey(normal) ? normal : null;
    }

    /// <summary>Whether a key is one or more printable characters, a colon somewhere, and well-formed open parts only.</summary>
    public static bool IsNormalKey(string key) => NormalKey().IsMatch(key);

    [GeneratedRegex(@"<([A-Za-z]+)>")]
    private static partial Regex AngleBrackets();

    [GeneratedRegex(@"\A(?=[^:]+:.)(?:[A-Za-z0-9:._/-]|\$\{[A-Za-z]+\})+(?<!/)\z")]
    private static partial Regex NormalKey();
}
