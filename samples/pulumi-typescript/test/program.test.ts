import * as assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as pulumi from "@pulumi/pulumi";

const created: pulumi.runtime.MockResourceArgs[] = [];

// Stands for the engine and for AWS: keeps what is created, and renders documents as the provider does.
pulumi.runtime.setMocks({
    newResource: (args) => {
        created.push(args);
        return { id: args.name, state: { ...args.inputs, arn: `arn:aws:iam::111122223333:policy/${args.name}` } };
    },
    call: ({ token, inputs }) => {
        assert.equal(token, "aws:iam/getPolicyDocument:getPolicyDocument");
        return { json: render(inputs.statements) };
    },
});

function render(statements: any[]): string {
    const Statement = statements.map(({ sid, actions, resources, conditions }) => ({
        Sid: sid,
        Effect: "Allow",
        Action: actions,
        Resource: resources,
        Condition: conditions && Object.fromEntries(conditions.map((c: any) => [c.test, { [c.variable]: c.values }])),
    }));
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

beforeEach(() => {
    created.length = 0;
});

test("the broad policy is refused before it is created", async () => {
    const { everything, provision } = await import("../program.js");

    await assert.rejects(provision(everything), /^Error: The policy is refused:\nPL3002 Every SageMaker permission on every resource/);
    assert.deepEqual(created, []);
});

test("the narrow policy is created and its ARN exported", async () => {
    const { default: program } = await import("../index.js");

    const { policyArn } = await program();
    const arn = await new Promise((resolve) => policyArn.apply(resolve));

    assert.equal(arn, "arn:aws:iam::111122223333:policy/ml-users");
    assert.deepEqual(created.map(({ type }) => type), ["aws:iam/policy:Policy"]);
    const document = JSON.parse(created[0].inputs.policy);
    assert.deepEqual(document.Statement[2].Condition, { StringEquals: { "iam:PassedToService": ["sagemaker.amazonaws.com"] } });
});
