import * as assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import type { ResourceValidationArgs } from "@pulumi/policy";
import { iamPolicies } from "../policy-pack/iam-policies";

const broad = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sagemaker:*", Resource: "*" }] });
const narrow = broad.replace("sagemaker:*", "sagemaker:ListTrainingJobs");
const trust = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }] });

function violationsOf(type: string, props: object): string[] {
    const violations: string[] = [];
    const args = { type, props, name: "x", urn: `urn:pulumi:dev::ml::${type}::x` } as ResourceValidationArgs;
    assert.equal(typeof iamPolicies.validateResource, "function");
    if (typeof iamPolicies.validateResource === "function")
        iamPolicies.validateResource(args, (message) => violations.push(message));
    return violations;
}

test("a broad policy is a violation", () => {
    const violations = violationsOf("aws:iam/policy:Policy", { policy: broad });
    assert.equal(violations.length, 1);
    assert.match(violations[0], /^PL3002 in aws:iam\/policy:Policy x \(policy\): Every SageMaker permission/);
});

test("a narrow policy is none", () => assert.deepEqual(violationsOf("aws:iam/policy:Policy", { policy: narrow }), []));

test("a role that everybody may assume is a violation", () => {
    const violations = violationsOf("aws:iam/role:Role", { assumeRolePolicy: trust });
    assert.ok(violations.length > 0);
    assert.match(violations[0], /in aws:iam\/role:Role x \(assumeRolePolicy\)/);
});

test("a resource without a policy is none", () => assert.deepEqual(violationsOf("aws:s3/bucket:Bucket", { bucket: "data" }), []));

test("the pack starts, as Pulumi starts it, and says its port", async () => {
    const pack = spawn(process.execPath, ["."], { cwd: "policy-pack" });
    try {
        const [output] = await once(pack.stdout, "data");
        assert.match(String(output), /^\d+/);
    } finally {
        pack.kill();
    }
});
