import { spawnSync } from "node:child_process";
import { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolation } from "aws-cdk-lib";

/** A finding as `policylint check --format json` writes it; more of it in the report. */
interface Finding {
    ruleId: string;
    rule: string;
    severity: "error" | "warning" | "suggestion";
    message: string;
    file: string;
    policy: string;
    span: { start: { line: number; column: number } };
    helpUri: string;
}

/** Has PolicyLint check every IAM policy of the templates that were synthesized. Errors and warnings make synth fail. */
export class PolicyLintPlugin implements IPolicyValidationPlugin {
    public readonly name = "policylint";

    public validate({ templatePaths }: IPolicyValidationContext): PolicyValidationPluginReport {
        const run = spawnSync("policylint", ["check", "--format", "json", ...templatePaths], { encoding: "utf8" });
        if (run.status !== 0 && run.status !== 1)
            throw new Error(`policylint did not check the templates: ${run.error?.message ?? run.stderr}`);

        const { findings } = JSON.parse(run.stdout) as { findings: Finding[] };
        return {
            success: run.status === 0,
            violations: findings.filter(({ severity }) => severity !== "suggestion").map(toViolation),
        };
    }
}

function toViolation(finding: Finding): PolicyViolation {
    return {
        ruleName: `${finding.ruleId} ${finding.rule}`,
        severity: finding.severity,
        description: finding.message,
        fix: finding.helpUri,
        violatingResources: [
            {
                resourceLogicalId: logicalIdOf(finding.policy),
                templatePath: finding.file,
                locations: [`line ${finding.span.start.line}, column ${finding.span.start.column}`],
            },
        ],
    };
}

/** `Role1A2B` of `Role1A2B (PolicyDocument)`, and with the construct's path, `Ml/Role/Resource [Role1A2B] (PolicyDocument)`. */
function logicalIdOf(policy: string): string {
    return /(\w+)\]? \(/.exec(policy)?.[1] ?? policy;
}
