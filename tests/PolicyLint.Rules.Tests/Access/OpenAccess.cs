namespace PolicyLint.Rules.Tests.Access;

/// <summary>
/// Documents for the rules about access that is open to everybody's resources: one grant in every spelling that keeps its
/// meaning, and everything that closes it. The action is marked where the rule must report it.
/// </summary>
internal static class OpenAccess
{
    /// <summary>Conditions that leave every resource open: they hold for whoever cares to ask, or when the key is missing.</summary>
    private static readonly string[] VainConditions =
    [
        """{ "StringEquals": { "aws:RequestedRegion": "eu-west-1" } }""",
        """{ "Bool": { "aws:SecureTransport": "true" } }""",
        """{ "DateGreaterThan": { "aws:CurrentTime": "2026-01-01T00:00:00Z" } }""",
        """{ "Null": { "aws:ResourceTag/team": "true" } }""",
        """{ "StringEqualsIfExists": { "aws:ResourceTag/team": "fraud" } }""",
        """{ "StringNotEquals": { "aws:ResourceTag/team": "fraud" } }""",
        """{ "StringLike": { "aws:ResourceTag/team": "*" } }""",
        """{ "ForAllValues:StringEquals": { "aws:TagKeys": "team" } }""",
    ];

    /// <summary>The grant, spelled in many ways.</summary>
    /// <param name="action">The action.</param>
    /// <param name="all">An ARN that covers every resource of its type; empty for an action that needs <c>*</c> itself.</param>
    public static IEnumerable<TestCaseData> Spellings(string action, string all)
    {
        string service = action[..action.IndexOf(':', StringComparison.Ordinal)];
        foreach (string spelled in (string[])[action, action.ToLowerInvariant(), action.ToUpperInvariant(), $"{action[..^1]}?", $"{action[..^1]}**{action[^1]}"])
            yield return Case($"the action as {spelled}", Allow($"[|\"{spelled}\"|]", "\"*\""));

        yield return Case("in a list", Allow($"[\"s3:GetObject\", [|\"{action}\"|]]", "\"*\""));
        yield return Case("twice, by a wildcard first", Allow($"[\"{action[..^1]}?\", [|\"{action}\"|]]", "\"*\""));
        yield return Case("on **", Allow($"[|\"{action}\"|]", "\"**\""));
        yield return Case("on all but something else", $$"""{ "Effect": "Allow", "Action": [|"{{action}}"|], "NotResource": "arn:aws:s3:::data/*" }""");
        string[] wide = all.Length == 0 ? [] : ["arn:aws:*", "arn:*:*:*:*:*", all];
        foreach (string resource in wide)
            yield return Case($"on {resource}", Allow($"[|\"{action}\"|]", $"[\"arn:aws:s3:::data/*\", \"{resource}\"]"));

        foreach (string condition in VainConditions)
            yield return Case($"under {condition}", Allow($"[|\"{action}\"|]", "\"*\"", condition));

        yield return Case(
            "beside a Deny for another region",
            Allow($"[|\"{action}\"|]", "\"*\"") + $$""", { "Effect": "Deny", "Action": "{{service}}:*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "us-east-1" } } }""");
    }

    /// <summary>What looks like the grant and is none.</summary>
    /// <param name="action">The action.</param>
    /// <param name="one">The ARN of one resource; empty for an action that needs <c>*</c> itself.</param>
    public static IEnumerable<TestCaseData> Closed(string action, string one)
    {
        string service = action[..action.IndexOf(':', StringComparison.Ordinal)];
        yield return Case("denied", $$"""{ "Effect": "Deny", "Action": "{{action}}", "Resource": "*" }""");
        yield return Case("allowed and denied", Allow($"\"{action}\"", "\"*\"") + $$""", { "Effect": "Deny", "Action": "{{service}}:*", "Resource": "*" }""");
        yield return Case("on something of another service", Allow($"\"{action}\"", "\"arn:aws:sqs:eu-west-1:111122223333:jobs\""));
        yield return Case("all but the action", $$"""{ "Effect": "Allow", "NotAction": ["{{action}}"], "Resource": "arn:aws:s3:::data/*" }""");
        if (one.Length > 0)
            yield return Case("on one resource", Allow($"\"{action}\"", $"\"{one}\""));
    }

    /// <summary>A document of one Allow.</summary>
    public static string Document(string action, string resource, string? condition = null) => Wrap(Allow(action, resource, condition));

    /// <summary>A document of these statements.</summary>
    public static string Wrap(string statements) => $$"""{ "Version": "2012-10-17", "Statement": [{{statements}}] }""";

    /// <summary>An Allow; each part is JSON, with or without marks.</summary>
    public static string Allow(string action, string resource, string? condition = null) =>
        $$"""{ "Effect": "Allow", "Action": {{action}}, "Resource": {{resource}}{{(condition is null ? "" : $", \"Condition\": {condition}")}} }""";

    private static TestCaseData Case(string name, string statements) => new TestCaseData(Wrap(statements)).SetArgDisplayNames(name);
}
