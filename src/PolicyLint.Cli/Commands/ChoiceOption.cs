using System.CommandLine;
using System.CommandLine.Parsing;

namespace PolicyLint.Cli.Commands;

/// <summary>An option that takes one word of a few. For another word the message lists them and names the nearest.</summary>
internal sealed class ChoiceOption<T> : Option<string>
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
        Validators.Add(Validate);
        CompletionSources.Add(Words);
    }

    private string[] Words => [.. _choices.Select(choice => choice.Word)];

    /// <summary>What a call chose.</summary>
    public T Of(ParseResult call) => Meaning(call.GetValue(this));

    /// <summary>What a call chose, while it is still being looked at.</summary>
    public T Of(CommandResult call) => Meaning(call.Given(this));

    private T Meaning(string? written) => Find(written) is { } choice ? choice.Value : _defaultValue;

    private (string Word, T Value)? Find(string? written)
    {
        foreach (var choice in _choices)
        {
            if (choice.Word.Equals(written, StringComparison.OrdinalIgnoreCase))
                return choice;
        }

        return null;
    }

    private void Validate(OptionResult result)
    {
        foreach (Token token in result.Tokens.Where(token => Find(token.Value) is null))
            result.AddError($"{Name}: '{token.Value}' is none of {string.Join(", ", Words)}{Spelling.DidYouMean(token.Value, Words)}");
    }
}
