"""Prepares moto at the given URL: a user and two roles; from then on every request needs its permission. Prints the user's keys."""
import json
import sys
import urllib.request

import boto3

endpoint = sys.argv[1]
iam = boto3.client("iam", endpoint_url=endpoint)


def policy(**statement):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", **statement}]})


trust = policy(Principal={"AWS": "*"}, Action="sts:AssumeRole")
iam.create_user(UserName="ann")
iam.put_user_policy(UserName="ann", PolicyName="p", PolicyDocument=policy(Action="sts:*", Resource="*"))
for name, actions in {"reader": ["s3:*", "dynamodb:*", "sts:*"], "writer": ["sqs:*"]}.items():
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust, Path="/team/")
    iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=policy(Action=actions, Resource="*"))
s3 = boto3.client("s3", endpoint_url=endpoint)
s3.create_bucket(Bucket="id-bucket")
s3.put_object(Bucket="id-bucket", Key="a", Body=b"x")
key = iam.create_access_key(UserName="ann")["AccessKey"]
reset = urllib.request.Request(endpoint + "/moto-api/reset-auth", b"0", {"content-type": "text/plain"}, method="POST")
urllib.request.urlopen(reset).read()
print(json.dumps({"AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"]}))
