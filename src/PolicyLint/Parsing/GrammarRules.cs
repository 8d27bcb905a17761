using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace PolicyLint.Rules;

/// <summary>
/// The rules that the parser and the grammar check report: PL00xx for the input and its JSON, PL01xx for the grammar
/// of policies. They are no <see cref="Rule"/>s, for they speak before there is a model, but they have pages,
/// severities and tests like all others.
/// </summary>
public static class GrammarRules
{
    private const string Grammar = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html";
    private const string Rfc8259 = "https://www.rfc-editor.org/rfc/rfc8259";
    private const string CreatePolicy = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html";
    private const string Elements = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements";

    /// <summary>The text is no JSON.</summary>
    public static RuleDescriptor InvalidJson { get; } = Make("PL0010", "The text is not valid JSON",
        "AWS refuses a policy that is not JSON, and nothing after the place can be read.",
        "Correct the JSON at the place shown.", [Rfc8259, Grammar], codes: [IssueCodes.JsonSyntaxError]);

    /// <summary>The bytes are no UTF-8.</summary>
    public static RuleDescriptor InvalidEncoding { get; } = Make("PL0011", "The text is not valid UTF-8",
        "JSON is exchanged in UTF-8. Other bytes are read differently by every tool, or refused.",
        "Save the file as UTF-8.", [Rfc8259], codes: [IssueCodes.JsonSyntaxError]);

    /// <summary>Half of a surrogate pair is escaped.</summary>
    public static RuleDescriptor UnpairedSurrogate { get; } = Make("PL0012", "A `\\u` escape is half of a surrogate pair",
        "Half of a pair is no character: tools replace it, drop it or refuse the text, so that what was reviewed is not what applies.",
        "Write the whole pair, or the character itself.", [Rfc8259 + "#section-8.2"]);

    /// <summary>The text starts with a byte order mark.</summary>
    public static RuleDescriptor ByteOrderMark { get; } = Make("PL0013", "The text starts with a byte order mark",
        "JSON texts must not start with one, and many clients send it on to AWS, which then refuses the policy.",
        "Save the file as UTF-8 without a byte order mark.", [Rfc8259 + "#section-8.1"], Severity.Suggestion);

    /// <summary>There is a comment.</summary>
    public static RuleDescriptor Comment { get; } = Make("PL0014", "The text has a comment",
        "JSON has no comments, and AWS refuses a policy that has one.",
        "Take the comment out; say what a statement is for in its Sid.", [Rfc8259, Grammar], codes: [IssueCodes.JsonSyntaxError]);

    /// <summary>There is a comma before a closing bracket.</summary>
    public static RuleDescriptor TrailingComma { get; } = Make("PL0015", "A comma stands before a closing bracket",
        "JSON has no trailing commas, and AWS refuses a policy that has one.",
        "Take the comma out.", [Rfc8259], codes: [IssueCodes.JsonSyntaxError]);

    /// <summary>Brackets are nested too deep.</summary>
    public static RuleDescriptor TooDeep { get; } = Make("PL0016", "Brackets are nested too deep",
        "No element of a policy needs more than six levels. Deeper nesting is a mistake or an attack on what reads it.",
        "Take the nesting out.", [Grammar], codes: [IssueCodes.JsonSyntaxError]);

    /// <summary>The text is larger than any policy.</summary>
    public static RuleDescriptor TooLarge { get; } = Make("PL0017", "The text is far larger than any policy can be",
        "No policy type takes more than some ten thousand characters; a text of this size is something else.",
        "Name the policy file itself.", [Elements + "_version.html"], codes: [IssueCodes.JsonSyntaxError]);

    /// <summary>There is nothing.</summary>
    public static RuleDescriptor EmptyDocument { get; } = Make("PL0018", "The text is empty",
        "An empty text is no policy, and AWS refuses it.",
        "Write the policy, or take the file away.", [Grammar], codes: [IssueCodes.JsonSyntaxError]);

    /// <summary>There is something after the policy.</summary>
    public static RuleDescriptor ContentAfterDocument { get; } = Make("PL0019", "Something stands after the end of the policy",
        "A policy is one JSON object; AWS refuses a text with more.",
        "Take away what stands after the closing brace, or put each policy in a file of its own.", [Rfc8259], codes: [IssueCodes.JsonSyntaxError]);

    /// <summary>The JSON is no policy.</summary>
    public static RuleDescriptor NotAPolicy { get; } = Make("PL0020", "The JSON is not a policy document",
        "A policy is an object with a Statement.",
        "Name a file that holds a policy.", [Grammar], codes: [IssueCodes.MissingStatement, IssueCodes.DataTypeMismatch]);

    /// <summary>A character that policies may not have.</summary>
    public static RuleDescriptor InvalidCharacter { get; } = Make("PL0021", "A character that policies may not contain",
        "IAM takes tab, line feed, carriage return and the characters from U+0020 to U+00FF in a policy, and refuses all others.",
        "Write another character. Dashes and quotes pasted from documents are the usual cause.", [CreatePolicy]);

    /// <summary>There are more problems than are listed.</summary>
    public static RuleDescriptor TooManyProblems { get; } = Make("PL0022", "More problems than are listed",
        "A thousand problems are listed. What comes after them was not looked at by anybody.",
        "Correct what is listed and check again.", [Grammar]);

    /// <summary>A name stands twice in one object.</summary>
    public static RuleDescriptor DuplicateKey { get; } = Make("PL0101", "A name stands twice in one object",
        "Of two members with one name most readers keep the last and forget the first without a word, and others keep the first: what was reviewed may not be what applies.",
        "Put the values into one list, or make two statements.", [Rfc8259 + "#section-4", Grammar]);

    /// <summary>An element that the language does not have.</summary>
    public static RuleDescriptor UnknownElement { get; } = Make("PL0102", "An element that the policy language does not have",
        "AWS refuses a policy with an unknown element. Names of elements are case-sensitive.",
        "Correct the name, or take the element out.", [Elements + ".html"], codes: [IssueCodes.InvalidPolicyElement]);

    /// <summary>A value of the wrong JSON type.</summary>
    public static RuleDescriptor WrongType { get; } = Make("PL0103", "A value has the wrong JSON type",
        "AWS refuses the policy.",
        "Write the value in the type that the message names.", [Grammar], codes: [IssueCodes.DataTypeMismatch]);

    /// <summary>An empty string where a value is needed.</summary>
    public static RuleDescriptor EmptyString { get; } = Make("PL0104", "An empty string where a value is needed",
        "An empty string names nothing, and AWS refuses it.",
        "Write the value, or take the item out.", [Grammar]);

    /// <summary>An empty list, or a Principal without members.</summary>
    public static RuleDescriptor EmptyElement { get; } = Make("PL0105", "An empty list or an empty Principal",
        "An element without values makes its statement apply to nothing, which is hardly what was meant. IAM refuses an empty Action or Resource.",
        "Write the values, or take the element out.", [Grammar], Severity.Warning,
        codes:
        [
            IssueCodes.EmptyArrayAction, IssueCodes.EmptyArrayResource, IssueCodes.EmptyArrayPrincipal, IssueCodes.EmptyObjectPrincipal, IssueCodes.EmptyArrayCondition,
            IssueCodes.EmptyArrayConditionForAllValues, IssueCodes.EmptyArrayConditionForAnyValue, IssueCodes.EmptyArrayConditionIfExists,
        ]);

    /// <summary>A policy without statements.</summary>
    public static RuleDescriptor EmptyStatementList { get; } = Make("PL0106", "A policy without statements",
        "AWS refuses a policy that has no statement.",
        "Write the statement.", [Elements + "_statement.html"], codes: [IssueCodes.MissingStatement]);

    /// <summary>A needed element is missing.</summary>
    public static RuleDescriptor MissingElement { get; } = Make("PL0107", "A needed element is missing",
        "AWS refuses the policy.",
        "Add the element that the message names.", [Grammar],
        codes: [IssueCodes.MissingStatement, IssueCodes.MissingEffect, IssueCodes.MissingPrincipal, IssueCodes.MissingAction, IssueCodes.MissingResource]);

    /// <summary>Two elements that exclude each other.</summary>
    public static RuleDescriptor ConflictingElements { get; } = Make("PL0108", "Two elements that exclude each other",
        "A statement has Action or NotAction, Resource or NotResource, Principal or NotPrincipal; AWS refuses one with both.",
        "Keep the one that is meant, or make two statements.", [Grammar], codes: [IssueCodes.UnsupportedElementCombination]);

    /// <summary>An element that this type of policy does not take.</summary>
    public static RuleDescriptor ElementNotAllowed { get; } = Make("PL0109", "An element that this type of policy does not take",
        "Each type of policy has its own grammar, and AWS refuses an element that the type does not have.",
        "Take the element out. If the type was detected wrongly, give it with --type.", [Grammar],
        codes:
        [
            IssueCodes.UnsupportedPrincipal, IssueCodes.ScpSyntaxErrorPrincipal, IssueCodes.RcpSyntaxErrorPrincipal, IssueCodes.RcpSyntaxErrorNotAction,
            IssueCodes.RoleTrustPolicySyntaxErrorNotPrincipal, IssueCodes.RoleTrustPolicySyntaxErrorResource,
        ]);

    /// <summary>An Effect that is neither Allow nor Deny.</summary>
    public static RuleDescriptor InvalidEffect { get; } = Make("PL0110", "An Effect that is neither Allow nor Deny",
        "AWS refuses the policy. The two words are case-sensitive.",
        "Write Allow or Deny.", [Elements + "_effect.html"], codes: [IssueCodes.InvalidEffect]);

    /// <summary>A Version that does not exist.</summary>
    public static RuleDescriptor InvalidVersion { get; } = Make("PL0111", "A Version that does not exist",
        "The Version names the version of the policy language, not of the policy. There are two, and AWS refuses others.",
        "Write 2012-10-17.", [Elements + "_version.html"], codes: [IssueCodes.InvalidVersion]);

    /// <summary>A Sid with a character that it may not have.</summary>
    public static RuleDescriptor InvalidSid { get; } = Make("PL0112", "A Sid with a character that it may not have",
        "IAM takes the ASCII letters and digits in a Sid and refuses others. Some services take more in resource policies.",
        "Use letters and digits.", [Elements + "_sid.html"], codes: [IssueCodes.UnsupportedSid]);

    /// <summary>A Principal in a form that does not exist.</summary>
    public static RuleDescriptor InvalidPrincipal { get; } = Make("PL0113", "A Principal in a form that does not exist",
        "A principal is \"*\" or an object with AWS, Service, Federated or CanonicalUser; AWS refuses anything else.",
        "Write an object such as {\"AWS\": \"arn:aws:iam::111122223333:role/name\"}.", [Elements + "_principal.html"], codes: [IssueCodes.InvalidPrincipalFormat]);

    /// <summary>A kind of principal that does not exist.</summary>
    public static RuleDescriptor UnknownPrincipalKind { get; } = Make("PL0114", "A kind of principal that does not exist",
        "A Principal object takes AWS, Service, Federated and CanonicalUser, spelled like this; AWS refuses others.",
        "Correct the name.", [Elements + "_principal.html"], codes: [IssueCodes.InvalidPrincipalKey]);

    /// <summary>An Allow in a policy that may only deny.</summary>
    public static RuleDescriptor AllowNotAllowed { get; } = Make("PL0115", "An Allow in a resource control policy",
        "Resource control policies only deny; AWS Organizations attaches the one that allows by itself and refuses others.",
        "Turn the statement around into a Deny.", ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html"], codes: [IssueCodes.RcpSyntaxErrorAllow]);

    /// <summary>A resource control policy that names a principal.</summary>
    public static RuleDescriptor RcpPrincipal { get; } = Make("PL0116", "A resource control policy whose Principal is not \"*\"",
        "The Principal of a resource control policy must be \"*\"; who is meant is said in the Condition.",
        "Write \"Principal\": \"*\" and a condition on aws:PrincipalArn, aws:PrincipalOrgID or another key.",
        ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html"], codes: [IssueCodes.RcpSyntaxErrorPrincipal]);

    /// <summary>A Condition, or an operator in it, without a condition key.</summary>
    public static RuleDescriptor EmptyCondition { get; } = Make("PL0117", "A Condition, or an operator in it, without a condition key",
        "An empty condition restricts nothing. AWS takes it, but whoever reads the statement may think that it is restricted.",
        "Write the condition, or take the element out.", [Elements + "_condition.html"], Severity.Suggestion, codes: [IssueCodes.EmptyObjectCondition]);

    /// <summary>A Sid without text.</summary>
    public static RuleDescriptor EmptySid { get; } = Make("PL0118", "A Sid without text",
        "An empty Sid identifies nothing. IAM takes it; some services and tools that look statements up by their Sid do not.",
        "Say in a word what the statement is for, or take the element out.", [Elements + "_sid.html"], Severity.Suggestion, codes: [IssueCodes.EmptySidValue]);

    /// <summary>A role trust policy whose Principal is <c>"*"</c>.</summary>
    public static RuleDescriptor TrustOfEverybody { get; } = Make("PL0119", "A role trust policy whose Principal is \"*\"",
        "A role is trusted to principals that are named; the short form for everybody, anonymous callers included, is not supported in a trust policy.",
        "Name the accounts, roles or services that may assume the role. If a condition tells who may, write {\"AWS\": \"*\"} beside it.",
        [Elements + "_principal.html", "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-unsupported-wildcard-in-principal"],
        codes: [IssueCodes.RoleTrustPolicyUnsupportedWildcardInPrincipal]);

    /// <summary>Every rule of the engine, the input and the grammar, in the order of their ids.</summary>
    public static ImmutableArray<RuleDescriptor> All { get; } =
    [
        EngineRules.RuleFailed,
        InvalidJson, InvalidEncoding, UnpairedSurrogate, ByteOrderMark, Comment, TrailingComma, TooDeep, TooLarge,
        EmptyDocument, ContentAfterDocument, NotAPolicy, InvalidCharacter, TooManyProblems,
        EngineRules.ExpiredSuppression, EngineRules.UnusedSuppression,
        DuplicateKey, UnknownElement, WrongType, EmptyString, EmptyElement, EmptyStatementList, MissingElement,
        ConflictingElements, ElementNotAllowed, InvalidEffect, InvalidVersion, InvalidSid, InvalidPrincipal,
        UnknownPrincipalKind, AllowNotAllowed, RcpPrincipal, EmptyCondition,
        EmptySid, TrustOfEverybody,
    ];

    private static RuleDescriptor Make(string id, string title, string why, string remedy, ImmutableArray<string> sources, Severity severity = Severity.Error, ImmutableArray<IssueCode> codes = default, [CallerMemberName] string member = "") => new()
    {
        Id = id,
        Name = KebabCase(member),
        Category = RuleCategory.Grammar,
        DefaultSeverity = severity,
        Title = title,
        Why = why,
        Remedy = remedy,
        Sources = sources,
        IssueCodes = codes.IsDefault ? [] : codes,
    };

    private static string KebabCase(string member)
    {
        var name = new StringBuilder(member.Length + 4);
        foreach (char letter in member)
        {
            if (char.IsUpper(letter) && name.Length > 0)
                name.Append('-');

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
