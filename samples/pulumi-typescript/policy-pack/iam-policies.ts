import { ResourceValidationPolicy } from "@pulumi/policy";
import { lint } from "../policylint";

/** Checks every policy document of every resource: PolicyLint knows which properties of which types hold one. */
export const iamPolicies: ResourceValidationPolicy = {
    name: "iam-policies",
    description: "IAM policies have no findings of PolicyLint.",
    enforcementLevel: "mandatory",
    validateResource: ({ urn, type, props }, reportViolation) => {
        if (!type.startsWith("aws:") && !type.startsWith("aws-native:"))
            return;

        // One step of a preview, as `pulumi preview --json` writes it.
        const preview = { steps: [{ op: "create", urn, newState: { urn, type, inputs: props } }] };
        for (const finding of lint(JSON.stringify(preview)))
            reportViolation(`${finding.ruleId} in ${finding.policy}: ${finding.message}. ${finding.helpUri}`);
    },
};
