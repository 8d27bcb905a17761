namespace PolicyLint.Reporting;

/// <summary>What a piece of a text report is, for a style to dress.</summary>
public enum TextRole
{
    /// <summary>Where a finding is.</summary>
    Place,

    /// <summary>The word <c>error</c>, and the underline of an error.</summary>
    Error,

    /// <summary>The word <c>warning</c>, and the underline of a warning.</summary>
    Warning,

    /// <summary>The word <c>suggestion</c>, and the underline of a suggestion.</summary>
    Suggestion,

    /// <summary>A rule's id.</summary>
    RuleId,

    /// <summary>The underline of a related place and its note.</summary>
    Related,

    /// <summary>What guides the eye and is not read: line numbers, rules, labels.</summary>
    Quiet,
}

/// <summary>How a text report looks: with colours or without.</summary>
public abstract class TextStyle
{
    /// <summary>No colours: for a file, a pipe, a log.</summary>
    public static TextStyle Plain { get; } = new PlainStyle();

    /// <summary>The sixteen colours that every terminal has, in the terminal's own palette.</summary>
    public static TextStyle Ansi { get; } = new AnsiStyle();

    /// <summary>Text dressed for its role. The text has been made harmless before.</summary>
    public abstract string Dress(TextRole role, string text);

    internal string Dress(Severity severity, string text) => Dress(
        severity switch
        {
            Severity.Error => TextRole.Error,
            Severity.Warning => TextRole.Warning,
            _ => TextRole.Suggestion,
        },
        text);

    private sealed class PlainStyle : TextStyle
    {
        public override string Dress(TextRole role, string text) => text;
    }

    private sealed class AnsiStyle : TextStyle
    {
        public override string Dress(TextRole role, string text)
        {
            string code = role switch
            {
                TextRole.Place => "1",
                TextRole.Error => "1;31",
                TextRole.Warning => "1;33",
                TextRole.Suggestion => "1;36",
                TextRole.RuleId => "1",
                TextRole.Related => "36",
                _ => "2",
            };
            return text.Length == 0 ? text : $"\e[{code}m{text}\e[0m";
        }
    }
}
