using System.Text.RegularExpressions;

namespace PolicyLint.TestKit;

/// <summary>How a finding's message is written.</summary>
internal static partial class MessageStyle
{
    private const int LongestMessage = 160;

    /// <summary>What is wrong with a message about a document, or null.</summary>
    public static string? Complaint(string message, JsonTree? document)
    {
        if (message.Count(character => character == '`') % 2 != 0)
            return "a backtick is not closed";

        string own = Quoted().Replace(message, "``");
        if (own.Length == 0 || !(char.IsUpper(own[0]) || own[0] == '`'))
            return "it must start with a capital or a backtick";
        if (own[^1] is '.' or '!' or ' ' or ':' or ',')
            return $"it must not end with `{own[^1]}`: a reporter ends the sentence where it needs to";
        if (SentenceEnd().IsMatch(own))
            return "it must be one sentence: more belongs in the rule's Why or Remedy";
        if (own.Any(char.IsControl))
            return "it holds a control character";
        if (own.Length > LongestMessage)
            return $"it has {own.Length} characters besides what it quotes, more than {LongestMessage}";

        string? unquoted = document?.StringValues().FirstOrDefault(value => IsUnmistakable(value) && own.Contains(value, StringComparison.Ordinal));
        return unquoted is null ? null : $"text of the policy must stand in backticks: `{unquoted}`";
    }

    // A word such as "Allow" may be the rule's own; an action, an ARN or a pattern is the policy's.
    private static bool IsUnmistakable(string value) => value.Length > 2 && value.AsSpan().ContainsAny(":*/$");

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[.!?]\s+(\p{Lu}|`)")]
    private static partial Regex SentenceEnd();
}
