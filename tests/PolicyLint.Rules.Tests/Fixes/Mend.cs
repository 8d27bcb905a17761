using System.Text;
using PolicyLint.Fixing;
using PolicyLint.Rules.Fixes;
using PolicyLint.Rules.Personas;

namespace PolicyLint.Rules.Tests.Fixes;

/// <summary>Fixes policies that are written in one line, with single quotes for double ones.</summary>
internal static class Mend
{
    public const string Account = "123456789012";

    public static readonly PersonaValues Values = new()
    {
        Given = PersonaValues.Examples.Given.SetItem("account", Account).SetItem("region", "eu-west-1").SetItem("project", "churn"),
    };

    /// <summary>The statements of a policy of the current version.</summary>
    public static string Policy(string statements) => $"{{'Version':'2012-10-17','Statement':[{statements}]}}";

    public static string Safely(string policy) => Text(Run(policy, FixOptions.Default).Document);

    public static string Unsafely(string policy, string? rule = null, string? persona = null, PersonaValues? values = null) =>
        Text(Run(policy, new FixOptions { Unsafe = true, Only = rule is null ? [] : [rule] }, persona, values).Document);

    public static FixResult Run(string policy, FixOptions options, string? persona = null, PersonaValues? values = null)
    {
        var settings = new FixSettings { Values = values ?? Values, Persona = persona is null ? null : BuiltInPersonas.Find(persona)! };
        return new PolicyFixer(PolicyLinter.Default, BuiltInFixes.With(settings), options).Fix(PolicyDocument.Parse(policy.Replace('\'', '"'), PolicyType.Identity));
    }

    public static string Text(PolicyDocument document) => Encoding.UTF8.GetString(document.Source.Bytes.Span).Replace('"', '\'');
}
