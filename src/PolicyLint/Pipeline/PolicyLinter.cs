using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>
/// Runs rules over policy documents. Make one and keep it: it is immutable, serves any number of threads at once, and does
/// no I/O. What it finds depends on the document, the rules, the options and the catalogue, and on nothing else.
/// </summary>
/// <example>
/// <code>
/// LintResult result = PolicyLinter.Default.Lint(PolicyDocument.Parse(json));   // Default: package PolicyLint.Rules
/// if (!result.IsClean())
///     Console.Error.WriteLine(result);
/// </code>
/// </example>
public sealed class PolicyLinter
{
    private readonly LintOptions _options;
    private readonly ServiceCatalog _catalog;
    private readonly RuleTable _table;

    /// <summary>Makes a linter of the given rules. The package PolicyLint.Rules adds <c>PolicyLinter.Default</c>.</summary>
    /// <param name="rules">The rules. The grammar's are in every linter and need not be given.</param>
    /// <param name="options">Profile and severities; null for <see cref="LintOptions.Default"/>.</param>
    /// <param name="catalog">The catalogue of AWS services; null for the built-in one.</param>
    /// <exception cref="ArgumentException">
    /// A rule is null, an id or a name is taken by another rule (also one of the grammar), or rules supersede each other in a
    /// circle.
    /// </exception>
    public PolicyLinter(IEnumerable<Rule> rules, LintOptions? options = null, ServiceCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _options = options ?? LintOptions.Default;
        _catalog = catalog ?? ServiceCatalog.Default;
        Rules = [.. rules];
        RuleListCheck.Demand(Rules, nameof(rules));
        _table = new RuleTable(Rules, _options, _catalog);
    }

    /// <summary>Every rule the linter was made of, also those that its options switch off.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The options that it was made with.</summary>
    public LintOptions Options => _options;

    /// <summary>A linter with the rules of a pack added, and the same options and catalogue. This one stays as it is.</summary>
    /// <param name="pack">The rules of others: <c>PolicyLinter.Default.With(new AcmeRules())</c>.</param>
    /// <exception cref="ArgumentException">
    /// The prefix is not of the letters A to Z or is <c>PL</c>, an id is not the prefix and four digits, or what the
    /// constructor throws for.
    /// </exception>
    public PolicyLinter With(IRulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        RuleListCheck.Demand(pack, nameof(pack));
        return new PolicyLinter(Rules.AddRange(pack.Rules), _options, _catalog);
    }

    /// <summary>Lints a policy document.</summary>
    /// <param name="document">
    /// The document, in any state: its <see cref="PolicyDocument.Problems"/> become findings, and the rules look at what could
    /// be read.
    /// </param>
    /// <returns>The findings. A rule that throws is one of them (PL0001) and does not keep the others from running.</returns>
    public LintResult Lint(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sink = new FindingSink(document.Source, _catalog, _options);
        if (_options.Profile == RuleProfile.AccessAnalyzer && AnswerRefusal(document, sink) is { } refused)
            return refused;

        foreach (Problem problem in document.Problems)
            Report(problem, sink);

        var policy = new PolicyAccess(document, _catalog);
        bool isComplete = Check(policy, _table.For(document.Type), sink);
        return new LintResult(document, sink.TakeFindings(), sink.TakeNotEvaluated(), isComplete);
    }

    /// <summary>Reads and lints a policy document.</summary>
    /// <param name="json">The document. Bad input does not throw: what is wrong becomes findings.</param>
    /// <param name="type">The policy type; null to detect it from the content, or from <paramref name="resourceType"/>.</param>
    /// <param name="resourceType">The resource that it is attached to; null where that is not known or is another one.</param>
    /// <exception cref="ArgumentException">A policy of this type is not attached to such a resource.</exception>
    public LintResult Lint(string json, PolicyType? type = null, PolicyResourceType? resourceType = null) =>
        Lint(PolicyDocument.Parse(json, type, resourceType));

    private static LintResult? AnswerRefusal(PolicyDocument document, FindingSink sink)
    {
        if (ServiceRefusal.FindSyntaxError(document) is { } error)
            Report(error, sink);
        else if (ServiceRefusal.ReasonForNoAnswer(document) is { } reason)
            sink.AddNotEvaluated(document.Span, document.Pointer, reason);
        else
            return null;

        ImmutableArray<NotEvaluated> notEvaluated = sink.TakeNotEvaluated();
        return new LintResult(document, sink.TakeFindings(), notEvaluated, isComplete: notEvaluated.IsEmpty);
    }

    private static void Report(Problem problem, FindingSink sink) =>
        sink.Add(problem.Rule, problem.IssueCode, new FindingPlace(problem.Span, problem.Pointer), problem.Message, risk: null, stated: null, related: []);

    // A statement is looked at by all rules of statements while it is at hand; then come the rules of whole policies that
    // some statement concerns.
    private static bool Check(PolicyAccess policy, RuleSelection rules, FindingSink sink)
    {
        bool isComplete = true;
        RuleBits ofAny = rules.OfEveryPolicy;
        foreach (StatementAccess statement in policy.Statements)
        {
            RuleBits chosen = rules.Choose(statement);
            ofAny |= chosen;
            foreach (int group in chosen & rules.OfStatements)
                isComplete &= Check(statement, rules[group], sink);
        }

        foreach (int group in ofAny & rules.OfPolicies)
            isComplete &= Check(policy, rules[group], sink);

        return isComplete;
    }

    // A rule that throws does not keep the others from running, and the run is not complete.
    private static bool Check(PolicyAccess policy, RuleGroup group, FindingSink sink)
    {
        bool isComplete = true;
        foreach (PolicyRule rule in group.OfPolicies)
        {
            try
            {
                rule.CheckPolicy(policy, new RuleContext(rule, sink));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                isComplete = false;
                ReportFailure(rule, exception, policy.Document, sink);
            }
        }

        return isComplete;
    }

    private static bool Check(StatementAccess statement, RuleGroup group, FindingSink sink)
    {
        bool isComplete = true;
        foreach (StatementRule rule in group.OfStatements)
        {
            try
            {
                rule.CheckStatement(statement, new RuleContext(rule, sink));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                isComplete = false;
                ReportFailure(rule, exception, statement.Statement, sink);
            }
        }

        return isComplete;
    }

    private static void ReportFailure(Rule rule, Exception exception, PolicyNode place, FindingSink sink) =>
        sink.Add(
            EngineRules.RuleFailed,
            code: null,
            new FindingPlace(place),
            $"Rule {rule.Descriptor} failed with {exception.GetType().Name}, so this policy is not fully checked",
            risk: null,
            stated: null,
            related: []);
}
