# What an article hands to every machine-learning user.
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
    sid       = "Everything"
    actions   = ["sagemaker:*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "ml_users" {
  name   = "ml-users"
  policy = data.aws_iam_policy_document.ml_users.json
}

output "policy_arn" {
  value = aws_iam_policy.ml_users.arn
}
