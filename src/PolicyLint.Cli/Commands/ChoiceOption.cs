using System.CommandLine;
using System.CommandLine.Parsing;

namespace PolicyLint.Cli.Commands;

/// <summary>An option that takes one word of a few. For another word the message lists them and names the nearest.</summary>
internal sealed class ChoiceOption<T> : Option<T>
{
    private readonly T _defaultValue;
    private readonly (string Word, T Value)[] _choices;

    /// <param name="name">The option's name, with its dashes.</param>
    /// <param name="description">What it decides.</param>
    /// <param name="defaultValue">What holds without it.</param>
    /// <param name="choices">The words, taken in any case, with what they mean.</param>
    public ChoiceOption(string name, string description, T defaultValue, params (string Word, T Value)[] choices)
        : base(name)
    {
        _defaultValue = defaultValue;
        _choices = choices;
        Description = description;
        HelpName = string.Join('|', Words);
        CustomParser = Parse;
        CompletionSources.Add(Words);
    }

    private string[] Words => [.. _choices.Select(choice => choice.Word)];

    /// <summary>What a call chose.</summary>
    public T Of(ParseResult call) => call.GetResult(this) is null ? _defaultValue : call.GetValue(this)!;

    private T? Parse(ArgumentResult result)
    {
        string written = result.Tokens[^1].Value;
        foreach (var (word, value) in _choices)
        {
            if (word.Equals(written, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        result.AddError($"{Name}: '{written}' is none of {string.Join(", ", Words)}{Spelling.DidYouMean(written, Words)}");
        return default;
    }
}
