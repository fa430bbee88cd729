"""A small program with boto3: default endpoints, default credentials, nothing set for iamgen."""

import boto3

s3 = boto3.client("s3")
s3.create_bucket(Bucket="py-bucket")
s3.put_object(Bucket="py-bucket", Key="a/b c.txt", Body=b"hello", Tagging="team=red")
print(s3.get_object(Bucket="py-bucket", Key="a/b c.txt")["Body"].read().decode())
print(s3.list_objects_v2(Bucket="py-bucket", Prefix="a/")["KeyCount"])

dynamodb = boto3.resource("dynamodb")
table = dynamodb.create_table(
    TableName="py-table",
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    BillingMode="PAY_PER_REQUEST",
)
table.put_item(Item={"id": "1"})
print(table.get_item(Key={"id": "1"})["Item"]["id"])
print(boto3.client("sts").get_caller_identity()["Account"])
