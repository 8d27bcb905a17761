# What the same users need: the training jobs of their team, run as one role that only SageMaker may use.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

data "aws_iam_policy_document" "ml_users" {
  statement {
    sid = "RunTrainingOfTheFraudTeam"
    actions = [
      "sagemaker:AddTags",
      "sagemaker:CreateTrainingJob",
      "sagemaker:DescribeTrainingJob",
      "sagemaker:StopTrainingJob",
    ]
    resources = ["arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*"]
  }

  statement {
    sid       = "ListHasNoNarrowerResource"
    actions   = ["sagemaker:ListTrainingJobs"]
    resources = ["*"]
  }

  statement {
    sid       = "RunItAsTheTrainingRole"
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::111122223333:role/fraud-training"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["sagemaker.amazonaws.com"]
    }
  }
}

resource "aws_iam_policy" "ml_users" {
  name   = "ml-users"
  policy = data.aws_iam_policy_document.ml_users.json
}

output "policy_arn" {
  value = aws_iam_policy.ml_users.arn
}
