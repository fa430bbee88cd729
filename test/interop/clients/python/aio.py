"""aiobotocore: two APIs at once, and a body that is streamed."""

import asyncio

from aiobotocore.session import get_session


async def use_queue(session):
    async with session.create_client("sqs") as sqs:
        queue = await sqs.create_queue(QueueName="aio-queue")
        await sqs.send_message(QueueUrl=queue["QueueUrl"], MessageBody="hello")


async def use_bucket(session):
    async with session.create_client("s3") as s3:
        await s3.create_bucket(Bucket="aio-bucket")
        await s3.put_object(Bucket="aio-bucket", Key="a/b c.txt", Body=b"hello")
        answer = await s3.get_object(Bucket="aio-bucket", Key="a/b c.txt")
        async with answer["Body"] as stream:
            print((await stream.read()).decode())


async def main():
    session = get_session()
    await asyncio.gather(use_queue(session), use_bucket(session))


asyncio.run(main())
