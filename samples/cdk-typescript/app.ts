import { App, Stack, Validations, aws_iam as iam } from "aws-cdk-lib";
import { PolicyLintPlugin } from "./policylint-plugin";

/** What an article hands to every machine-learning user. */
const everything = [new iam.PolicyStatement({ actions: ["sagemaker:*"], resources: ["*"] })];

/** What they need: the training jobs of their team, run as one role that only SageMaker may use. */
const training = [
    new iam.PolicyStatement({
        sid: "RunTrainingOfTheFraudTeam",
        actions: ["sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob", "sagemaker:AddTags"],
        resources: ["arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*"],
    }),
    new iam.PolicyStatement({ sid: "ListHasNoNarrowerResource", actions: ["sagemaker:ListTrainingJobs"], resources: ["*"] }),
    new iam.PolicyStatement({
        sid: "RunItAsTheTrainingRole",
        actions: ["iam:PassRole"],
        resources: ["arn:aws:iam::111122223333:role/fraud-training"],
        conditions: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
    }),
];

const app = new App();
Validations.of(app).addPlugins(new PolicyLintPlugin());

const stack = new Stack(app, "MlAccess");
new iam.ManagedPolicy(stack, "MlUsers", { statements: process.env.ACCESS === "everything" ? everything : training });

app.synth();
