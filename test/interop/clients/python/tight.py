"""Requests that hold what a tight policy can bind: a prefix (the argument), tags, an encryption context, an external id."""

import sys

import boto3

s3, kms = boto3.client("s3"), boto3.client("kms")
s3.create_bucket(Bucket="tight-photos")
s3.list_objects_v2(Bucket="tight-photos", Prefix=sys.argv[1])
key = kms.create_key(Tags=[{"TagKey": "team", "TagValue": "photos"}])["KeyMetadata"]["KeyId"]
sealed = kms.encrypt(KeyId=key, Plaintext=b"x", EncryptionContext={"tenant": "a"})["CiphertextBlob"]
kms.decrypt(KeyId=key, CiphertextBlob=sealed, EncryptionContext={"tenant": "a"})
boto3.client("sts").assume_role(
    RoleArn="arn:aws:iam::123456789012:role/partner", RoleSessionName="photos", ExternalId="shop-7"
)
tags = [{"ResourceType": "vpc", "Tags": [{"Key": "team", "Value": "photos"}]}]
boto3.client("ec2").create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=tags)
print("done")
