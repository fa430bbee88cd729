"""Tells whether it holds the secret that its caller has, and makes calls of several kinds."""

import os
import urllib.request

import boto3

print("holds the secret:", os.environ["AWS_SECRET_ACCESS_KEY"] == "secret-of-nothing")
boto3.client("dynamodb").list_tables()
boto3.client("lambda").delete_function(FunctionName="arn:aws:lambda:us-east-1:111122223333:function:a")
s3 = boto3.client("s3", config=boto3.session.Config(s3={"addressing_style": "path"}, signature_version="s3v4"))
# Bodies that wait for 100 Continue, one behind the other on one connection.
for _ in range(3):
    s3.put_object(Bucket="b", Key="a//b c+d'é", Body=b"hello")
url = s3.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": "k"})
print("presigned:", urllib.request.urlopen(url).status)
