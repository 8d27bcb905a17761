namespace PolicyLint.CatalogBuilder;

/// <summary>The condition keys of all services and the global ones, each name once for each type that it has.</summary>
internal sealed class KeyTable
{
    private readonly Dictionary<KeyModel, int> _numbers = [];
    private readonly HashSet<KeyModel> _global;
    private readonly HashSet<string> _globalNames;

    public KeyTable(CatalogModel model)
    {
        _global = [.. model.GlobalKeys];
        _globalNames = new HashSet<string>(model.GlobalKeys.Select(key => key.Name), StringComparer.OrdinalIgnoreCase);
        Keys =
        [
            .. model.Services.SelectMany(service => service.Keys)
                .Concat(model.GlobalKeys)
                .Distinct()
                .OrderBy(key => key.Name.ToLowerInvariant(), StringComparer.Ordinal)
                .ThenBy(key => key.Type)
                .ThenBy(key => key.Name, StringComparer.Ordinal),
        ];
        foreach (KeyModel key in Keys)
            _numbers.Add(key, _numbers.Count);
    }

    public IReadOnlyList<KeyModel> Keys { get; }

    /// <summary>Templates, those with the longest literal head first, so that the most exact one is found.</summary>
    public IEnumerable<KeyModel> Templates => Keys.Where(key => IsTemplate(key) && IsPreferred(key))
        .OrderByDescending(key => key.Name.IndexOf("${", StringComparison.Ordinal))
        .ThenByDescending(key => key.Name.Length)
        .ThenBy(key => key.Name, StringComparer.Ordinal);

    public static bool IsTemplate(KeyModel key) => key.Name.Contains("${", StringComparison.Ordinal);

    /// <summary>What a template begins with; the reader relies on its last character, if any, being a separator.</summary>
    public static string HeadOf(KeyModel template)
    {
        string head = template.Name[..template.Name.IndexOf("${", StringComparison.Ordinal)];
        return head.Length == 0 || !char.IsAsciiLetterOrDigit(head[^1])
            ? head
            : throw new CatalogSourceException(template.Name, 0, "the open part of a condition key must follow a separator");
    }

    /// <summary>Whether it is a global key; the type that a service's page gives for the same name is not.</summary>
    public bool IsGlobal(KeyModel key) => _global.Contains(key);

    /// <summary>Of keys with one name, the one that a look-up by name finds: the global one, else the first.</summary>
    public bool IsPreferred(KeyModel key)
    {
        if (_globalNames.Contains(key.Name))
            return IsGlobal(key);

        int number = _numbers[key];
        return number == 0 || !Keys[number - 1].Name.Equals(key.Name, StringComparison.OrdinalIgnoreCase);
    }

    public int NumberOf(KeyModel key) => _numbers[key];

    public int NumberOf(ServiceModel service, string name)
    {
        KeyModel key = service.Keys.Find(known => known.Name == name)
            ?? throw new CatalogSourceException(service.Prefix, 0, $"the condition key {name} is used and not defined");
        return _numbers[key];
    }
}
