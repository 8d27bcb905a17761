using System.Runtime.CompilerServices;

namespace PolicyLint.Parsing;

/// <summary>The names seen in one object: a few are compared one by one and cost no allocation, many are hashed.</summary>
internal struct NameSet
{
    private const int Few = 8;

    private FewNames _few;
    private int _count;
    private HashSet<string>? _many;

    /// <summary>Adds a name; false where it was there.</summary>
    public bool Add(string name)
    {
        if (_many is not null)
            return _many.Add(name);

        Span<string> few = _few;
        if (few[.._count].Contains(name))
            return false;

        if (_count < Few)
        {
            few[_count++] = name;
            return true;
        }

        _many = new HashSet<string>(few.ToArray(), StringComparer.Ordinal) { name };
        return true;
    }

    [InlineArray(Few)]
    private struct FewNames
    {
        private string _first;
    }
}
