using NUnit.Framework;
using PolicyLint.Rules;

namespace PolicyLint.TestKit;

/// <summary>
/// The tests of one rule. A test gives a document and marks with <c>[|…|]</c> the places where the rule must report, and
/// with <c>(|…|)</c>, where it matters, the second places of a finding; <c>{?}</c> is a part that is not known before
/// deployment. Only this rule and the grammar run.
/// </summary>
/// <remarks>
/// Unasked, every document is also tried with CRLF line ends, with a byte order mark, minified, one value a line, its
/// statements' elements in the opposite order, a single statement with and without square brackets, twice on one
/// instance, from two threads, and with each member dropped and each value retyped; messages must follow the style, and
/// each span must hold what its JSON pointer leads to.
/// </remarks>
[TestFixture]
public abstract class RuleTest<TRule>
    where TRule : Rule, new()
{
    private static readonly TRule Rule = new();

    /// <summary>What is tried besides the documents as written. Where a rule must leave one out, say why.</summary>
    protected virtual Variants Tries => Variants.All;

    /// <summary>The rule reports at each mark and nowhere else.</summary>
    /// <param name="markup">The document with its marks.</param>
    /// <param name="message">The message at every mark; null where another test compares it.</param>
    /// <param name="type">The policy type; by default identity, or the first that the rule applies to.</param>
    /// <param name="risk">The risk that the findings state.</param>
    /// <param name="problems">Ids of the grammar rules that the document breaks, where that is the point.</param>
    /// <param name="options">Options of the run; rules of every profile run.</param>
    /// <param name="severity">The severity of the findings, where a rule of no risk states one.</param>
    /// <param name="resourceType">The resource that the policy is attached to.</param>
    protected void Finds(string markup, string? message = null, PolicyType? type = null, SecuritySeverity? risk = null, string problems = "", LintOptions? options = null, Severity? severity = null, PolicyResourceType? resourceType = null) =>
        Check(new RuleCase(Rule, markup, Expectation.Finds) { Messages = message is null ? [] : [message], Risk = risk, Severity = severity, ResourceType = resourceType }, type, problems, options);

    /// <summary>The rule reports at each mark, with these messages in the order of the marks.</summary>
    protected void Finds(string markup, string[] messages, PolicyType? type = null, SecuritySeverity? risk = null, string problems = "", LintOptions? options = null, Severity? severity = null, PolicyResourceType? resourceType = null) =>
        Check(new RuleCase(Rule, markup, Expectation.Finds) { Messages = [.. messages], Risk = risk, Severity = severity, ResourceType = resourceType }, type, problems, options);

    /// <summary>The rule reports nothing, and could judge everything.</summary>
    protected void Clean(string json, PolicyType? type = null, string problems = "", LintOptions? options = null, PolicyResourceType? resourceType = null) =>
        Check(new RuleCase(Rule, json, Expectation.Clean) { ResourceType = resourceType }, type, problems, options);

    /// <summary>
    /// In the access-analyzer profile the rule reports with this code, and every place of its findings, main or related, is a
    /// mark: <c>[|…|]</c> and <c>(|…|)</c> mean the same here.
    /// </summary>
    protected void FindsCode(IssueCode code, string markup, PolicyType? type = null, PolicyResourceType? resourceType = null, string problems = "") =>
        Check(new RuleCase(Rule, markup, Expectation.Finds) { IsOfService = true, Code = code, ResourceType = resourceType }, type, problems, options: null);

    /// <summary>In the access-analyzer profile the rule reports nothing: the service is silent.</summary>
    protected void FindsNoCode(string json, PolicyType? type = null, PolicyResourceType? resourceType = null, string problems = "") =>
        Check(new RuleCase(Rule, json, Expectation.Clean) { IsOfService = true, ResourceType = resourceType }, type, problems, options: null);

    /// <summary>The rule reports nothing, and says of each mark that it cannot be judged (a template's value, say).</summary>
    protected void CannotJudge(string markup, string? reason = null, PolicyType? type = null, string problems = "", LintOptions? options = null) =>
        Check(new RuleCase(Rule, markup, Expectation.CannotJudge) { Messages = reason is null ? [] : [reason] }, type, problems, options);

    private void Check(RuleCase @case, PolicyType? type, string problems, LintOptions? options)
    {
        string? complaint = RuleVerifier.Verify(@case with { Type = type, Problems = problems, Options = options ?? LintOptions.Default, Tries = Tries });
        if (complaint is not null)
            Assert.Fail(complaint);
    }
}
