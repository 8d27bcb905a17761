using System.Text;
using PolicyLint.Analysis;

namespace PolicyLint.Evaluation;

/// <summary>
/// A value of a policy with its policy variables, taken apart once and filled in for each request. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">policy variables</see>.
/// </summary>
internal sealed class PolicyText
{
    private readonly List<Part> _parts = [];
    private readonly bool _policyVariables;

    /// <param name="text">The value as written.</param>
    /// <param name="policyVariables">Whether the version of the policy has variables.</param>
    public PolicyText(string text, bool policyVariables)
    {
        Text = text;
        _policyVariables = policyVariables;
        if (policyVariables && text.Contains("${", StringComparison.Ordinal))
            Split(text);
        else
            _parts.Add(new Part(text));
    }

    /// <summary>The value as written.</summary>
    public string Text { get; }

    /// <summary>Whether the value is the same in every request.</summary>
    public bool IsFixed { get; private set; } = true;

    /// <summary>The value as plain text; null where a variable has no value: then nothing can be compared to it.</summary>
    /// <param name="facts">The request.</param>
    public string? Fill(RequestFacts facts) => IsFixed && _parts is [var only] ? only.Text : Join(facts, asPattern: false, wildcards: false);

    /// <summary>
    /// The value as a pattern in which what the request filled in stands for itself. Null where a variable has no value.
    /// </summary>
    /// <param name="facts">The request; null will do for a fixed value.</param>
    /// <param name="wildcards">Whether <c>*</c> and <c>?</c> of the policy are wildcards.</param>
    public string? FillPattern(RequestFacts? facts, bool wildcards) => Join(facts, asPattern: true, wildcards);

    private string? Join(RequestFacts? facts, bool asPattern, bool wildcards)
    {
        var text = new StringBuilder(Text.Length);
        foreach (Part part in _parts)
        {
            if ((part.Variable is null ? part.Text : facts!.ValueOf(part.Variable, part.Text)) is not { } value)
                return null;

            // In the older version "${" is text, and a pattern must not take it for a variable.
            bool isRaw = part is { Variable: null, IsSpecial: false } && wildcards;
            text.Append(!asPattern ? value : isRaw ? RawPattern(value) : GlobTruth.Escape(value));
        }

        return text.ToString();
    }

    private string RawPattern(string value) => _policyVariables ? value : value.Replace("$", "${$}", StringComparison.Ordinal);

    private void Split(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '$' || GlobParser.VariableLength(text.AsSpan(i)) is not (> 0 and var length))
                continue;

            if (i > start)
                _parts.Add(new Part(text[start..i]));

            AddVariable(text[(i + 2)..(i + length - 1)]);
            i += length - 1;
            start = i + 1;
        }

        if (start < text.Length || _parts.Count == 0)
            _parts.Add(new Part(text[start..]));
    }

    private void AddVariable(string inside)
    {
        if (inside is "*" or "?" or "$")
        {
            _parts.Add(new Part(inside, IsSpecial: true));
            return;
        }

        IsFixed = false;
        int comma = inside.IndexOf(',', StringComparison.Ordinal);
        string? instead = comma >= 0 && inside[(comma + 1)..].Trim() is ['\'', .. var quoted, '\'']
            ? quoted.Replace("''", "'", StringComparison.Ordinal)
            : null;
        _parts.Add(new Part(instead, Variable: (comma < 0 ? inside : inside[..comma]).Trim()));
    }

    // A text, or a variable with the text that stands in for a missing value.
    private readonly record struct Part(string? Text, string? Variable = null, bool IsSpecial = false);
}
