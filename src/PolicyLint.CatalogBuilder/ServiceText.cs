using System.Text.Json;
using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>The lines of one service.</summary>
public static class ServiceText
{
    public static ServiceModel Read(string file)
    {
        ServiceModel? service = null;
        foreach (TextLine line in TextLine.ReadAll(file))
        {
            if (service is null)
                service = ReadService(line);
            else if (line.Has("key"))
                service.Keys.Add(ReadKey(line));
            else if (line.Has("resource"))
                service.ResourceTypes.Add(ReadResourceType(line));
            else if (line.Has("action"))
                service.Actions.Add(ReadAction(line));
            else
                throw line.Error("the line is no key, resource or action");
        }

        return service ?? throw new CatalogSourceException(file, 0, "the file is empty");
    }

    public static ServiceModel ReadService(TextLine line) =>
        new() { Prefix = line.Take("service"), Name = line.Take("name"), SupportsRcp = line.TakeFlag("rcp") };

    public static KeyModel ReadKey(TextLine line)
    {
        string name = line.Take("key");
        if (!Words.IsNormalKey(name))
            throw line.Error($"\"{name}\" is no condition key with its open parts written ${{Name}}");

        string type = line.Take("type");
        return new KeyModel(name, Words.TryReadKeyType(type, out ConditionKeyType known) ? known : throw line.Error($"unknown type of key \"{type}\""));
    }

    public static ResourceTypeModel ReadResourceType(TextLine line) =>
        new() { Name = line.Take("resource"), Arns = line.TakeList("arns"), Keys = line.TakeList("keys") };

    public static ActionModel ReadAction(TextLine line) => new()
    {
        Name = line.Take("action"),
        Level = ReadLevel(line),
        Targets = ReadTargets(line),
        Keys = line.TakeList("keys"),
        Dependents = line.TakeList("needs"),
        IsPermissionOnly = line.TakeFlag("permissionOnly"),
    };

    public static AccessLevel ReadLevel(TextLine line)
    {
        string level = line.Take("level");
        return Words.TryReadLevel(level, out AccessLevel known) ? known : throw line.Error($"unknown access level \"{level}\"");
    }

    public static List<TargetModel> ReadTargets(TextLine line)
    {
        Dictionary<string, List<string>> keys = line.TakeLists("onKeys");
        List<TargetModel> targets = [];
        foreach (string word in line.TakeList("on"))
        {
            string type = word.TrimEnd('?');
            keys.Remove(type, out List<string>? own);
            targets.Add(new TargetModel(type, !word.EndsWith('?'), own ?? []));
        }

        return keys.Count == 0 ? targets : throw line.Error($"\"onKeys\" has \"{keys.Keys.First()}\", \"on\" does not");
    }

    public static IEnumerable<string> Write(ServiceModel service)
    {
        yield return TextLine.Write(json =>
        {
            json.WriteString("service", service.Prefix);
            json.WriteString("name", service.Name);
            if (service.SupportsRcp)
                json.WriteBoolean("rcp", true);
        });
        foreach (KeyModel key in service.Keys)
            yield return WriteKey(key);

        foreach (ResourceTypeModel type in service.ResourceTypes)
            yield return WriteResourceType(type);

        foreach (ActionModel action in service.Actions)
            yield return WriteAction(action);
    }

    public static string WriteKey(KeyModel key) => TextLine.Write(json =>
    {
        json.WriteString("key", key.Name);
        json.WriteString("type", Words.NameOf(key.Type));
    });

    private static string WriteResourceType(ResourceTypeModel type) => TextLine.Write(json =>
    {
        json.WriteString("resource", type.Name);
        WriteList(json, "arns", type.Arns);
        WriteList(json, "keys", type.Keys);
    });

    private static string WriteAction(ActionModel action) => TextLine.Write(json =>
    {
        json.WriteString("action", action.Name);
        json.WriteString("level", action.Level.ToString());
        WriteList(json, "on", action.Targets.Select(target => target.IsRequired ? target.Type : target.Type + "?"));
        if (action.Targets.Exists(target => target.Keys.Count > 0))
        {
            json.WriteStartObject("onKeys");
            foreach (TargetModel target in action.Targets)
                WriteList(json, target.Type, target.Keys);

            json.WriteEndObject();
        }

        WriteList(json, "keys", action.Keys);
        WriteList(json, "needs", action.Dependents);
        if (action.IsPermissionOnly)
            json.WriteBoolean("permissionOnly", true);
    });

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        if (!items.Any())
            return;

        json.WriteStartArray(name);
        foreach (string item in items)
            json.WriteStringValue(item);

        json.WriteEndArray();
    }
}
