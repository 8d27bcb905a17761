using System.Collections.Immutable;

namespace PolicyLint.DocGen;

/// <summary>A policy on a rule's page.</summary>
/// <param name="IsAvoid">Whether the rule reports it (<c>json avoid</c>) or not (<c>json prefer</c>).</param>
/// <param name="Type">The policy type of <c>type=scp</c>; null to detect it.</param>
/// <param name="Json">The document.</param>
/// <param name="Line">The line of the page where the fence opens, from 1.</param>
public sealed record PageExample(bool IsAvoid, PolicyType? Type, string Json, int Line);

/// <summary>The policies on a rule's page. Every one is run by the tests.</summary>
public sealed class PageExamples
{
    private const string Fence = "```";
    private const string NoExample = "<!-- no example:";

    /// <summary>The examples in the order of the page.</summary>
    public ImmutableArray<PageExample> All { get; private init; }

    /// <summary>
    /// The reason in <c>&lt;!-- no example: … --&gt;</c>: for a rule about what cannot stand in a Markdown page, such as bytes that are
    /// not UTF-8.
    /// </summary>
    public string? WhyNone { get; private init; }

    /// <summary>Fences that are not understood.</summary>
    public ImmutableArray<string> Complaints { get; private init; }

    /// <summary>Reads a page.</summary>
    public static PageExamples Parse(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        string[] lines = page.ReplaceLineEndings("\n").Split('\n');
        var examples = ImmutableArray.CreateBuilder<PageExample>();
        var complaints = ImmutableArray.CreateBuilder<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
                continue;

            int open = i;
            for (i++; i < lines.Length && !lines[i].StartsWith(Fence, StringComparison.Ordinal);)
                i++;
            if (i == lines.Length)
                complaints.Add($"line {open + 1}: the fence is not closed");
            else if (lines[open][Fence.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["json", .. var words])
                Add(words, string.Join('\n', lines[(open + 1)..i]), open + 1);
        }

        return new PageExamples
        {
            All = examples.ToImmutable(),
            WhyNone = ReasonForNone(page),
            Complaints = complaints.ToImmutable(),
        };

        void Add(string[] words, string json, int line)
        {
            PolicyType type = default;
            bool? isAvoid = words switch
            {
                ["avoid", ..] => true,
                ["prefer", ..] => false,
                _ => null,
            };
            bool isTyped = words is [_, var option] && option.StartsWith("type=", StringComparison.Ordinal) && PolicyTypeExtensions.TryParse(option[5..], out type);
            if (isAvoid is null || (words.Length > 1 && !isTyped))
                complaints.Add($"line {line}: ```json is followed by `avoid` or `prefer`, then perhaps `type=` with a policy type");
            else
                examples.Add(new PageExample(isAvoid.Value, isTyped ? type : null, json, line));
        }
    }

    private static string? ReasonForNone(string page)
    {
        int start = page.IndexOf(NoExample, StringComparison.Ordinal);
        int end = start < 0 ? -1 : page.IndexOf("-->", start, StringComparison.Ordinal);
        string reason = end < 0 ? "" : page[(start + NoExample.Length)..end].Trim();
        return reason.Length == 0 ? null : reason;
    }
}
