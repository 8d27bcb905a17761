using System.Collections.Immutable;

namespace PolicyLint.Fixing;

/// <summary>
/// Mends policies: lints, makes fixes, and lints again until there is nothing left to make. Make one and keep it: it is
/// immutable, serves any number of threads at once, and does no I/O.
/// </summary>
/// <example>
/// <code>
/// FixResult result = PolicyFixer.Default.Fix(PolicyDocument.Parse(json));   // Default: package PolicyLint.Rules
/// if (result.IsChanged)
///     Console.WriteLine(Encoding.UTF8.GetString(result.Document.Source.Bytes.Span));
/// </code>
/// </example>
public sealed class PolicyFixer
{
    // A policy that AWS takes has far fewer things to mend; it ends the work on one that AWS would not take.
    private const int MaxPasses = 200;

    private readonly PolicyLinter _linter;
    private readonly ImmutableArray<IFixProvider> _providers;
    private readonly FixOptions _options;

    /// <summary>Makes a fixer.</summary>
    /// <param name="linter">Finds what is to be mended.</param>
    /// <param name="providers">Know how.</param>
    /// <param name="options">Which fixes are made; null for the safe ones.</param>
    public PolicyFixer(PolicyLinter linter, IEnumerable<IFixProvider> providers, FixOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(linter);
        ArgumentNullException.ThrowIfNull(providers);
        _linter = linter;
        _providers = [.. providers];
        _options = options ?? FixOptions.Default;
    }

    /// <summary>Every fix for a policy, whatever the options, in the order of the source. Two of them may overlap.</summary>
    /// <param name="result">
    /// What was found in the policy. Nothing is proposed for one that could not be read to its end, nor for one that was taken
    /// out of a host file, which has a form of its own.
    /// </param>
    public ImmutableArray<PolicyFix> Propose(LintResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Document.IsReadable || result.Document.Source.Origin is not null)
            return [];

        var context = new FixContext(result);
        return
        [
            .. _providers.SelectMany(provider => provider.Propose(context))
                .Where(static fix => !fix.Edits.IsEmpty)
                .OrderBy(static fix => fix.Edits.Min(static edit => edit.Span.Start)),
        ];
    }

    /// <summary>Mends a policy.</summary>
    /// <param name="document">The policy. One that could not be read to its end stays as it is.</param>
    public FixResult Fix(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var made = ImmutableArray.CreateBuilder<PolicyFix>();
        LintResult result = _linter.Lint(document);
        ImmutableArray<PolicyFix> proposed = Propose(result);
        for (int pass = 0; pass < MaxPasses && Choose(proposed) is { Count: > 0 } chosen; pass++)
        {
            made.AddRange(chosen);
            result = _linter.Lint(Edit(result.Document, document, chosen));
            proposed = Propose(result);
        }

        return new FixResult(document, result, made.DrainToImmutable(), [.. proposed.Where(fix => !_options.Accepts(fix))]);
    }

    // Safe fixes do not disturb each other. An unsafe one may take away what another was about: one at a time.
    private List<PolicyFix> Choose(ImmutableArray<PolicyFix> proposed)
    {
        var chosen = new List<PolicyFix>();
        foreach (PolicyFix fix in proposed)
        {
            if (fix.Safety == FixSafety.Safe && _options.Accepts(fix) && !chosen.Exists(fix.Conflicts))
                chosen.Add(fix);
        }

        if (chosen.Count == 0 && proposed.FirstOrDefault(_options.Accepts) is { } first)
            chosen.Add(first);

        return chosen;
    }

    private static PolicyDocument Edit(PolicyDocument current, PolicyDocument original, List<PolicyFix> fixes) => PolicyDocument.Parse(
        TextEdit.Apply(current.Source, fixes.SelectMany(static fix => fix.Edits)),
        original.IsTypeDetected ? null : original.Type);
}
