"""boto3 with profiles of IAM Identity Center, from several threads at once; every session fetches keys of its own."""
from concurrent.futures import ThreadPoolExecutor

import boto3


def work(profile_and_call):
    profile, call = profile_and_call
    return call(boto3.Session(profile_name=profile))


def tables(session):
    return session.client("dynamodb").list_tables()["TableNames"]


def bucket(session):
    return session.client("s3").create_bucket(Bucket="sso-bucket")["Location"]


with ThreadPoolExecutor() as pool:
    for answer in pool.map(work, [("dev", tables), ("dev", bucket), ("audit", tables)]):
        print(answer)
