using System.Collections.Immutable;
using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Runs rules over policy documents. Built once, thread-safe, does no I/O.</summary>
public sealed class PolicyLinter
{
    private readonly LintOptions _options;
    private readonly ServiceCatalog _catalog;
    private readonly RuleTable _table;

    /// <summary>Makes a linter of the given rules. The package PolicyLint.Rules adds <c>PolicyLinter.Default</c>.</summary>
    /// <param name="rules">The rules; ids and names must be unique.</param>
    /// <param name="options">Profile and severities.</param>
    /// <param name="catalog">The catalogue of AWS services; null for the built-in one.</param>
    /// <exception cref="ArgumentException">Two rules share an id or a name.</exception>
    public PolicyLinter(IEnumerable<Rule> rules, LintOptions? options = null, ServiceCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _options = options ?? LintOptions.Default;
        _catalog = catalog ?? ServiceCatalog.Default;
        Rules = [.. rules];
        _table = new RuleTable(Rules, _options);
    }

    /// <summary>Every rule the linter was made of, also those that its options switch off.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>Lints a policy document.</summary>
    /// <param name="document">The document. Its problems become findings.</param>
    public LintResult Lint(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sink = new FindingSink(document.Source, _catalog, _options);
        foreach (Problem problem in document.Problems)
            sink.Add(problem.Rule, problem.Span, problem.Pointer, problem.Message, risk: null, stated: null, related: []);

        var policy = new PolicyAccess(document, _catalog);
        bool isComplete = true;
        foreach (Rule rule in _table.PolicyRules(document.Type))
        {
            try
            {
                rule.CheckPolicy(policy, new RuleContext(rule, sink));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                isComplete = false;
                ReportFailure(rule, exception, document, sink);
            }
        }

        foreach (StatementAccess statement in policy.Statements)
        {
            foreach (Rule rule in _table.StatementRules(document.Type, statement.Statement.Effect))
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
        }

        return new LintResult(document, sink.TakeFindings(), sink.TakeNotEvaluated(), isComplete);
    }

    /// <summary>Reads and lints a policy document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="type">The policy type; null to detect it.</param>
    public LintResult Lint(string json, PolicyType? type = null) => Lint(PolicyDocument.Parse(json, type));

    private static void ReportFailure(Rule rule, Exception exception, PolicyNode place, FindingSink sink) =>
        sink.Add(
            EngineRules.RuleFailed,
            place.Span,
            place.Pointer,
            $"Rule {rule.Descriptor} failed with {exception.GetType().Name}, so this policy is not fully checked",
            risk: null,
            stated: null,
            related: []);
}
