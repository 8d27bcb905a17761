using System.Collections.Immutable;
using System.Text.Json;
using PolicyLint.Rules;

namespace PolicyLint.TestKit;

/// <summary>Tries a rule on a document in many ways. The first thing that is not as it must be comes back as a text for people.</summary>
public sealed class RuleVerifier
{
    private readonly RuleCase _case;
    private readonly WatchedRule _rule;
    private readonly PolicyLinter _linter;
    private readonly MarkedText _marked;
    private readonly SourceText _source;
    private readonly JsonTree? _tree;
    private readonly LintResult _result;

    private RuleVerifier(RuleCase @case)
    {
        _case = @case;
        _rule = new WatchedRule(@case.Rule);
        _linter = new PolicyLinter([_rule.Rule], @case.EffectiveOptions);
        _marked = MarkedText.Parse(@case.Markup);
        _source = SourceText.From(_marked.Text);
        _tree = JsonTree.TryParse(_marked.Text);
        _result = Lint(_source);
    }

    /// <summary>What is wrong, with the document shown; null when the rule does what the case expects.</summary>
    public static string? Verify(RuleCase @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return new RuleVerifier(@case).Complaint();
    }

    private string? Complaint() =>
        AboutMarks()
        ?? AboutGrammar()
        ?? AboutFailure(_result, "the document")
        ?? AboutPlaces()
        ?? AboutSaying()
        ?? AboutStyle()
        ?? AboutRepetition()
        ?? AboutVariants()
        ?? AboutMutations();

    private int Marks => _marked.Places.Length + (_case.IsOfService ? _marked.Related.Length : 0);

    private string? AboutMarks() => (_case.Expectation, Marks) switch
    {
        (Expectation.Clean, > 0) => Header("a clean document has no mark"),
        (not Expectation.Clean, 0) => Header("mark each place expected with [|…|]"),
        var (_, marks) when _case.Messages.Length > 1 && _case.Messages.Length != marks =>
            Header($"{_case.Messages.Length} messages are expected at {marks} marks"),
        _ => null,
    };

    private string? AboutGrammar()
    {
        string[] declared = _case.Problems.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        ImmutableArray<Problem> problems = [.. _result.Document.Problems.Where(problem => !IsUnknownPart(problem))];
        List<string> found = [.. problems.Select(problem => problem.Rule.Id).Distinct().Order(StringComparer.Ordinal)];
        if (found.SequenceEqual(declared.Distinct().Order(StringComparer.Ordinal)))
            return null;

        string says = declared.Length == 0 ? "the test does not say so" : $"the test says problems: \"{_case.Problems}\"";
        string what = found.Count == 0
            ? $"the grammar is clean, but {says}"
            : $"the document breaks the grammar and {says}; mend it, or add problems: \"{string.Join(", ", found)}\"";
        return Header(what) + Carets.Show(_source, problems.Select(problem => (problem.Span, $"{problem.Rule}: {problem.Message}")));
    }

    // A text has no other way to hold what a template does not know yet; hosts that do know how are read elsewhere.
    private bool IsUnknownPart(Problem problem) => problem.Rule == GrammarRules.InvalidCharacter && _source.GetText(problem.Span) is [PolicyString.Unknown];

    private string? AboutFailure(LintResult result, string what) => result.IsComplete
        ? null
        : Header($"the rule threw on {what}") + Carets.Show(result.Document.Source, []) + "\n" + _rule.Thrown;

    private string? AboutPlaces()
    {
        if (_case.IsOfService && _case.Expectation is Expectation.Finds)
            return AboutLocations();

        ImmutableArray<Saying> findings = [.. Findings(_result).Select(finding => new Saying(finding.Span, finding.Message))];
        if (_case.Expectation is Expectation.Finds)
            return Compare("finding", _marked.Places, _case.Messages, findings) ?? AboutRelated();

        ImmutableArray<Saying> notJudged = [.. _result.NotEvaluated.Select(entry => new Saying(entry.Span, $"not judged: {entry.Reason}"))];
        ImmutableArray<string> reasons = [.. _case.Messages.Select(reason => $"not judged: {reason}")];
        return Compare("finding", [], [], findings) ?? Compare("unjudged part", _marked.Places, reasons, notJudged);
    }

    private string? AboutLocations()
    {
        ImmutableArray<TextSpan> expected = [.. _marked.Places.Concat(_marked.Related).OrderBy(span => span.Start)];
        ImmutableArray<Saying> found =
        [
            .. Findings(_result)
                .SelectMany(finding => finding.Related.Select(place => place.Span).Prepend(finding.Span), (finding, span) => new Saying(span, finding.Message))
                .DistinctBy(saying => saying.Span)
                .OrderBy(saying => saying.Span.Start),
        ];
        return Compare("location", expected, [], found);
    }

    private string? AboutRelated()
    {
        // Where the test marks no second place, it does not care.
        if (_marked.Related.IsEmpty)
            return null;

        ImmutableArray<Saying> related = [.. Findings(_result).SelectMany(finding => finding.Related).Select(place => new Saying(place.Span, place.Note)).Distinct().OrderBy(place => place.Span.Start)];
        return Compare("second place", _marked.Related, [], related);
    }

    private string? Compare(string thing, ImmutableArray<TextSpan> expected, ImmutableArray<string> messages, ImmutableArray<Saying> found)
    {
        string ExpectedMessage(int index) => messages.Length == 1 ? messages[0] : messages[index];

        if (!expected.SequenceEqual(found.Select(saying => saying.Span)))
        {
            var places = found
                .Select(saying => (saying.Span, (expected.Contains(saying.Span) ? "found, as expected: " : "found, NOT EXPECTED: ") + saying.Text))
                .Concat(expected.Except(found.Select(saying => saying.Span)).Select(span => (span, "EXPECTED, not found")));
            return Header($"{Count(expected.Length, thing)} expected, {found.Length} found") + Carets.Show(_source, places);
        }

        if (messages.IsEmpty)
            return null;

        var wrong = found
            .Select((saying, index) => (saying.Span, Expected: ExpectedMessage(index), Found: saying.Text))
            .Where(pair => pair.Expected != pair.Found)
            .Select(pair => (pair.Span, $"expected: {pair.Expected}\nfound:    {pair.Found}"))
            .ToList();
        return wrong.Count == 0 ? null : Header($"the {thing} says something else") + Carets.Show(_source, wrong);
    }

    private string? AboutSaying()
    {
        if (_case.Risk is { } risk && Findings(_result).Any(finding => finding.SecuritySeverity != risk))
            return Unlike($"a risk of {risk}", finding => finding.SecuritySeverity.ToString());

        if (_case.Code is { } code && Findings(_result).Any(finding => finding.IssueCode != code))
            return Unlike($"the code {code}", finding => finding.IssueCode?.Name ?? "no code");

        return _case.Severity is { } severity && Findings(_result).Any(finding => finding.Severity != severity)
            ? Unlike($"a severity of {severity}", finding => finding.Severity.ToString())
            : null;

        string Unlike(string expected, Func<Finding, string> found) =>
            Header($"{expected} was expected") + Carets.Show(_source, Findings(_result).Select(finding => (finding.Span, $"found {found(finding)}")));
    }

    private string? AboutStyle()
    {
        foreach (Finding finding in Findings(_result))
        {
            if (MessageStyle.Complaint(finding.Message, _tree) is { } complaint)
                return Header($"the message is not well written: {complaint}") + Carets.Show(_source, [(finding.Span, finding.Message)]);
        }

        return AboutResultPlaces(_result, "the document");
    }

    /// <summary>Every span lies in the file, and every pointer leads to what the span holds.</summary>
    private string? AboutResultPlaces(LintResult result, string what)
    {
        SourceText source = result.Document.Source;
        JsonElement? root = null;
        IEnumerable<(TextSpan Span, string Pointer)> places = Findings(result)
            .SelectMany(finding => finding.Related.Select(place => (place.Span, place.Pointer)).Prepend((finding.Span, finding.Pointers[0])))
            .Concat(result.NotEvaluated.Select(entry => (entry.Span, entry.Pointer)));
        foreach (var (span, pointer) in places)
        {
            root ??= ReadIndependently(source);
            if (JsonPlaces.Complaint(source, root, span, pointer) is { } complaint)
                return Header($"a place in {what} is wrong: {complaint}") + Carets.Show(source, []);
        }

        return null;
    }

    private string? AboutRepetition()
    {
        List<Sighting> first = Sighting.Of(_result, _case.Rule.Descriptor);
        if (!first.SequenceEqual(Sighting.Of(Lint(_source), _case.Rule.Descriptor)))
            return Header("the same instance says something else the second time: a rule keeps no state");

        bool[] sameOnThreads = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(SaysTheSameAgainAndAgain))).GetAwaiter().GetResult();
        return Array.TrueForAll(sameOnThreads, same => same) ? null : Header("the same instance says something else on two threads at once: a rule keeps no state");

        bool SaysTheSameAgainAndAgain() => Enumerable.Range(0, 10).All(_ => first.SequenceEqual(Sighting.Of(Lint(_source), _case.Rule.Descriptor)));
    }

    private string? AboutVariants()
    {
        List<Sighting> expected = Sighting.Of(_result, _case.Rule.Descriptor);
        List<(LinePosition, LinePosition)> positions = Positions(_result);
        foreach (SameDocument variant in SameDocument.Of(_marked.Text, _tree, _case.Tries))
        {
            LintResult result = Lint(variant.Source);
            string what = $"the same document {variant.Name}";
            if ((AboutFailure(result, what) ?? AboutResultPlaces(result, what)) is { } complaint)
                return complaint;

            if (!expected.SequenceEqual(Sighting.Of(result, _case.Rule.Descriptor)))
            {
                return Header($"{what} gives other findings than the document as written")
                    + Carets.Show(variant.Source, Findings(result).Select(finding => (finding.Span, finding.Message)))
                    + "\nAs written:\n" + Carets.Show(_source, Findings(_result).Select(finding => (finding.Span, finding.Message)));
            }

            if (variant.KeepsPositions && !positions.SequenceEqual(Positions(result)))
                return Header($"{what} gives other lines or columns") + Carets.Show(variant.Source, Findings(result).Select(finding => (finding.Span, $"{finding.Start}")));
        }

        return null;
    }

    private string? AboutMutations()
    {
        if (_tree is null || !_case.Tries.HasFlag(Variants.Mutations))
            return null;

        foreach (var (what, mutant) in JsonMutations.Of(_tree))
        {
            LintResult result = Lint(SourceText.From(mutant.ToIndented()));
            string document = $"the same document with {what}";
            if ((AboutFailure(result, document) ?? AboutResultPlaces(result, document)) is { } complaint)
                return complaint;
        }

        return null;
    }

    private LintResult Lint(SourceText source) => _linter.Lint(PolicyDocument.Parse(source, _case.EffectiveType, _case.ResourceType));

    private IEnumerable<Finding> Findings(LintResult result) => result.Findings.Where(finding => finding.Rule == _case.Rule.Descriptor);

    private List<(LinePosition, LinePosition)> Positions(LintResult result) => [.. Findings(result).Select(finding => (finding.Start, finding.End))];

    private string Header(string what) => $"{_case.Rule.Descriptor} in {_case.EffectiveType.ToPhrase()}: {what}.\n";

    private static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";

    private static JsonElement? ReadIndependently(SourceText source)
    {
        try
        {
            return JsonElement.Parse(source.Bytes.Span[(source.HasByteOrderMark ? 3 : 0)..]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private readonly record struct Saying(TextSpan Span, string Text);
}
