using PolicyLint.Fixing;

namespace PolicyLint.Rules.Fixes;

/// <summary>
/// Writes the Version of 2012. Text that it makes a policy variable of changes what the policy means: then it is for somebody
/// to decide. See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</see>.
/// </summary>
internal sealed class CurrentVersion : IFixProvider
{
    private const string Current = "2012-10-17";

    public string Name => "version-missing-or-old";

    public IEnumerable<PolicyFix> Propose(FixContext context)
    {
        PolicyDocument document = context.Result.Document;
        foreach (Finding finding in context.FindingsOf(Name))
        {
            bool hasVariable = document.Source.Bytes.Span.IndexOf("${"u8) >= 0 || document.Source.Bytes.Span.Contains((byte)'\\');
            yield return new PolicyFix
            {
                Name = Name,
                Title = hasVariable ? $"Write Version {Current}, which makes policy variables of `${{…}}`" : $"Write Version {Current}",
                Safety = hasVariable ? FixSafety.Unsafe : FixSafety.Safe,
                AllowsMore = hasVariable,
                Edits = document.Version is { } version
                    ? context.Editor.Replace(version, [Current])
                    : context.Editor.AddElement(document, "Version", $"\"{Current}\""),
                Findings = [finding],
            };
        }
    }
}
