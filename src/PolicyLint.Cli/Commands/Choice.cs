using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyLint.Reporting;

namespace PolicyLint.Cli.Commands;

/// <summary>Options that take one word of a few.</summary>
internal static class Choice
{
    /// <summary>Makes the option. Words are taken in any case; for another word the message lists them and names the nearest.</summary>
    public static Option<T> Of<T>(string name, string description, T defaultValue, params (string Word, T Value)[] choices)
    {
        string[] words = [.. choices.Select(choice => choice.Word)];
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result => Parse(result, name, words, choices),
        };
        option.CompletionSources.Add(words);
        return option;
    }

    private static T? Parse<T>(ArgumentResult result, string name, string[] words, (string Word, T Value)[] choices)
    {
        string written = result.Tokens[^1].Value;
        foreach (var (word, value) in choices)
        {
            if (word.Equals(written, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        result.AddError($"{name}: '{written}' is none of {string.Join(", ", words)}{Spelling.DidYouMean(written, words)}");
        return default;
    }
}
