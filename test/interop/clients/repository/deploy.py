"""Creates a stack from a template, and prints the policy that it has."""

import json
import sys

import boto3

cloudformation, iam = boto3.client("cloudformation"), boto3.client("iam")
with open(sys.argv[1]) as template:
    cloudformation.create_stack(StackName="app", TemplateBody=template.read(), Capabilities=["CAPABILITY_NAMED_IAM"])
arn = "arn:aws:iam::111122223333:policy/app"
version = iam.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"]
print(json.dumps(iam.get_policy_version(PolicyArn=arn, VersionId=version)["PolicyVersion"]["Document"]))
