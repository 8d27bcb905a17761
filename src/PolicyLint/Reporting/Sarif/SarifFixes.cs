using System.Collections.Immutable;
using PolicyLint.Fixing;

namespace PolicyLint.Reporting;

/// <summary>The safe fixes for the findings of one document.</summary>
internal sealed class SarifFixes
{
    private static readonly SarifFixes None = new([]);

    private readonly ImmutableArray<PolicyFix> _fixes;

    private SarifFixes(ImmutableArray<PolicyFix> fixes) => _fixes = fixes;

    public static SarifFixes Of(LintResult result, PolicyFixer? fixer) => fixer is null || result.Findings.IsEmpty
        ? None
        : new([.. fixer.Propose(result).Where(fix => fix is { Safety: FixSafety.Safe, AllowsMore: false })]);

    /// <summary>The fixes that mend a finding.</summary>
    public PolicyFix[] For(Finding finding) => _fixes.IsEmpty ? [] : [.. _fixes.Where(fix => fix.Findings.Contains(finding))];
}
