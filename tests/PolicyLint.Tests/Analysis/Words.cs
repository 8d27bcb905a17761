using CsCheck;

namespace PolicyLint.Tests.Analysis;

/// <summary>Small languages in which every question about a pattern can be answered by trying all words.</summary>
internal static class Words
{
    /// <summary>Every word over the alphabet up to a length.</summary>
    public static string[] UpTo(int length, string alphabet)
    {
        List<string> words = [""];
        for (int start = 0, round = 0; round < length; round++)
        {
            int end = words.Count;
            for (; start < end; start++)
            {
                foreach (char c in alphabet)
                    words.Add(words[start] + c);
            }
        }

        return [.. words];
    }

    /// <summary>Patterns of up to so many characters.</summary>
    public static Gen<string> Patterns(string characters, int most) =>
        Gen.Char[characters].Array[0, most].Select(array => new string(array));

    /// <summary>What it means to match, as slow and plain as it can be said.</summary>
    public static bool Match(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        if (pattern.IsEmpty)
            return text.IsEmpty;

        if (pattern[0] == '*')
            return Match(pattern[1..], text) || (!text.IsEmpty && Match(pattern, text[1..]));

        return !text.IsEmpty && (pattern[0] == '?' || pattern[0] == text[0]) && Match(pattern[1..], text[1..]);
    }
}
