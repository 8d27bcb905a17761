using System.Text.Json;
using PolicyLint.Analysis;
using PolicyLint.Rules.PrivilegeEscalation;

namespace PolicyLint.Rules.Tests.PrivilegeEscalation;

/// <summary>Policies for the tests of paths.</summary>
internal static class Policies
{
    public static readonly string[] MfaMissing = ["BoolIfExists", "aws:MultiFactorAuthPresent", "false"];

    /// <summary>A statement; the condition is operator, key and values.</summary>
    public static string Statement(string effect, IEnumerable<string> actions, string resource = "*", params string[] condition)
    {
        string when = condition is [var @operator, var key, .. var values]
            ? $", \"Condition\": {{ \"{@operator}\": {{ \"{key}\": {JsonSerializer.Serialize(values)} }} }}"
            : "";
        return $"{{ \"Effect\": \"{effect}\", \"Action\": {JsonSerializer.Serialize(actions)}, \"Resource\": \"{resource}\"{when} }}";
    }

    public static string Allow(params string[] actions) => Statement("Allow", actions);

    public static PolicyAccess Document(PolicyType type, params string[] statements) =>
        PolicyAccess.Of(PolicyDocument.Parse($"{{ \"Version\": \"2012-10-17\", \"Statement\": [{string.Join(", ", statements)}] }}", type));

    public static List<Escalation> Open(params string[] statements) => [.. EscalationAnalysis.Find([Document(PolicyType.Identity, statements)])];

    public static Escalation? Open(EscalationPath path, params string[] statements) => Open(statements).SingleOrDefault(open => open.Path == path);

    public static bool IsOpen(EscalationPath path, params string[] statements) => Open(path, statements) is not null;
}
