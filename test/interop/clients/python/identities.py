"""One program: a user, a role that it assumes, a role that this one assumes; two regions; a call that is refused."""
import boto3
from botocore.exceptions import ClientError


def session_of(sts, role):
    arn = f"arn:aws:iam::123456789012:role/team/{role}"
    credentials = sts.assume_role(RoleArn=arn, RoleSessionName="session")["Credentials"]
    return boto3.Session(*(credentials[name] for name in ("AccessKeyId", "SecretAccessKey", "SessionToken")), "us-east-1")


user = boto3.Session()
print(user.client("sts").get_caller_identity()["Arn"])
reader = session_of(user.client("sts"), "reader")
writer = session_of(reader.client("sts"), "writer")
print(reader.client("dynamodb", region_name="eu-west-1").list_tables()["TableNames"])
print(reader.client("s3").get_object(Bucket="id-bucket", Key="a")["Body"].read().decode())
print(writer.client("sqs", region_name="us-west-2").create_queue(QueueName="q")["ResponseMetadata"]["HTTPStatusCode"])
try:
    writer.client("dynamodb", region_name="us-west-2").put_item(TableName="t", Item={"id": {"S": "1"}})
except ClientError as error:
    print(error.response["Error"]["Code"])
