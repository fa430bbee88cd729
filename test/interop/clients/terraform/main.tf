# Default endpoints, default credentials: nothing here knows of iamgen.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "5.100.0" }
  }
}

provider "aws" {
  region = "us-east-1"
}

data "aws_caller_identity" "current" {}

resource "aws_sns_topic" "alarms" {
  name = "tf-alarms"
}

resource "aws_iam_role" "worker" {
  name = "tf-worker"
  path = "/team/"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_s3_bucket" "artifacts" {
  bucket = "tf-artifacts"
}

data "aws_iam_policy_document" "empty" {}

data "aws_s3_bucket" "existing" {
  bucket = "existing-bucket"
}

output "account" {
  value = data.aws_caller_identity.current.account_id
}
