// Asks the official SARIF validator, with its rules for GitHub, and gives what it writes into its own log.
import { chmodSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";

const tool = "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool";
chmodSync(tool, 0o755);
const log = `${process.argv[2]}.judged`;
const run = spawnSync(tool, ["validate", process.argv[2], "--output", log, "--log", "ForceOverwrite", "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"], {
  encoding: "utf8",
  env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
});
let judged;
try {
  judged = JSON.parse(readFileSync(log, "utf8")).runs[0];
} catch {
  process.stderr.write(run.stdout + run.stderr);
  process.exit(1);
}

const rules = judged.tool.driver.rules ?? [];
const text = (result) => {
  const message = rules.find((rule) => rule.id === result.ruleId)?.messageStrings?.[result.message.id]?.text ?? result.message.text ?? "";
  return message.replace(/\{(\d+)\}/g, (_, number) => result.message.arguments?.[number] ?? "");
};
process.stdout.write(JSON.stringify({
  rules: rules.length,
  results: (judged.results ?? []).map((result) => ({ ruleId: result.ruleId, level: result.level ?? "warning", text: text(result) })),
}));
