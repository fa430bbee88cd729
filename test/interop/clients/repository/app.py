"""The program: it uploads, reads, writes an order and publishes, with nothing set for iamgen."""

import boto3

s3 = boto3.client("s3")
s3.put_object(Bucket="acme-uploads", Key="a.txt", Body=b"x")
s3.get_object(Bucket="acme-uploads", Key="a.txt")
boto3.client("dynamodb").put_item(TableName="orders", Item={"id": {"S": "1"}})
boto3.client("sns").publish(TopicArn="arn:aws:sns:us-east-1:111122223333:good-news", Message="x")
