using PolicyLint.Analysis;

namespace PolicyLint.Evaluation;

/// <summary>
/// A value of Resource or NotResource, made ready. It keeps what <see cref="ArnPattern"/> says about it and adds what depends
/// on the request and on the kind of policy: variables, and ARNs with fewer than six fields.
/// </summary>
internal sealed class ResourceValue
{
    private readonly PolicyText _text;
    private readonly string _completion;
    private readonly bool _isRefused;
    private readonly Pattern? _fixed;

    public ResourceValue(string text, PolicyLayer layer, bool policyVariables)
    {
        _text = new PolicyText(text, policyVariables);
        int missing = MissingFields(text, policyVariables);
        bool isCompleted = missing > 0 && Completes(layer, text);
        _isRefused = missing > 0 && !isCompleted && layer is PolicyLayer.Scp or PolicyLayer.Rcp;
        _completion = isCompleted ? string.Concat(Enumerable.Repeat(":*", missing)) : "";
        if (_text.IsFixed && !_isRefused)
            _fixed = Pattern.Parse(_text.FillPattern(facts: null, wildcards: true)! + _completion);
    }

    /// <summary>Whether the ARN had fewer than six fields and AWS adds the others.</summary>
    public bool IsCompleted => _completion.Length > 0;

    /// <summary>
    /// Whether the resource asked for matches: <see cref="Truth.Maybe"/> also where a pattern was asked for and only a part of
    /// it does. Null where the value says nothing about this request: a variable in it has no value, or AWS refuses it.
    /// </summary>
    public Truth? Matches(RequestFacts facts) => PatternFor(facts)?.Matches(facts.Resource);

    /// <summary>The pattern of ARNs in this request, where it is one.</summary>
    public ArnPattern? ArnFor(RequestFacts facts) => PatternFor(facts)?.Arn;

    /// <summary>The value as a pattern in this request.</summary>
    public string? TextFor(RequestFacts facts) => PatternFor(facts)?.Text;

    private Pattern? PatternFor(RequestFacts facts)
    {
        if (_isRefused || _text.IsFixed)
            return _fixed;

        return _text.FillPattern(facts, wildcards: true) is { } filled ? Pattern.Parse(filled + _completion) : null;
    }

    /// <summary>
    /// Whether AWS completes an ARN of fewer than six fields with <c>*</c>. It says so for identity-based policies; see
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns">IAM ARNs</see>.
    /// In other policies the wildcards that are written may stand for more than one field.
    /// </summary>
    private static bool Completes(PolicyLayer layer, string text) => layer switch
    {
        PolicyLayer.Identity or PolicyLayer.Boundary or PolicyLayer.Session => true,
        PolicyLayer.Resource or PolicyLayer.VpcEndpoint => text.Contains('*', StringComparison.Ordinal),
        PolicyLayer.Scp => text.EndsWith('*'),
        _ => false,
    };

    private static int MissingFields(string text, bool policyVariables)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
            return 0;

        int fields = 1;
        for (int i = 0; i < text.Length; i++)
        {
            if (policyVariables && text[i] == '$' && GlobParser.VariableLength(text.AsSpan(i)) is > 0 and var length)
                i += length - 1;
            else if (text[i] == ':')
                fields++;
        }

        return Math.Max(6 - fields, 0);
    }

    // A value with its variables filled in.
    private sealed record Pattern(string Text, Glob Whole, ArnPattern? Arn)
    {
        public static Pattern Parse(string text) =>
            new(text, Glob.Parse(text), ArnPattern.TryParse(text, policyVariables: true, out ArnPattern? arn) ? arn : null);

        public Truth Matches(RequestedResource asked)
        {
            if (Whole.MatchesEverything)
                return Truth.Yes;

            if (asked.IsStar)
                return GlobTruth.Of(Whole, asked.Text);

            if (Arn is null || asked.Arn is null)
                return GlobTruth.Of(Whole, asked.Whole);

            if (!Arn.Overlaps(asked.Arn))
                return Truth.No;

            return Arn.Covers(asked.Arn) || (asked.IsExact && !Arn.HasUnknown) ? Truth.Yes : Truth.Maybe;
        }
    }
}
