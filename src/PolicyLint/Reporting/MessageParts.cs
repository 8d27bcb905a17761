namespace PolicyLint.Reporting;

/// <summary>A message, cut at its backticks: what stands between two of them is text of a policy, or code.</summary>
internal static class MessageParts
{
    /// <summary>The parts, none of them empty. A backtick without a partner is text.</summary>
    public static IEnumerable<(string Text, bool IsCode)> Of(string message)
    {
        int at = 0;
        while (message.IndexOf('`', at) is var open and >= 0 && message.IndexOf('`', open + 1) is var close and >= 0)
        {
            if (open > at)
                yield return (message[at..open], false);
            if (close > open + 1)
                yield return (message[(open + 1)..close], true);
            at = close + 1;
        }

        if (at < message.Length)
            yield return (message[at..], false);
    }
}
