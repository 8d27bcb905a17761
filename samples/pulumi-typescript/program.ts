import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { clean } from "./policylint";

type Statements = aws.iam.GetPolicyDocumentArgs["statements"];

/** What an article hands to every machine-learning user. */
export const everything: Statements = [{ actions: ["sagemaker:*"], resources: ["*"] }];

/** What they need: the training jobs of their team, run as one role that only SageMaker may use. */
export const training: Statements = [
    {
        sid: "RunTrainingOfTheFraudTeam",
        actions: ["sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob", "sagemaker:AddTags"],
        resources: ["arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*"],
    },
    { sid: "ListHasNoNarrowerResource", actions: ["sagemaker:ListTrainingJobs"], resources: ["*"] },
    {
        sid: "RunItAsTheTrainingRole",
        actions: ["iam:PassRole"],
        resources: ["arn:aws:iam::111122223333:role/fraud-training"],
        conditions: [{ test: "StringEquals", variable: "iam:PassedToService", values: ["sagemaker.amazonaws.com"] }],
    },
];

/** Creates the policy, if it is clean. */
export async function provision(statements: Statements): Promise<{ policyArn: pulumi.Output<string> }> {
    const document = await aws.iam.getPolicyDocument({ statements });
    const policy = new aws.iam.Policy("ml-users", { policy: clean(document.json) });
    return { policyArn: policy.arn };
}
