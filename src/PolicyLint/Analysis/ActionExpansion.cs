using System.Text;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>Finds the actions whose name matches a pattern, with <c>*</c> and <c>?</c> in the name, the service or both.</summary>
internal sealed class ActionExpansion
{
    private const int LongestName = 1024;

    private readonly ServiceCatalog _catalog;
    private readonly string _name;
    private readonly int _headLength;
    private readonly bool _isLiteral;
    private readonly bool _isEveryName;
    private readonly bool _isHeadOnly;
    private readonly Glob? _glob;
    private readonly ActionSetBuilder _found = new();

    public ActionExpansion(ServiceCatalog catalog, string name)
    {
        _catalog = catalog;
        _name = name;
        int wildcard = name.AsSpan().IndexOfAny('*', '?');
        _isLiteral = wildcard < 0;
        _headLength = _isLiteral ? name.Length : wildcard;
        _isEveryName = IsEveryName(Encoding.UTF8.GetBytes(name));
        _isHeadOnly = name.AsSpan(_headLength).Trim('*').IsEmpty;
        if (!_isLiteral && !_isEveryName && !_isHeadOnly)
            _glob = Glob.Parse(name, ignoreCase: true, policyVariables: false);
    }

    /// <summary>Whether a pattern matches every text of at least one character: stars, and at most one question mark.</summary>
    public static bool IsEveryName(ReadOnlySpan<byte> pattern)
    {
        int questions = pattern.Count((byte)'?');
        int stars = pattern.Count((byte)'*');
        return stars > 0 && questions <= 1 && stars + questions == pattern.Length;
    }

    /// <summary>The actions of one service, or of every service whose prefix matches a pattern.</summary>
    public ActionSet In(CatalogService? service, string prefixPattern)
    {
        if (service is { } one)
        {
            AddFrom(one);
            return _found.ToSet();
        }

        Glob prefixes = Glob.Parse(prefixPattern, ignoreCase: true, policyVariables: false);
        foreach (CatalogService candidate in _catalog.Services)
        {
            if (prefixes.MatchesEveryNonEmpty || prefixes.Matches(candidate.Prefix))
                AddFrom(candidate);
        }

        return _found.ToSet();
    }

    private void AddFrom(CatalogService service)
    {
        if (_isEveryName)
        {
            _found.Add(service.FirstOrdinal, service.EndOrdinal);
        }
        else if (_isLiteral)
        {
            if (service.TryGetAction(_name, out CatalogAction action))
                _found.Add(action.Ordinal, action.Ordinal + 1);
        }
        else
        {
            // Names are sorted: those that begin with the literal head of the pattern stand together.
            (int first, int end) = service.FindActions(_name.AsSpan(0, _headLength));
            if (_isHeadOnly)
                _found.Add(first, end);
            else
                AddMatching(first, end);
        }
    }

    private void AddMatching(int first, int end)
    {
        Span<char> buffer = stackalloc char[LongestName];
        ReadOnlySpan<char> word = LongestWord(_name);
        for (int ordinal = first; ordinal < end; ordinal++)
        {
            // Most names lack the longest word of the pattern, and that is told much faster than a match.
            ReadOnlySpan<char> name = _catalog.GetAction(ordinal).CopyNameTo(buffer);
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase) && _glob!.Matches(name))
                _found.Add(ordinal, ordinal + 1);
        }
    }

    private static ReadOnlySpan<char> LongestWord(ReadOnlySpan<char> pattern)
    {
        ReadOnlySpan<char> longest = [];
        foreach (Range range in pattern.SplitAny('*', '?'))
        {
            if (pattern[range].Length > longest.Length)
                longest = pattern[range];
        }

        return longest;
    }
}
