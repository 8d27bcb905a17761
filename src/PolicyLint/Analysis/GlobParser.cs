namespace PolicyLint.Analysis;

/// <summary>Takes a pattern apart into <see cref="GlobItem"/>s.</summary>
internal static class GlobParser
{
    public static GlobItem[] Parse(string pattern, bool ignoreCase, bool policyVariables)
    {
        var items = new List<GlobItem>(pattern.Length);
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            switch (c)
            {
                case '*':
                    AddMany(items);
                    break;
                case '?':
                    AddOne(items);
                    break;
                case PolicyString.Unknown:
                    items.Add(new(GlobItemKind.Unknown));
                    break;
                case '$' when policyVariables && VariableLength(pattern.AsSpan(i)) is var length and > 0:
                    items.Add(Variable(pattern.AsSpan(i + 2, length - 3)));
                    i += length - 1;
                    break;
                default:
                    items.Add(new(GlobItemKind.Literal, ignoreCase ? GlobItem.Fold(c) : c));
                    break;
            }
        }

        return [.. items];
    }

    /// <summary>
    /// The length of the policy variable at the start of the text, with <c>${</c> and <c>}</c>; 0 where there is none.
    /// A default value stands in single quotes and may hold any character, also a brace or a colon.
    /// </summary>
    public static int VariableLength(ReadOnlySpan<char> text) => text is ['$', '{', ..] ? LengthOfVariable(text) : 0;

    private static int LengthOfVariable(ReadOnlySpan<char> text)
    {
        bool quoted = false;
        for (int i = 2; i < text.Length; i++)
        {
            if (text[i] == '\'')
                quoted = !quoted;
            else if (text[i] == '}' && !quoted)
                return i + 1;
        }

        return 0;
    }

    // "${*}, ${?} and ${$}" are how a policy writes these characters themselves:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
    private static GlobItem Variable(ReadOnlySpan<char> inside) =>
        inside is "*" or "?" or "$"
            ? new(GlobItemKind.Literal, inside[0])
            : new(GlobItemKind.Variable, Name: inside.ToString());

    // A run of wildcards means "at least so many characters": it is kept as its ?s followed by at most one *.
    private static void AddMany(List<GlobItem> items)
    {
        if (items.Count == 0 || items[^1].Kind != GlobItemKind.Many)
            items.Add(new(GlobItemKind.Many));
    }

    private static void AddOne(List<GlobItem> items)
    {
        bool afterMany = items.Count > 0 && items[^1].Kind == GlobItemKind.Many;
        items.Insert(afterMany ? items.Count - 1 : items.Count, new(GlobItemKind.One));
    }
}
