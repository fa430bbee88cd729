"""boto3's managed transfers of a file that goes in parts, checksums included: `multipart.py BUCKET classic` (threads) or `… crt`."""

import hashlib
import os
import sys

import boto3
from boto3.s3.transfer import TransferConfig

bucket, client = sys.argv[1:]
config = TransferConfig(preferred_transfer_client=client)
content = os.urandom(20 * 1024 * 1024)
with open("large", "wb") as file:
    file.write(content)
s3 = boto3.client("s3")
s3.create_bucket(Bucket=bucket)
s3.upload_file("large", bucket, "a/large", Config=config)
s3.download_file(bucket, "a/large", "again", Config=config)
with open("again", "rb") as file:
    print(hashlib.sha256(file.read()).digest() == hashlib.sha256(content).digest())
