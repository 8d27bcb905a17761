namespace PolicyLint.Rules.Tests.Access;

/// <summary>
/// The elements of an Allow in other spellings of the same access, with the mark of a finding at the value of Action that
/// gives it. Rules see sets: what they find in one spelling they must find in each.
/// </summary>
internal static class Spellings
{
    private static readonly string[] Everything = ["*", "**", "arn:*", "arn:aws:*", "arn:aws:*:*:*:*"];

    /// <summary>An action on every resource, without a condition that narrows it.</summary>
    /// <param name="action">The action, with its service.</param>
    public static IEnumerable<string> OnEverything(string action) =>
    [
        .. Of(action).Select(written => $""" "Action": {written}, "Resource": "*" """),
        .. Everything.Select(resource => $""" "Action": [|"{action}"|], "Resource": "{resource}" """),
        $""" "Action": ["sqs:ListQueues", [|"{action}"|]], "Resource": ["arn:aws:sqs:eu-west-1:111122223333:jobs", "*"] """,
        $""" "Action": [|"{action}"|], "NotResource": "arn:aws:sqs:eu-west-1:111122223333:jobs" """,
        """ "NotAction": [|"sqs:*"|], "Resource": "*" """,
        .. Vain.Select(condition => $""" "Action": [|"{action}"|], "Resource": "*", "Condition": {condition} """),
    ];

    /// <summary>An action in each spelling, on a resource of its own.</summary>
    /// <param name="action">The action, with its service.</param>
    /// <param name="resource">The resource.</param>
    public static IEnumerable<string> On(string action, string resource) =>
    [
        .. Of(action).Select(written => $""" "Action": {written}, "Resource": "{resource}" """),
        .. Vain.Select(condition => $""" "Action": [|"{action}"|], "Resource": "{resource}", "Condition": {condition} """),
    ];

    private static IEnumerable<string> Of(string action) =>
    [
        $"[|\"{action}\"|]",
        $"[[|\"{action.ToUpperInvariant()}\"|]]",
        $"[|\"{action[..^1]}?\"|]",
        $"[|\"{action}**\"|]",
        $"[\"sqs:ListQueues\", [|\"{action}\"|]]",
    ];

    // Every request has these, or anybody can have them.
    private static string[] Vain =>
    [
        """{ "Bool": { "aws:SecureTransport": "true" } }""",
        """{ "StringEquals": { "aws:RequestedRegion": "eu-west-1" } }""",
        """{ "Null": { "aws:ResourceTag/team": "false" } }""",
        """{ "StringEqualsIfExists": { "aws:ResourceTag/team": "fraud" } }""",
        """{ "StringNotEquals": { "aws:ResourceTag/team": "finance" } }""",
        """{ "StringLike": { "aws:ResourceTag/team": "*" } }""",
    ];
}
