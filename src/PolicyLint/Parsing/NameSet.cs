namespace PolicyLint.Parsing;

/// <summary>The names seen in one object: a few are compared one by one, many are hashed.</summary>
internal struct NameSet
{
    private const int Few = 8;

    private List<string>? _few;
    private HashSet<string>? _many;

    /// <summary>Adds a name; false where it was there.</summary>
    public bool Add(string name)
    {
        if (_many is not null)
            return _many.Add(name);

        _few ??= new List<string>(2);
        if (_few.Contains(name))
            return false;

        _few.Add(name);
        if (_few.Count > Few)
            _many = new HashSet<string>(_few, StringComparer.Ordinal);

        return true;
    }
}
