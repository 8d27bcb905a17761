using PolicyLint.Evaluation;

namespace PolicyLint.Tests.Evaluation;

/// <summary>Policies in one line, with single quotes for double ones, and questions about them.</summary>
internal static class Ask
{
    public const string Account = "111122223333";
    public const string Other = "444455556666";
    public const string Object = "arn:aws:s3:::data/a.csv";
    public const string User = $"arn:aws:iam::{Account}:user/ann";
    public const string Role = $"arn:aws:iam::{Account}:role/reader";
    public const string Session = $"arn:aws:sts::{Account}:assumed-role/reader/s1";

    /// <summary>A part that is not known: the character itself has no place in the names of tests.</summary>
    public const string Open = "<?>";

    public static readonly PolicyDocument AllowAll = Policy(Allow("*"));
    public static readonly PolicyDocument Nothing = Policy(Allow("ec2:DescribeRegions"));

    public static PolicyDocument Policy(string statements, string version = "2012-10-17") =>
        PolicyDocument.Parse($"{{'Version': '{version}', 'Statement': [{statements}]}}".Replace('\'', '"').WithOpenParts(), PolicyType.Identity);

    public static string Allow(string action, string resource = "*", string more = "") =>
        $"{{'Effect': 'Allow', 'Action': '{action}', 'Resource': '{resource}'{more}}}";

    public static string Deny(string action, string resource = "*", string more = "") =>
        $"{{'Effect': 'Deny', 'Action': '{action}', 'Resource': '{resource}'{more}}}";

    /// <summary>A bucket policy of one statement for a principal, written as JSON.</summary>
    public static PolicyDocument For(string principal, string effect = "Allow", string element = "Principal") =>
        Policy($"{{'Effect': '{effect}', '{element}': {principal}, 'Action': '*', 'Resource': '*'}}");

    public static string Aws(string principal) => $"{{'AWS': '{principal}'}}";

    public static AccessResult Evaluate(
        ApplicablePolicies policies,
        string principal = User,
        string action = "s3:GetObject",
        string resource = Object,
        string? owner = null,
        RequestContext? context = null) =>
        new AccessEvaluator(policies).Evaluate(new AccessRequest
        {
            Action = action,
            Resource = resource.WithOpenParts(),
            ResourceAccount = owner,
            Principal = principal.Length == 0 ? RequestPrincipal.Unspecified : RequestPrincipal.Parse(principal.WithOpenParts()),
            Context = context ?? RequestContext.Empty,
        });

    public static AccessDecision Decide(
        ApplicablePolicies policies,
        string principal = User,
        string action = "s3:GetObject",
        string resource = Object,
        string? owner = null,
        RequestContext? context = null) => Evaluate(policies, principal, action, resource, owner, context).Decision;

    /// <summary>Whether a condition, written as the members of the block, holds.</summary>
    public static bool Holds(string condition, RequestContext context, string version = "2012-10-17", string principal = Role) =>
        Decide(new() { Identity = [Policy(Allow("*", "*", $", 'Condition': {{{condition}}}"), version)] }, principal, context: context) == AccessDecision.Allowed;

    /// <summary>The text with the unknown parts in it.</summary>
    public static string WithOpenParts(this string text) => text.Replace(Open, PolicyString.Unknown.ToString(), StringComparison.Ordinal);
}
