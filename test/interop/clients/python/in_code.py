"""boto3 with endpoints written into the code (moto at ENDPOINT): no variable leads these calls to a proxy."""
import os

import boto3
from botocore.exceptions import ClientError

endpoint = os.environ["ENDPOINT"]
s3 = boto3.client("s3", endpoint_url=endpoint)
s3.create_bucket(Bucket="code-bucket")
s3.put_object(Bucket="code-bucket", Key="a", Body=b"x")
try:
    boto3.client("sqs", endpoint_url=endpoint).get_queue_url(QueueName="missing")
except ClientError as error:
    print(error.response["Error"]["Code"])
