"""A policy for the users of machine learning: `pulumi config set access everything|training` says which."""

import pulumi
import pulumi_aws as aws

STATEMENTS = {
    # What an article hands to every machine-learning user.
    "everything": [
        {"sid": "Everything", "actions": ["sagemaker:*"], "resources": ["*"]},
    ],
    # What they need: the training jobs of their team, run as one role that only SageMaker may use.
    "training": [
        {
            "sid": "RunTrainingOfTheFraudTeam",
            "actions": [
                "sagemaker:AddTags",
                "sagemaker:CreateTrainingJob",
                "sagemaker:DescribeTrainingJob",
                "sagemaker:StopTrainingJob",
            ],
            "resources": ["arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*"],
        },
        {"sid": "ListHasNoNarrowerResource", "actions": ["sagemaker:ListTrainingJobs"], "resources": ["*"]},
        {
            "sid": "RunItAsTheTrainingRole",
            "actions": ["iam:PassRole"],
            "resources": ["arn:aws:iam::111122223333:role/fraud-training"],
            "conditions": [
                {
                    "test": "StringEquals",
                    "variable": "iam:PassedToService",
                    "values": ["sagemaker.amazonaws.com"],
                },
            ],
        },
    ],
}

access = pulumi.Config().get("access") or "training"
document = aws.iam.get_policy_document(statements=STATEMENTS[access])
policy = aws.iam.Policy("mlUsers", name="ml-users", policy=document.json)

pulumi.export("policy_arn", policy.arn)
