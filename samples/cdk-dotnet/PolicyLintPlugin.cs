using System.Text.RegularExpressions;
using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using PolicyLint;
using PolicyLint.Sources;

namespace MlAccess;

/// <summary>Lints every IAM policy of the templates that were synthesized. Errors and warnings make synth fail.</summary>
public sealed partial class PolicyLintPlugin : DeputyBase, IPolicyValidationPluginBeta1
{
    public string Name => "policylint";

    public IPolicyValidationPluginReportBeta1 Validate(IPolicyValidationContextBeta1 context)
    {
        // From .NET, a refused synth would exit with 0: CDK notes the failure, and what is thrown here, in its node process only.
        int before = System.Environment.ExitCode;
        System.Environment.ExitCode = 1;
        List<PolicyViolationBeta1> violations = [.. context.TemplatePaths.SelectMany(Lint)];
        if (violations.Count == 0)
            System.Environment.ExitCode = before;

        return new PolicyValidationPluginReportBeta1 { Success = violations.Count == 0, Violations = [.. violations] };
    }

    private static IEnumerable<PolicyViolationBeta1> Lint(string templatePath)
    {
        SourceReading template = PolicySources.Read(SourceText.From(File.ReadAllBytes(templatePath), templatePath), SourceKind.CloudFormation);
        foreach (HostedPolicy policy in template.Policies)
        {
            LintResult result = PolicyLinter.Default.Lint(policy.Parse());
            foreach (Finding finding in result.Findings.Where(finding => finding.Severity != Severity.Suggestion))
                yield return ViolationOf(finding, templatePath);
        }

        if (template.Problems is [var problem, ..])
            throw new InvalidDataException($"{templatePath} cannot be checked: {problem.Message}");
    }

    private static PolicyViolationBeta1 ViolationOf(Finding finding, string templatePath) => new()
    {
        RuleName = $"{finding.Rule.Id} {finding.Rule.Name}",
        Severity = finding.Severity.ToString().ToLowerInvariant(),
        Description = finding.Message,
        Fix = finding.Rule.Remedy,
        ViolatingResources =
        [
            new PolicyViolatingResourceBeta1
            {
                ResourceLogicalId = LogicalId().Match(finding.Policy ?? "").Groups[1].Value,
                TemplatePath = templatePath,
                Locations = [$"line {finding.Start.Line}, column {finding.Start.Column}"],
            },
        ],
    };

    /// <summary>Finds <c>Role1A2B</c> in <c>Role1A2B (PolicyDocument)</c>, and in <c>Ml/Role/Resource [Role1A2B] (PolicyDocument)</c>.</summary>
    [GeneratedRegex(@"(\w+)\]? \(")]
    private static partial Regex LogicalId();
}
