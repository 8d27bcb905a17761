namespace PolicyLint.CatalogBuilder;

/// <summary>The data says something that this program does not know; with the file and the line.</summary>
public sealed class CatalogSourceException(string file, int line, string problem)
    : Exception(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}")
{
    /// <summary>A problem with a word of a file that was parsed without keeping lines: the first line that holds the word.</summary>
    public static CatalogSourceException AtWord(string file, string word, string problem)
    {
        int line = 0;
        foreach (string text in File.ReadLines(file))
        {
            line++;
            if (text.Contains($"\"{word}\"", StringComparison.Ordinal))
                return new CatalogSourceException(file, line, problem);
        }

        return new CatalogSourceException(file, 0, problem);
    }
}
