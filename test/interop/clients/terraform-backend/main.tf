# The state in S3, a lock in DynamoDB, and a role that makes the changes.
terraform {
  backend "s3" {
    bucket         = "tf-state"
    key            = "shop/terraform.tfstate"
    region         = "us-east-1"
    dynamodb_table = "tf-locks"
  }
  required_providers {
    aws = { source = "hashicorp/aws", version = "5.100.0" }
  }
}

provider "aws" {
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::111122223333:role/deployer"
  }
}

resource "aws_ssm_parameter" "limit" {
  name  = "/shop/limit"
  type  = "String"
  value = "10"
}
