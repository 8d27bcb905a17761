using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Something wrong in the JSON or the grammar of a document, found while it was read.</summary>
/// <param name="Rule">The grammar rule that is broken.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Span">Where.</param>
/// <param name="Pointer">The JSON pointer inside the document.</param>
/// <param name="IssueCode">The check of IAM Access Analyzer that says the same; null where it has none.</param>
public sealed record Problem(RuleDescriptor Rule, string Message, TextSpan Span, string Pointer, IssueCode? IssueCode = null);
