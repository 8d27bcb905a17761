import { spawnSync } from "node:child_process";

/** A finding as `policylint check --format json` writes it; more of it in the report. */
export interface Finding {
    ruleId: string;
    severity: "error" | "warning" | "suggestion";
    message: string;
    policy: string | null;
    helpUri: string;
}

/** The errors and warnings for a policy document, or for anything else that PolicyLint reads: a preview, a template. */
export function lint(text: string, ...options: string[]): Finding[] {
    const run = spawnSync("policylint", ["check", "--format", "json", ...options, "-"], { input: text, encoding: "utf8" });
    if (run.status !== 0 && run.status !== 1)
        throw new Error(`policylint did not check it: ${run.error?.message ?? run.stderr}`);

    const { findings } = JSON.parse(run.stdout) as { findings: Finding[] };
    return findings.filter(({ severity }) => severity !== "suggestion");
}

/** Gives a policy back if it is clean, and throws what is wrong with it otherwise. */
export function clean(policy: string): string {
    const findings = lint(policy, "--type", "identity");
    if (findings.length > 0)
        throw new Error(["The policy is refused:", ...findings.map((finding) => `${finding.ruleId} ${finding.message}`)].join("\n"));

    return policy;
}
